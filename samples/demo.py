"""Puts the demo office into a database: the plan, its people and six months of reports; the simulator's start calls it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from itertools import groupby

from sqlalchemy.orm import Session

from documents.plan_file import read_plan
from documents.plan_reading import PlanRow
from engine.clock import BANGKOK
from engine.house import House
from models.agency import agency_named
from models.person import Person, ensure_person, person_at
from models.plan import activities
from models.plan_import import apply_diff, plan_diff
from models.post import Post, hold_post
from models.province import Province, choose_bounds, ensure_province, mark_as_demo
from models.record import Entry, record_reports
from models.report import Kind
from models.target import set_target
from rules.bounds import Bounds
from rules.expense_class import ExpenseClass
from rules.fiscal_year import usual_as_of
from samples.cast import PROVINCE, YEAR_BE, CastMember, cast
from samples.history import SampleReport, monthly_reports
from samples.plan_extra import PLAN_EXTRA
from samples.plan_rows import PLAN_CSV
from samples.targets import sample_targets

# The year began with the plan and everyone at their posts: from then on reports are owed.
YEAR_BEGAN = datetime(2020, 10, 1, 8, 30, tzinfo=BANGKOK)
DEFAULT_CHANNEL = "default"
# Roughly where Phetchaburi lies; good enough to show the question about a place far away.
ABOUT_PHETCHABURI = Bounds(south=12.5, west=99.05, north=13.35, east=100.15)


def load_demo(house: House, add_friend: Callable[[str, str], object], *, with_reports: bool = True) -> None:
    """Fill the database once, and let `add_friend(user_id, display_name)` know everyone, each time.

    The province is made at the house's own present: duties of the months before were done by nobody and are not
    made up. All or nothing is stored; a demo that people have played with is left as it is.
    """
    channels = house.settings.channels
    channel = channels[0].name if channels else DEFAULT_CHANNEL
    with house.db.write() as session:
        if person_at(session, channel, cast()[0].line_user_id) is None:
            province = ensure_province(session, PROVINCE, house.clock.now(), channel)
            mark_as_demo(province)
            choose_bounds(province, ABOUT_PHETCHABURI)
            _bring_in_plan(session, province)
            people = {member.key: _give_post(session, province, member) for member in cast()}
            if with_reports:
                _record_history(session, province, people)
    for member in cast():
        add_friend(member.line_user_id, member.name)


def _bring_in_plan(session: Session, province: Province) -> None:
    rows = [_with_extra(row) for row in read_plan(PLAN_CSV).rows]
    apply_diff(session, plan_diff(session, province.id, YEAR_BE, rows), YEAR_BEGAN)
    for target in sample_targets(YEAR_BE):
        of_class, measure = target.expense_class.value, target.measure.value
        set_target(session, province.id, YEAR_BE, of_class, measure, target.quarter, target.percent)


def _with_extra(row: PlanRow) -> PlanRow:
    expense_class, planned_start, planned_end = PLAN_EXTRA[row.no or 0]
    return replace(
        row,
        expense_class="recurrent" if expense_class is ExpenseClass.RECURRENT else "investment",
        planned_start=planned_start,
        planned_end=planned_end,
    )


def _give_post(session: Session, province: Province, member: CastMember) -> Person:
    """Let one of the cast join and take a post; an officer's post answers for all of its agency's activities."""
    person = ensure_person(session, province.channel, member.line_user_id, YEAR_BEGAN)
    person.name, person.province_id, person.joined_at = member.name, province.id, YEAR_BEGAN
    agency = agency_named(session, province.id, member.agency) if member.agency else None
    post = Post(
        province_id=province.id,
        agency_id=agency.id if agency else None,
        role=member.role,
        title=member.post_title,
    )
    session.add(post)
    session.flush()
    hold_post(session, person, post, YEAR_BEGAN.date())
    return person


def _record_history(session: Session, province: Province, people: dict[str, Person]) -> None:
    """Record what was reported month by month; what one person sent at once has one receipt."""
    numbered = {activity.no: activity for activity in activities(session, province.id, YEAR_BE)}
    for (sent_at, key), together in groupby(
        monthly_reports(), key=lambda each: (each.sent_at, each.reporter_key)
    ):
        entries = [
            Entry(numbered[each.activity_no], each.period, _as_of(each), each.figures, _kind(each))
            for each in together
        ]
        record_reports(session, entries, reporter_id=people[key].id, sent_at=sent_at)


def _as_of(report: SampleReport) -> date:
    return usual_as_of(report.period, report.sent_at.astimezone(BANGKOK).date())


def _kind(report: SampleReport) -> Kind:
    return Kind.NO_CHANGE if report.is_no_change else Kind.REPORT
