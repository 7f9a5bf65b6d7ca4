"""What a duty writes is the JSON in which a card was weighed: to the letter what the card says."""

import orjson
import pytest

from cards.look.colours import Kind
from cards.look.frame import BUBBLE_BYTES, bubble
from cards.look.pieces import small
from i18n import LANGUAGES, speaking
from tests.cards import gallery


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_card_is_packed_as_it_is_said(language: str) -> None:
    with speaking(language):
        for name, card in gallery.gallery().items():
            for plain in (False, True):
                assert orjson.dumps(card.packed(plain)) == orjson.dumps(card.message(plain)), name


def test_what_was_too_heavy_is_packed_without_what_was_left_out() -> None:
    heavy = bubble(Kind.ASK, "งาน", *(small("ก" * 1000) for _ in range(20)))
    packed = orjson.loads(heavy.json)
    assert packed == heavy and len(heavy.json) <= BUBBLE_BYTES
    assert 5 < len(packed["body"]["contents"]) < 20
