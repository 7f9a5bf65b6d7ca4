"""What becomes of a case when its activity is looked at again; the report and the morning's duty share it."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from engine.clock import BANGKOK
from models.case import Case, Closing, case_for, last_case
from models.case_verbs import open_case
from models.plan import Activity
from rules.calendar import WorkCalendar
from rules.finding import FindingKind
from rules.findings import Found
from rules.ladder import Level
from rules.who_can_act import first_level


def closing_of(case: Case, found: Found) -> Closing | None:
    """Return why an open case ends with what is found now, or None where it goes on."""
    if found.moved_on is not None and found.moved_on > case.stood_since:
        return Closing.MOVED
    if found.has_ended:
        return Closing.ENDED
    if found.opening:
        return None
    return Closing.REPORTED if case.reasons == [FindingKind.NOT_REPORTED] else Closing.MENDED


def open_for(
    session: Session, activity: Activity, found: Found, *, on: date, now: datetime, text: str
) -> Case | None:
    """Open a case for what is found, with whoever can act; None where there is nothing, or one is open already.

    Where the movement that closed the last case was taken back, it goes on at the level where it stood.
    """
    if not found.opening or case_for(session, activity.id) is not None:
        return None
    return open_case(
        session,
        activity,
        on=on,
        now=now,
        stood_since=found.stood_since,
        reasons=[finding.kind for finding in found.opening],
        actors=found.actors,
        level=_begins_at(last_case(session, activity.id), found),
        text=text,
    )


def rests_by_hand(
    session: Session, activity: Activity, today: date, calendar: WorkCalendar, days: int
) -> bool:
    """Return whether the office closed the last case by hand less than `days` working days ago: its word counts so long."""
    last = last_case(session, activity.id)
    if last is None or last.closing is not Closing.BY_HAND or last.closed_at is None:
        return False
    closed_on = last.closed_at.astimezone(BANGKOK).date()
    return calendar.working_days_between(closed_on, today) < days


def keep_reasons(case: Case, found: Found) -> None:
    """Let an open case say what stands in the way now."""
    case.reasons = [str(finding.kind) for finding in found.opening]
    case.actors = [str(actor) for actor in found.actors]


def _begins_at(last: Case | None, found: Found) -> Level:
    begins = first_level(found.actors)
    if last is None or last.closing is not Closing.MOVED or last.stood_since < found.stood_since:
        return begins
    return max(begins, last.level, key=lambda level: level.height)
