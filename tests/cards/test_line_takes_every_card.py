"""LINE takes every card: in both languages, with no activity and a hundred, with names of 200 characters."""

from dataclasses import replace
from datetime import date

import pytest

from cards.agency import agency
from cards.card import Card
from cards.chase import chase
from cards.confirm import confirm
from cards.history import history
from cards.one_activity import one_activity
from cards.overdue import overdue
from cards.owed import owed
from cards.person import whoami
from cards.receipt import receipt
from cards.reminder import reminder
from cards.stalled import stalled
from cards.summary import summary
from cards.views import ReceiptView
from cards.views_office import AgencyView, Contact, OverdueRow
from cards.which_activity import which_activity
from i18n import LANGUAGES, speaking
from rules.cause import Cause
from rules.figures import Figures
from rules.role import Role
from rules.status import Status
from tests.cards import cast, gallery
from tests.cards.cast_office import week
from tests.cards.line_rules import faults, graphemes, utf16

LONG = "ก่อสร้างถนนที่ยาวมาก" * 10
MARKED = "ปี่" * 70
HOSTILE = '<b>"}]{{{name}}%s\\u0000\u202e' * 7
NAMES = {"thai": LONG, "marks": MARKED, "hostile": HOSTILE}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_card_of_the_gallery(language: str) -> None:
    with speaking(language):
        cards = gallery.gallery()
        quick = {name: len(card.choices) for name, card in cards.items() if len(card.choices) > 13}
    assert {name: found for name, card in cards.items() if (found := _faults(card))} == {}
    assert quick == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("count", [0, 1, 100])
def test_long_names_and_many_activities(language: str, name: str, count: int) -> None:
    with speaking(language):
        cards = _cards(NAMES[name], count)
    assert {number: found for number, card in enumerate(cards) if (found := _faults(card))} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_alt_texts_are_short_enough_to_read_in_a_notification(language: str) -> None:
    with speaking(language):
        long = {name: card.alt for name, card in gallery.gallery().items() if graphemes(card.alt) > 160}
    assert long == {}


def _faults(card: Card) -> list[str]:
    found = faults(card.message()) + faults(card.message(plain=True))
    return found + (["alt over 300"] if utf16(card.alt) > 700 or "\n" in card.alt else [])


def _cards(name: str, count: int) -> list[Card]:
    work = [
        replace(each, agency=name, place=name, reporter=name, problem_text=name)
        for each in cast.many(count, name)
    ]
    taps = {each.no: cast.choice(f"รายงาน {each.no}", f"report {each.no}", "d" * 300) for each in work}
    both = {no: (tap, tap) for no, tap in taps.items()}
    tap = cast.choice("ยืนยัน", "confirm", "yes")
    due = date(2021, 5, 3)
    figures = Figures(Status.BLOCKED, None, 18_175_000_050, None, tuple(Cause), name)
    items = [
        cast.item_13(
            activity=each, now=figures, warnings=(name,) * 9, how_read=(name,) * 9, fix=taps[each.no]
        )
        for each in work
    ]
    entries = [replace(cast.history_of_13()[0], who=name, figures=figures)] * count
    people = (Contact(name, Role.HEAD, name, True), Contact(name, Role.OFFICER, "0 3200 0000 ต่อ 12"))
    rows = cast.stalled_rows(count, name)
    rows = [replace(row, agency=name, problem_text=name) for row in rows]
    waiting = [OverdueRow(name, tuple(range(1, count + 1)), 9, name, name, name, True)] * count
    cards = [
        reminder(name, cast.APRIL, due, work, report=tap, no_change_all=tap),
        chase(name, cast.APRIL, work, 9, head_name=name, report=tap, no_change_all=tap),
        history(cast.road_13(name=name), entries),
        agency(AgencyView(name, people, tuple(work), count, count)),
        whoami(cast.somchai(name=name, post=name, agency=name, province=name, activities=tuple(work))),
        overdue(cast.APRIL, waiting),
        stalled(rows, count),
        which_activity(work, name, [tap] * count),
        summary(replace(week(), worst=tuple(rows), sentence=name, province=name)),
        one_activity(cast.road_13(name=name, agency=name, place=name, reporter=name, problem_text=name)),
    ]
    if count:
        cards += [
            owed(cast.APRIL, due, work, both, next_page=tap),
            confirm(items, tap, tap),
            receipt(ReceiptView("TN-64-0423", tuple(items), 3, tap, tap)),
        ]
    return cards
