"""Before the 1st: what nobody would be asked for, told to the head of the agency and to the provincial office."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cards.card import Card, Choice
from cards.look.colours import AMBER, LATE_INK, Kind
from cards.look.frame import bubble, buttons
from cards.look.pieces import Piece, note, rows, rule, words
from cards.plain import shorten, twin
from i18n import _, ngettext
from thai import writing

SHOWN = 10


@dataclass(frozen=True)
class Vacancy:
    """What is amiss in one agency. `nobody` are activities for which nobody answers; `unreachable` are names with their
    activities; `awaited` are those whose successor has not come, with the day agreed.
    """

    agency_id: int
    agency: str
    nobody: tuple[int, ...] = ()
    unreachable: tuple[tuple[str, tuple[int, ...]], ...] = ()
    has_no_head: bool = False
    awaited: tuple[tuple[str, date], ...] = ()

    @property
    def is_amiss(self) -> bool:
        return bool(self.nobody or self.unreachable or self.has_no_head or self.awaited)

    def lines(self) -> list[str]:
        """Return what is amiss, a sentence each."""
        found = []
        if self.nobody:
            found.append(_("nobody answers for {numbers}").format(numbers=_numbers(self.nobody)))
        for name, numbers in self.unreachable:
            text = _("{name} cannot be reached on LINE: {numbers}")
            found.append(text.format(name=name, numbers=_numbers(numbers)))
        for name, day in self.awaited:
            text = _("the successor of {name} has not come yet, agreed from {date}")
            found.append(text.format(name=name or "–", date=writing.short_date(day)))
        if self.has_no_head:
            found.append(_("no head has joined"))
        return found


def vacant(found: Sequence[Vacancy], period: date, due_on: date, choices: Sequence[Choice]) -> Card:
    """Return the warning; `due_on` is the day on which reports for `period` will be asked for."""
    count = ngettext("{count} agency", "{count} agencies", len(found)).format(count=len(found))
    lead = _("On {date} the reports for {month} are asked for. Here nobody would get the message:")
    lead = lead.format(date=writing.long_date(due_on), month=writing.month(period))
    help_text = _("To give an activity to somebody, type: {example}").format(example=_("assign 13 to …"))
    more = len(found) - SHOWN
    rest = _("… and {count} more").format(count=more) if more > 0 else ""
    title = _("Posts without a holder")
    return Card(
        alt=shorten(f"{title}: {count} – {', '.join(each.agency for each in found)}", 150),
        text=twin([title, lead, *[_in_words(each) for each in found], help_text], choices),
        contents=bubble(
            Kind.LATE,
            title,
            words(lead, maxLines=5),
            *[part for each in found[:SHOWN] for part in (rule(), _agency(each))],
            words(rest, size="xs") if rest else None,
            note(help_text, AMBER),
            subtitle=count,
            foot=buttons(Kind.LATE, *choices),
        ),
    )


def _agency(vacancy: Vacancy) -> Piece:
    return rows(
        words(shorten(vacancy.agency, 120), weight="bold", maxLines=2),
        *[words(line, size="xs", color=LATE_INK, maxLines=3) for line in vacancy.lines()],
        spacing="xs",
    )


def _in_words(vacancy: Vacancy) -> str:
    return f"• {vacancy.agency}: {' · '.join(vacancy.lines())}"


def _numbers(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers[:20])) + (" …" if len(numbers) > 20 else "")
