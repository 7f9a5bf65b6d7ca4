"""What can be done with a case (models/case); every verb writes its line into the case's history."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy.orm import Session

from models.case import Case, Closing, StepKind, case_for, record_step
from models.plan import Activity
from rules.ladder import Level
from rules.who_can_act import Actor


def open_case(
    session: Session,
    activity: Activity,
    *,
    on: date,
    now: datetime,
    stood_since: date,
    reasons: Sequence[str],
    actors: Sequence[Actor],
    level: Level = Level.OFFICER,
    text: str | None = None,
) -> Case:
    """Open an activity's case, or return the one that is open already; `text` is the evidence in one sentence."""
    case = case_for(session, activity.id)
    if case is not None:
        return case
    case = Case(
        province_id=activity.province_id,
        activity_id=activity.id,
        opened_on=on,
        stood_since=stood_since,
        level=level,
        level_since=on,
        reasons=[str(reason) for reason in reasons],
        actors=[str(actor) for actor in actors],
    )
    session.add(case)
    session.flush()
    record_step(session, case, StepKind.OPENED, now, text=text)
    return case


def raise_case(
    session: Session,
    case: Case,
    level: Level,
    *,
    on: date,
    now: datetime,
    by: int | None = None,
    text: str | None = None,
) -> None:
    """Bring a case to a higher level; a level that it has reached already changes nothing."""
    if level.height <= case.level.height:
        return
    case.level, case.level_since = level, on
    case.told_on = case.acknowledged_until = case.broken_on = None
    record_step(session, case, StepKind.RAISED, now, person_id=by, text=text)


def acknowledge_case(session: Session, case: Case, *, by: int, until: date, now: datetime) -> None:
    """Rest the repetition of what was told up to and with a day; the ladder's clock runs on."""
    if case.acknowledged_until == until:
        return
    case.acknowledged_until = until
    record_step(session, case, StepKind.ACKNOWLEDGED, now, person_id=by)


def snooze_case(session: Session, case: Case, *, by: int, until: date, reason: str, now: datetime) -> None:
    """Rest the ladder up to and with a day, for a reason that the next level sees."""
    case.snoozed_until, case.snooze_reason, case.snoozed_by = until, reason, by
    record_step(session, case, StepKind.SNOOZED, now, person_id=by, text=reason)


def promise(session: Session, case: Case, *, by: int, on: date, text: str, now: datetime) -> None:
    """Keep a catch-up plan (แผนเร่งรัด): the ladder rests up to and with its date."""
    case.promised_on, case.promise_text, case.promised_by, case.broken_on = on, text, by, None
    record_step(session, case, StepKind.PROMISED, now, person_id=by, text=text)


def break_promise(session: Session, case: Case, *, on: date, now: datetime) -> None:
    """Note that the promised date passed without movement; the next step of the ladder is due."""
    case.promised_on, case.broken_on = None, on
    record_step(session, case, StepKind.BROKEN, now, person_id=case.promised_by, text=case.promise_text)


def put_on_agenda(session: Session, case: Case, *, by: int | None, on: date, now: datetime) -> None:
    """Put a case on the agenda of the heads' meeting; a second time changes nothing."""
    if case.agenda_on is None:
        case.agenda_on = on
        record_step(session, case, StepKind.MEETING, now, person_id=by)


def take_off_agenda(case: Case) -> None:
    """The meeting was held, or is not needed any more."""
    case.agenda_on = None


def record_letter(session: Session, case: Case, *, by: int | None, letter_no: str, now: datetime) -> None:
    """Note the number of the letter that was sent to the agency."""
    if case.letter_no != letter_no:
        case.letter_no = letter_no
        record_step(session, case, StepKind.LETTER, now, person_id=by, text=letter_no)


def close_case(
    session: Session,
    case: Case,
    closing: Closing,
    now: datetime,
    *,
    by: int | None = None,
    text: str | None = None,
    report_id: int | None = None,
) -> None:
    """End a case and say why; an ended case is left as it is."""
    if case.closed_at is not None:
        return
    case.closed_at, case.closing = now, closing
    record_step(session, case, StepKind.CLOSED, now, person_id=by, text=text, report_id=report_id)
