"""Which reports are still missing for a month, from the current rows alone: rules/duty.owes said in SQL.

A test holds the two together. What it costs follows what is owed, not what was ever reported.
"""

from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache, partial
from typing import NamedTuple

from sqlalchemy import ColumnElement, Integer, String, and_, func, or_, select, type_coerce
from sqlalchemy.orm import Session

from engine.clock import BANGKOK
from models.agency import Agency
from models.many import is_among
from models.plan import Activity
from models.standing import Standing
from rules.fiscal_year import first_day, last_day, next_period
from rules.status import Status


class Owed(NamedTuple):
    """An activity without its report, its latest one (`period` None: none ever), and nothing that a reminder needs not.

    Figures are as they are stored until somebody reads them: of many activities a card counts all and shows a few.
    """

    id: int
    no: int
    name: str
    agency_id: int
    period: date | None
    disbursed_satang: int | None
    stored_status: str | None
    hundredths_done: int | None
    agency: str

    @property
    def short_name(self) -> str:
        return self.name

    @property
    def status(self) -> Status | None:
        return _status(self.stored_status)

    @property
    def progress_percent(self) -> Decimal | None:
        return _percent(self.hundredths_done)


def owed_by(
    session: Session, province_id: int, agencies: Mapping[int, str], year_be: int, period: date
) -> list[Owed]:
    """Return what these agencies (by id, with their names) owe for `period`, by agency and number."""
    if not first_day(year_be) <= period <= last_day(year_be):
        return []
    query = (
        select(
            Activity.id,
            Activity.no,
            Activity.name,
            Activity.agency_id,
            Standing.period,
            Standing.disbursed_satang,
            type_coerce(Standing.status, String),
            type_coerce(Standing.progress_percent, Integer),
        )
        .join(Standing, Standing.activity_id == Activity.id, isouter=True)
        .where(
            Activity.province_id == province_id,
            Activity.year_be == year_be,
            is_among(session, Activity.agency_id, agencies),
            _is_missing(period),
        )
        .order_by(Activity.agency_id, Activity.no)
    )
    session.flush()  # as a session does by itself; what comes back from its connection costs half as much
    found = session.connection().execute(query).fetchall()
    make = partial(tuple.__new__, Owed)  # what Owed(...) does, for hundreds of thousands
    return [make((*row, agencies[row[3]])) for row in found]  # its agency_id


def agencies_of(session: Session, province_id: int) -> dict[int, str]:
    """Return the names of a province's agencies by id."""
    query = select(Agency.id, Agency.name).where(Agency.province_id == province_id).order_by(Agency.id)
    return dict(session.execute(query).all())


@cache
def _status(word: str | None) -> Status | None:
    return None if word is None else Status(word)


@cache
def _percent(hundredths: int | None) -> Decimal | None:
    """Return a percentage as it is stored, of which there are ten thousand and no more."""
    return None if hundredths is None else Decimal(hundredths).scaleb(-2)


def _is_missing(period: date) -> ColumnElement[bool]:
    """Say rules/duty.owes for a period of the activities' own year."""
    disbursed = func.coalesce(Standing.disbursed_satang, 0)
    left_over = func.coalesce(Standing.left_over_satang, 0)
    is_paid = and_(Activity.budget_satang > 0, disbursed >= Activity.budget_satang)
    is_done = and_(Standing.status == Status.COMPLETED, Activity.budget_satang - disbursed - left_over <= 0)
    has_ended = or_(Standing.status == Status.CANCELLED, is_paid, is_done)
    # Whoever comes into the plan in a month reports from the month before it on.
    known_before = datetime.combine(next_period(next_period(period)), time(), BANGKOK)
    return and_(
        Activity.made_at < known_before,
        or_(Standing.activity_id.is_(None), Standing.period < period),
        func.coalesce(has_ended, False).is_(False),
    )
