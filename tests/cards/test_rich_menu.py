"""The rich menu of every role: LINE takes it, its areas tile the picture, its words can be typed."""

import pytest
from PIL import Image, features

from cards.draw_rich_menu import draw
from cards.rich_menu import HEIGHT, WIDTH, areas, picture, rich_menu
from i18n import LANGUAGES, speaking
from rules.role import Role

EVERY_MENU = [(role, language) for role in Role for language in LANGUAGES]


@pytest.mark.parametrize(("role", "language"), EVERY_MENU)
def test_line_takes_the_picture(role: Role, language: str) -> None:
    with speaking(language):
        path = picture(role)
    with Image.open(path) as image:
        assert (image.format, image.size) == ("PNG", (WIDTH, HEIGHT))
    assert path.stat().st_size < 1_000_000


@pytest.mark.parametrize(("role", "language"), EVERY_MENU)
def test_line_takes_the_menu(role: Role, language: str) -> None:
    with speaking(language):
        menu = rich_menu(role)
    assert 1 <= len(menu["chatBarText"]) <= 14
    assert len(menu["name"]) <= 300
    assert 1 <= len(menu["areas"]) <= 20
    assert 800 <= menu["size"]["width"] <= 2500
    assert menu["size"]["width"] / menu["size"]["height"] >= 1.45


@pytest.mark.parametrize("role", Role)
def test_the_areas_tile_the_picture_without_a_gap_or_overlap(role: Role) -> None:
    placed = areas(role)
    assert sum(area.width * area.height for area in placed) == WIDTH * HEIGHT
    for area in placed:
        assert area.x + area.width <= WIDTH and area.y + area.height <= HEIGHT
        inside = [
            one
            for one in placed
            if one.x <= area.x < one.x + one.width and one.y <= area.y < one.y + one.height
        ]
        assert inside == [area]


def test_an_officer_is_offered_the_report_first_and_the_governor_the_summary() -> None:
    assert areas(Role.OFFICER)[0].choice.text == "รายงาน"
    assert areas(Role.EXECUTIVE)[0].choice.text == "สรุป"
    assert "รายงาน" not in [area.choice.text for area in areas(Role.EXECUTIVE)]


@pytest.mark.parametrize(("role", "language"), EVERY_MENU)
def test_every_area_is_a_typed_command(role: Role, language: str) -> None:
    with speaking(language):
        actions = [area["action"] for area in rich_menu(role)["areas"]]
    assert {action["type"] for action in actions} == {"message"}
    assert len({action["text"] for action in actions}) == len(actions)


def test_the_drawing_sets_thai_with_raqm() -> None:
    assert features.check("raqm")
    image = draw(Role.OFFICER)
    assert image.size == (WIDTH, HEIGHT)
    assert len(image.getcolors(maxcolors=WIDTH * HEIGHT)) > 50
