"""ปฏิทิน: what falls due next and why it moved; the office adds its own days off, after seeing what they move."""

from datetime import date

from cards import commands
from cards.calendar import calendar, change_of_day
from cards.card import Card, Choice, say
from handlers.office.clerk import clerk_of
from handlers.office.desk import facts_of, may, only_the_office, propose
from handlers.office.said import rest_after
from handlers.turn import Turn
from i18n import _
from models.audit import note
from models.dialogue import Dialogue
from models.holiday import clear_holiday, overrides, set_holiday
from rules.permissions import Action
from thai import writing
from thai.day_span import read_span

WHAT = "calendar"
OFF, WORKED, USUAL = "off", "worked", "usual"


def answer(turn: Turn) -> list[Card]:
    if not may(turn, Action.EDIT_CALENDAR):
        return only_the_office()
    return [calendar(clerk_of(turn).calendar(turn), _examples(), commands.owed())]


def change(turn: Turn, words: str) -> list[Card]:
    """Ask before a day is changed; `words` are what was typed behind ปฏิทิน."""
    if not may(turn, Action.EDIT_CALENDAR):
        return only_the_office()
    kind, rest = _kind(words)
    span = read_span(rest, turn.today) if kind else None
    if kind is None or span is None:
        return [say("\n".join([_("I did not see a day to change. Type it like this:"), *_examples()]))]
    if span.first < turn.today:
        return [say(_("{date} is past.").format(date=writing.long_date(span.first)))]
    if span.last not in (None, span.first):
        return [say(_("One day at a time, please."))]
    if kind == USUAL and span.first not in overrides(turn.session, turn.province.id):
        return [say(_("{date} is as usual already.").format(date=writing.long_date(span.first)))]
    name = span.rest.strip(" ,.:-") or _("Special holiday")
    return [_ask(turn, kind, span.first, name[:200])]


def act(turn: Turn, dialogue: Dialogue, _verb: str) -> list[Card]:
    """Write the day into the office's table."""
    if not may(turn, Action.EDIT_CALENDAR):
        return only_the_office()
    facts = facts_of(dialogue)
    on, kind = date.fromisoformat(facts["on"]), facts["kind"]
    if kind == USUAL:
        clear_holiday(turn.session, turn.province.id, on)
    else:
        set_holiday(turn.session, turn.province.id, on, facts["name"] if kind == OFF else None)
    note(
        turn.session,
        turn.now,
        "calendar",
        province_id=turn.province.id,
        person_id=turn.person.id,
        on=facts["on"],
        became=kind,
    )
    done = {
        OFF: _("{date} is a day off now."),
        WORKED: _("{date} is a working day now."),
        USUAL: _("{date} is as usual again."),
    }[kind]
    return [say(done.format(date=writing.long_date(on)), Choice(_("Calendar"), _("calendar")))]


def _ask(turn: Turn, kind: str, on: date, name: str) -> Card:
    facts = {"kind": kind, "on": on.isoformat(), "name": name}
    taps = propose(turn, WHAT, facts, [(_("Change it"), _("confirm"), "yes")])
    usual = turn.calendar.holidays_of(on.year).get(on)
    shown = usual if kind == USUAL else name if kind == OFF else None
    is_off = kind == OFF or (kind == USUAL and usual is not None)
    moved = clerk_of(turn).moved_by(turn, on, name if is_off else None)
    return change_of_day(on, shown, moved, *taps)


def _kind(words: str) -> tuple[str | None, str]:
    for kind, word in (
        (OFF, lambda: _("day off")),
        (WORKED, lambda: _("working day")),
        (USUAL, lambda: _("as usual")),
    ):
        rest = rest_after(words, word)
        if rest:
            return kind, rest
    return None, words


def _examples() -> list[str]:
    return [
        _("calendar day off 12 Jun Our own festival"),
        _("calendar working day 12 Jun"),
        _("calendar as usual 12 Jun"),
    ]
