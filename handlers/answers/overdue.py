"""ค้างรายงาน: who has not reported the month that just ended, agency by agency, and whom to phone."""

from cards.card import Card
from cards.fill_year import Year
from cards.overdue import overdue
from cards.views_office import OverdueRow
from handlers.answers.reach import numbers_in_reach, year_of
from handlers.groups import is_group
from handlers.turn import Turn
from models.answering import people_of_agency
from models.overview import ActivityState
from models.person import Person
from rules.duty import ReportingState, report_due_on
from rules.permissions import Action
from rules.role import Role
from thai.reading import Query

MISSING = (ReportingState.OWED, ReportingState.LATE)


def answer(turn: Turn, _query: Query) -> list[Card]:
    year = year_of(turn)
    period = turn.period
    seen = numbers_in_reach(turn, Action.SEE_OVERDUE)
    missing = [state for state in year.states if state.activity.no in seen and year.duty(state) in MISSING]
    by_agency: dict[int, list[ActivityState]] = {}
    for state in missing:
        by_agency.setdefault(state.agency.id, []).append(state)
    days = (turn.today - report_due_on(period, year.calendar)).days
    rows = [_row(turn, year, states, days) for states in by_agency.values()]
    return [overdue(period, sorted(rows, key=lambda row: (-len(row.activities), row.agency)))]


def _row(turn: Turn, year: Year, states: list[ActivityState], days: int) -> OverdueRow:
    agency = states[0].agency
    officers = people_of_agency(turn.session, agency.id, Role.OFFICER, turn.today)
    heads = people_of_agency(turn.session, agency.id, Role.HEAD, turn.today)
    reachable = [person for person in officers if person.unreachable_since is None]
    return OverdueRow(
        agency=agency.name,
        activities=tuple(state.activity.no for state in states),
        days_late=days if any(year.duty(state) is ReportingState.LATE for state in states) else 0,
        officer=_names(officers),
        head=_names(heads),
        phone="" if is_group(turn) else _phone([*officers, *heads]),
        unreachable=not reachable,
    )


def _phone(people: list[Person]) -> str:
    """Return the number to call: an officer's, else a head's, else none."""
    return next((person.phone for person in people if person.phone), "")


def _names(people: list[Person]) -> str:
    return ", ".join(person.name for person in people if person.name)
