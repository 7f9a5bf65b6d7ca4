"""On the 10th: only those who still owe are asked again, with their head named, and each head is told once."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from cards import commands
from cards.card import Card
from cards.chase import chase
from cards.fill import activity_views
from cards.overdue import overdue
from cards.views_office import OverdueRow
from i18n import speaking
from jobs.duty import Counts, Run, at_hour
from jobs.notify import notify
from jobs.owing import Missing, Owing, heads_by_agency, missing_reports
from models.overview import ActivityState
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

    def tell(self, person: Person, card: Card, kind: str) -> bool:
        return notify(self.run, person, [card], kind=kind, key=period_key(self.period), urgency=Urgency.CHASE)


def chase_late(run: Run) -> Counts:
    """Write the chasing notices; a second run for the same month finds them written."""
    found = Chase(run, _period(run.due_on, run.calendar))
    missing = missing_reports(run.session, run.province, found.period, run.today)
    heads = heads_by_agency(run.session, run.province, run.today)
    chased = [_chase_officer(found, each, heads) for each in missing.people]
    rows = _rows_by_head(found, missing, heads)
    told = [_tell_head(found, head, own) for head, own in rows]
    return {
        "people": len(chased) + len(told),
        "late": len(missing.states),
        "written": sum(chased),
        "heads_told": sum(told),
        "without_officer": len(missing.without_officer),
    }


def worth_until(due_on: date, calendar: WorkCalendar) -> datetime:
    """Return when chasing comes too late: the next month's reminder lists what is still owed."""
    coming = next_period(_period(due_on, calendar))
    return at_hour(max(due_on, report_due_on(coming, calendar)), 8, 30)


def _period(due_on: date, calendar: WorkCalendar) -> date:
    return period_falling_late(due_on, calendar) or period_just_ended(due_on)


def _chase_officer(found: Chase, owing: Owing, heads: Heads) -> bool:
    run, above = found.run, heads.get(owing.states[0].agency.id, [])
    with speaking(owing.person.language):
        card = chase(
            owing.person.name or "",
            found.period,
            activity_views(owing.states, run.today, run.calendar),
            found.days_late,
            head_name=next((head.name for head in above if head.name and head is not owing.person), ""),
            report=commands.report(),
            no_change_all=commands.no_change(),
            per_activity={state.activity.no: commands.report(state.activity.no) for state in owing.states},
            instead_of=owing.instead_of,
        )
    return found.tell(owing.person, card, "chase")


def _rows_by_head(found: Chase, missing: Missing, heads: Heads) -> list[tuple[Person, list[OverdueRow]]]:
    """Return what each head is told: ONE list of all agencies of theirs. Who was chased as officer knows already."""
    officers: dict[int, list[Person]] = defaultdict(list)
    for owing in missing.people:
        for agency_id in {state.agency.id for state in owing.states}:
            officers[agency_id].append(owing.person)
    rows: dict[int, tuple[Person, list[OverdueRow]]] = {}
    for agency_id, states in _by_agency(missing.states).items():
        row = _row(found, states, officers[agency_id])
        for head in heads.get(agency_id, []):
            if head not in officers[agency_id]:
                rows.setdefault(head.id, (head, []))[1].append(row)
    return list(rows.values())


def _by_agency(states: Sequence[ActivityState]) -> dict[int, list[ActivityState]]:
    found: dict[int, list[ActivityState]] = defaultdict(list)
    for state in states:
        found[state.agency.id].append(state)
    return found


def _row(found: Chase, states: Sequence[ActivityState], officers: Sequence[Person]) -> OverdueRow:
    return OverdueRow(
        agency=states[0].agency.name,
        activities=tuple(state.activity.no for state in states),
        days_late=found.days_late,
        officer=", ".join(person.name for person in officers if person.name),
        phone=next((person.phone for person in officers if person.phone), "") or "",
        unreachable=all(person.unreachable_since is not None for person in officers),
    )


def _tell_head(found: Chase, head: Person, rows: Sequence[OverdueRow]) -> bool:
    with speaking(head.language):
        card = overdue(found.period, rows)
    return found.tell(head, card, "chase-head")
