"""The page of card pictures shows every card there is, in both languages, and no card that is gone."""

import pathlib

from i18n import LANGUAGES, speaking
from tests.cards.gallery import gallery

PICTURES = pathlib.Path(__file__).parents[2] / "docs" / "images" / "cards"


def test_every_card_has_its_pictures_and_every_picture_its_card() -> None:
    drawn = {path.name for path in PICTURES.glob("*.png")}
    assert drawn == {f"{name}-{language}.png" for name in gallery() for language in LANGUAGES}


def test_the_page_says_what_a_notification_shows() -> None:
    page = (PICTURES / "README.md").read_text(encoding="utf-8")
    with speaking("th"):
        untold = [name for name, card in gallery().items() if f"## {name}\n\n> {card.alt}\n" not in page]
    assert untold == []
