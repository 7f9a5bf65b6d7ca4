"""On the 10th: only those who still owe are asked again, with their head named, and each head is told once."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from cards import commands
from cards.chase import chase
from cards.overdue import overdue
from cards.views_office import OverdueRow
from i18n import speaking
from jobs.duty import Counts, Run, at_hour
from jobs.notify import Note, notify_all
from jobs.owing import Missing, Owing, heads_by_agency, missing_by_part
from models.person import Person
from rules.calendar import WorkCalendar
from rules.duty import period_falling_late, report_due_on
from rules.fiscal_year import next_period, period_just_ended, period_key
from rules.urgency import Urgency

Heads = Mapping[int, Sequence[Person]]


@dataclass(frozen=True)
class Chase:
    """One run, the month it asks for, and how many days ago that month's reports fell due."""

    run: Run
    period: date

    @property
    def days_late(self) -> int:
        return (self.run.today - report_due_on(self.period, self.run.calendar)).days

    def tell(self, notes: Iterable[Note], kind: str) -> int:
        key = period_key(self.period)
        return notify_all(self.run, notes, kind=kind, key=key, urgency=Urgency.CHASE)


@dataclass
class Late:
    """An agency with what it still owes, and who was asked for it."""

    name: str
    numbers: list[int] = field(default_factory=list)
    officers: list[Person] = field(default_factory=list)


def chase_late(run: Run) -> Counts:
    """Write the chasing notices; a second run for the same month finds them written."""
    found = Chase(run, _period(run.due_on, run.calendar))
    heads = heads_by_agency(run.session, run.province, run.today)
    late: dict[int, Late] = {}
    counts: Counter[str] = Counter(people=0, late=0, written=0, without_officer=0)
    for missing in missing_by_part(run.session, run.province, found.period, run.today):
        counts["people"] += len(missing.people)
        counts["late"] += len(missing.owed)
        counts["without_officer"] += len(missing.without_officer)
        counts["written"] += found.tell((_to_officer(found, each, heads) for each in missing.people), "chase")
        _note_down(missing, late)
    to_heads = [_to_head(found, head, rows) for head, rows in _rows_by_head(found, late, heads)]
    counts["people"] += len(to_heads)
    return {**counts, "heads_told": found.tell(to_heads, "chase-head")}


def worth_until(due_on: date, calendar: WorkCalendar) -> datetime:
    """Return when chasing comes too late: the next month's reminder lists what is still owed."""
    coming = next_period(_period(due_on, calendar))
    return at_hour(max(due_on, report_due_on(coming, calendar)), 8, 30)


def _period(due_on: date, calendar: WorkCalendar) -> date:
    return period_falling_late(due_on, calendar) or period_just_ended(due_on)


def _to_officer(found: Chase, owing: Owing, heads: Heads) -> Note:
    person, above = owing.person, heads.get(owing.owed[0].agency_id, [])
    with speaking(person.language):
        card = chase(
            person.name or "",
            found.period,
            owing.owed,
            found.days_late,
            head_name=next((head.name for head in above if head.name and head is not person), ""),
            report=commands.report(),
            no_change_all=commands.no_change(),
            instead_of=owing.instead_of,
        )
    return Note(person, [card])


def _note_down(missing: Missing, late: dict[int, Late]) -> None:
    for each in missing.owed:
        late.setdefault(each.agency_id, Late(each.agency)).numbers.append(each.no)
    for owing in missing.people:
        for agency_id in {each.agency_id for each in owing.owed}:
            late[agency_id].officers.append(owing.person)


def _rows_by_head(
    found: Chase, late: Mapping[int, Late], heads: Heads
) -> list[tuple[Person, list[OverdueRow]]]:
    """Return what each head is told: ONE list of all agencies of theirs. Who was chased as officer knows already."""
    rows: dict[int, tuple[Person, list[OverdueRow]]] = {}
    for agency_id, agency in late.items():
        row = _row(found, agency)
        for head in heads.get(agency_id, []):
            if head not in agency.officers:
                rows.setdefault(head.id, (head, []))[1].append(row)
    return list(rows.values())


def _row(found: Chase, late: Late) -> OverdueRow:
    officers = sorted(late.officers, key=lambda person: person.id)
    return OverdueRow(
        agency=late.name,
        activities=tuple(late.numbers),
        days_late=found.days_late,
        officer=", ".join(person.name for person in officers if person.name),
        phone=next((person.phone for person in officers if person.phone), "") or "",
        unreachable=all(person.unreachable_since is not None for person in officers),
    )


def _to_head(found: Chase, head: Person, rows: Sequence[OverdueRow]) -> Note:
    with speaking(head.language):
        return Note(head, [overdue(found.period, rows)])
