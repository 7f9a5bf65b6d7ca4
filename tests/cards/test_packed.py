"""What a duty writes is to the letter what the card says, and no heavier than LINE takes."""

from datetime import date

import orjson
import pytest

from cards import commands
from cards.look.colours import Kind
from cards.look.frame import BUBBLE_BYTES, bubble
from cards.look.pieces import listed, small
from cards.reminder import reminder
from i18n import LANGUAGES, speaking
from tests.cards import cast, gallery


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_card_is_packed_as_it_is_said(language: str) -> None:
    with speaking(language):
        for name, card in gallery.gallery().items():
            for plain in (False, True):
                assert orjson.dumps(card.packed(plain)) == orjson.dumps(card.message(plain)), name


def test_signs_that_mean_something_to_json_or_in_a_pattern_stay_as_they_are() -> None:
    name = 'ถนน 50% "คสล." %(no)b \\ {name}'
    owed, tap = cast.many(3, name), cast.choice("รายงาน", "report")
    card = reminder(name, cast.APRIL, date(2021, 5, 3), owed, report=tap, no_change_all=tap)
    lead, _rule, first, *_others = orjson.loads(card.json)["body"]["contents"]
    detail = first["contents"][1]["contents"][1]["text"]
    assert name in lead["text"]
    assert first == listed(1, owed[0].name, detail, tap=commands.report(1))
    assert "50%" in owed[0].name


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


def test_what_is_too_heavy_is_left_out_from_the_end() -> None:
    heavy = bubble(Kind.ASK, "งาน", *(small("ก" * 1000) for _ in range(20)))
    assert len(orjson.dumps(heavy)) <= BUBBLE_BYTES
    assert 5 < len(heavy["body"]["contents"]) < 20
