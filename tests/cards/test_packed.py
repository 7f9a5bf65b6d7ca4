"""What a duty writes is the JSON in which a card was weighed: to the letter what the card says."""

from datetime import date

import orjson
import pytest

from cards.look.colours import Kind
from cards.look.frame import BUBBLE_BYTES, bubble
from cards.look.pieces import small
from cards.reminder import reminder
from i18n import LANGUAGES, speaking
from tests.cards import cast, gallery


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_card_is_packed_as_it_is_said(language: str) -> None:
    with speaking(language):
        for name, card in gallery.gallery().items():
            for plain in (False, True):
                assert orjson.dumps(card.packed(plain)) == orjson.dumps(card.message(plain)), name


def test_a_list_too_heavy_for_line_is_shorter() -> None:
    owed, tap = cast.many(40, "\x01" * 100), cast.choice("รายงาน", "report")  # six bytes each
    card = reminder("ก" * 8_200, cast.APRIL, date(2021, 5, 3), owed, report=tap, no_change_all=tap)
    rows = orjson.loads(card.json)["body"]["contents"]
    assert len(card.json) <= BUBBLE_BYTES and 4 < len(rows) < 12
    assert [row["type"] for row in (rows[0], rows[1], rows[-2], rows[-1])] == [
        "text",
        "separator",
        "box",
        "text",
    ]


def test_what_was_too_heavy_is_packed_without_what_was_left_out() -> None:
    heavy = bubble(Kind.ASK, "งาน", *(small("ก" * 1000) for _ in range(20)))
    packed = orjson.loads(heavy.json)
    assert packed == heavy and len(heavy.json) <= BUBBLE_BYTES
    assert 5 < len(packed["body"]["contents"]) < 20
