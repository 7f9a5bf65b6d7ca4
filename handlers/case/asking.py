"""What is still missing is asked for: the day of a plan, the reason of a postponement, the number of a letter."""

from datetime import date, timedelta

from cards.card import Card, Choice, say
from cards.notes import refusal
from handlers.case.reach import Seen
from handlers.report.desk import typed_key
from handlers.turn import Turn
from i18n import _
from models.dialogue import begin_dialogue, keep_state
from thai import writing
from thai.case_commands import CaseVerb

KIND = "case"


def ask_day(turn: Turn, seen: Seen, verb: CaseVerb, lead: str = "") -> list[Card]:
    """Ask until when, with a few working days as buttons."""
    days = [turn.calendar.next_working_day(turn.today + timedelta(days=ahead)) for ahead in (7, 14, 21)]
    choices = [
        Choice(
            writing.short_date(day), writing.short_date(day), f"case:{seen.case.id}:{verb}:{day.isoformat()}"
        )
        for day in days
    ]
    if verb is CaseVerb.PLAN:
        asked = _(
            "By which day will activity {no} move again, and what will be done? "
            "Tap a day, or type both, for example “{example}”."
        )
        example = _("{date} second concrete layer done")
    else:
        asked = _(
            "Until which day shall activity {no} be postponed, and why? Tap a day, or type both, for example “{example}”."
        )
        example = _("until {date} because the site is handed over then")
    said = asked.format(no=seen.activity.no, example=example.format(date=writing.short_date(days[1])))
    _wait_for(turn, seen, verb, None, choices)
    return [say(f"{lead}\n{said}".strip(), *choices)]


def ask_words(turn: Turn, seen: Seen, verb: CaseVerb, day: date | None = None) -> list[Card]:
    """Ask for what belongs to it: what will be done, why, or which letter."""
    asked = {
        CaseVerb.PLAN: _("What will be done by {date}? One sentence is enough."),
        CaseVerb.POSTPONE: _("Why shall it be postponed until {date}? The next level sees the reason."),
        CaseVerb.LETTER: _("What is the number of the letter about activity {no}?"),
        CaseVerb.CLOSE: _("Why is the case of activity {no} closed? The reason stays in its history."),
    }[verb]
    date_words = writing.short_date(day) if day else ""
    _wait_for(turn, seen, verb, day, [])
    return [say(asked.format(date=date_words, no=seen.activity.no))]


def not_for_you(text: str) -> list[Card]:
    return [refusal(text)]


def _wait_for(turn: Turn, seen: Seen, verb: CaseVerb, day: date | None, choices: list[Choice]) -> None:
    dialogue = begin_dialogue(turn.session, turn.person.id, KIND, {}, turn.now)
    state = {
        "case": seen.case.id,
        "verb": str(verb),
        "day": day.isoformat() if day else None,
        "offered": {typed_key(choice.text): choice.data for choice in choices},
    }
    keep_state(dialogue, state, turn.now)
