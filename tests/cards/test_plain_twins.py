"""A person on a PC reads the same and can type every answer."""

from dataclasses import replace
from datetime import date

import pytest

from cards.confirm import confirm
from cards.history import history
from cards.look.pieces import Piece
from cards.owed import owed
from cards.plain import shorten, twin
from cards.reminder import reminder
from i18n import LANGUAGES, speaking
from tests.cards import cast, gallery
from tests.cards.line_rules import actions, components, utf16

# Cards whose buttons only repeat what each line of the text already names.
EXAMPLES_STAND_FOR_ALL = {"owed", "owed-many", "agency", "stalled", "summary", "joined", "whoami", "cases"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_button_can_be_typed(language: str) -> None:
    with speaking(language):
        cards = gallery.gallery()
    untold = {
        name: missing
        for name, card in cards.items()
        if name not in EXAMPLES_STAND_FOR_ALL
        and (missing := [text for text in _typed(card.contents) if text not in card.text])
    }
    assert untold == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_reader_gets_the_columns_in_their_language(language: str) -> None:
    with speaking(language):
        card = confirm([replace(cast.item_13(), how_read=())], *gallery._answers())
    heads = [each.get("text") for each in components(card.contents)]
    assert ("ครั้งก่อน" in heads, "Last" in heads) == ((True, False) if language == "th" else (False, True))


def test_the_reminder_answers_before_it_is_opened() -> None:
    card = gallery.reporting()["reminder"]
    assert card.alt == "เดือนเมษายน 2564 รอรายงาน 3 กิจกรรม: 13, 14, 15"


def test_a_hundred_activities_are_all_named_in_the_reminder() -> None:
    tap = cast.choice("รายงาน", "report")
    card = reminder("สมชาย", cast.APRIL, date(2021, 5, 3), cast.many(100), report=tap, no_change_all=tap)
    lines = card.text.splitlines()
    assert [no for no in range(1, 101) if not any(line.startswith(f"{no} ") for line in lines)] == []


def test_what_is_owed_is_paged_and_says_how_much_is_left() -> None:
    many, due = cast.many(100), date(2021, 5, 3)
    more = cast.choice("ต่อไป", "next", "owed:2")
    taps = {each.no: (cast.choice(f"รายงาน {each.no}", f"report {each.no}"),) for each in many}
    first = owed(cast.APRIL, due, many, taps, next_page=more)
    last = owed(cast.APRIL, due, many, taps, page=12, next_page=more)
    assert _says(first.contents, "อีก 91 กิจกรรม")
    assert "ต่อไป" in _typed(first.contents)
    assert "รายงาน 9" in _typed(first.contents)
    assert _typed(last.contents) == ["รายงาน 100"]
    assert last.choices == ()


def test_owing_nothing_is_said_kindly_and_a_page_too_far_shows_the_last() -> None:
    due = date(2021, 5, 3)
    assert owed(cast.APRIL, due, [], {}).alt == "เดือนเมษายน 2564 รายงานครบแล้ว ตอนนี้ไม่มีรายงานที่ต้องส่ง"
    assert _says(owed(cast.APRIL, due, cast.many(10), {}, page=7).contents, "กิจกรรมที่ 10")


def test_a_long_history_counts_what_the_message_leaves_out() -> None:
    entries = cast.history_of_13() * 40
    card = history(cast.road_13(), entries)
    assert utf16(card.text) <= 5000
    assert "… และอีก" in card.text
    assert card.text.endswith("• สถานะ 13")


def test_a_retracted_report_is_struck_out_and_said_to_be_taken_back() -> None:
    card = history(cast.road_13(), cast.history_of_13())
    struck = [each["text"] for each in components(card.contents) if each.get("decoration") == "line-through"]
    assert struck == ["กำลังดำเนินการ · งาน 54% · เบิกจ่าย 1,200,000 บาท"]
    assert "(ถอนแล้ว) กำลังดำเนินการ · งาน 54%" in card.text


def test_an_unknown_figure_is_a_dash_and_never_zero() -> None:
    card = gallery.answering()["one-activity-unreported"]
    shown = [each["text"] for each in components(card.contents) if "text" in each]
    assert shown.count("–") == 2
    assert not [text for text in shown if text.startswith("0")]


@pytest.mark.parametrize(
    ("text", "most", "shown"),
    [
        ("เขาระทิง", 20, "เขาระทิง"),
        ("ที่นี่มีที่", 4, "ที่นี่มี…"),
        ("น้ำท่วม", 3, "น้ำท่…"),
        ("road", 4, "road"),
        ("road to", 5, "road…"),
        ("", 5, ""),
    ],
)
def test_shortening_never_splits_a_letter_from_its_marks(text: str, most: int, shown: str) -> None:
    assert shorten(text, most) == shown


def test_piled_marks_do_not_outgrow_the_message() -> None:
    assert len(shorten("ก" + "่" * 5000, 20)) <= 42


def test_a_twin_without_choices_ends_with_its_last_line() -> None:
    assert twin(["หนึ่ง", None, "สอง"]) == "หนึ่ง\nสอง"


def _typed(contents: Piece | None) -> list[str]:
    found = [each.get("text") or each.get("displayText") for each in actions(contents)]
    return list(dict.fromkeys(text for text in found if text))


def _says(contents: Piece | None, text: str) -> bool:
    return any(each.get("text") == text for each in components(contents))
