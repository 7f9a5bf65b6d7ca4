"""The year's plan: projects and their activities, the unit that is reported."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint, bindparam, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from engine import plain
from models.base import Base, Id, Moment, Satang
from rules.fiscal_year import fiscal_year_of, period_just_ended


class Project(Base):
    __tablename__ = "projects"
    __table_args__ = (UniqueConstraint("province_id", "year_be", "name"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    province_id: Mapped[int] = mapped_column(ForeignKey("provinces.id"))
    year_be: Mapped[int]
    no: Mapped[int | None]
    name: Mapped[str] = mapped_column(Text)
    strategic_issue: Mapped[str | None] = mapped_column(Text)
    funding_source: Mapped[str | None] = mapped_column(String(100))
    is_reserve: Mapped[bool] = mapped_column(default=False)


class Activity(Base):
    """The reporting unit; `budget_satang` is after approved transfers, `expense_class` recurrent or investment."""

    __tablename__ = "activities"
    __table_args__ = (UniqueConstraint("province_id", "year_be", "no"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    province_id: Mapped[int] = mapped_column(ForeignKey("provinces.id"))
    year_be: Mapped[int]
    project_id: Mapped[int] = mapped_column(ForeignKey("projects.id"))
    agency_id: Mapped[int] = mapped_column(ForeignKey("agencies.id"), index=True)
    no: Mapped[int]
    code: Mapped[str | None] = mapped_column(String(100))
    name: Mapped[str] = mapped_column(Text)
    main_activity: Mapped[str | None] = mapped_column(Text)
    place: Mapped[str | None] = mapped_column(Text)
    budget_satang: Mapped[int] = mapped_column(Satang)
    expense_class: Mapped[str | None] = mapped_column(String(20))
    planned_start: Mapped[date | None]
    planned_end: Mapped[date | None]
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    made_at: Mapped[datetime] = mapped_column(Moment)


def activities(session: Session, province_id: int, year_be: int) -> list[Activity]:
    """Return a year's activities by number."""
    query = select(Activity).where(Activity.province_id == province_id, Activity.year_be == year_be)
    return list(session.scalars(query.order_by(Activity.no)))


def projects(session: Session, province_id: int, year_be: int) -> list[Project]:
    """Return a year's projects by number."""
    query = select(Project).where(Project.province_id == province_id, Project.year_be == year_be)
    return list(session.scalars(query.order_by(Project.no, Project.id)))


NUMBERED = select(Activity).where(
    Activity.province_id == bindparam("province_id"),
    Activity.year_be == bindparam("year_be"),
    Activity.no == bindparam("no"),
)
NEWEST_YEAR = select(func.max(Activity.year_be)).where(
    Activity.province_id == bindparam("province_id"), Activity.year_be <= bindparam("until")
)
YEARS = select(Activity.year_be).where(Activity.province_id == bindparam("province_id")).distinct()


def activity_numbered(session: Session, province_id: int, year_be: int, no: int) -> Activity | None:
    """Return the activity with this number, or None."""
    return plain.scalar(session, NUMBERED, {"province_id": province_id, "year_be": year_be, "no": no})


def years_with_plan(session: Session, province_id: int) -> list[int]:
    """Return the fiscal years (BE) for which a plan was imported, oldest first."""
    return sorted(plain.scalars(session, YEARS, {"province_id": province_id}))


def _newest_year(session: Session, province_id: int, until: int) -> int | None:
    """Return the last fiscal year (BE) up to `until` that has a plan, which the index on the numbers knows."""
    return plain.scalar(session, NEWEST_YEAR, {"province_id": province_id, "until": until})


def current_year(session: Session, province_id: int, today: date) -> int:
    """Return the fiscal year (BE) that people now speak of: that of the month just ended, where it has a plan.

    In October reports are still written for September, the last month of the old year.
    """
    ended, begun = fiscal_year_of(period_just_ended(today)), fiscal_year_of(today)
    newest = _newest_year(session, province_id, ended)
    if ended not in (newest, begun):
        newest = _newest_year(session, province_id, begun)
    return newest or begun
