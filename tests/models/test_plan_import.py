"""Importing a plan: what is added, changed and left, and what must be asked first."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from sqlalchemy import select

from documents.plan_reading import PlanRow
from models.agency import Agency, agencies, ensure_agency
from models.audit import AuditEntry
from models.plan import activities, activity_numbered, projects
from models.plan_doubts import Conflict
from models.plan_import import apply_diff, plan_diff
from models.province import ensure_province
from models.record import Entry, record_reports
from models.report import Kind, history
from rules.figures import Figures
from rules.status import Status

NOW = datetime(2021, 5, 3, 2, 0, tzinfo=UTC)
MILLION = 100_000_000
RURAL_ROADS = "แขวงทางหลวงชนบทเพชรบุรี"
PUBLIC_WORKS = "สำนักงานโยธาธิการและผังเมืองจังหวัดเพชรบุรี"
TOURISM = "โครงการพัฒนาด้านการท่องเที่ยวและบริการ"
RIVERS = "โครงการบริหารจัดการด้านทรัพยากรธรรมชาติและสิ่งแวดล้อม"


def row(no: int, activity: str, **said: object) -> PlanRow:
    facts = {
        "sheet": "แผนปี 2564",
        "row": no + 5,
        "no": no,
        "code": None,
        "project_no": 3,
        "project": TOURISM,
        "main_activity": None,
        "activity": activity,
        "place": None,
        "budget_satang": 15 * MILLION,
        "agency": RURAL_ROADS,
        "expense_class": None,
        "funding_source": None,
        "strategic_issue": None,
        "planned_start": None,
        "planned_end": None,
    }
    return PlanRow(**{**facts, **said})  # type: ignore[arg-type]


ROAD_13 = row(
    13, "ก่อสร้างถนนลาดยาง สายบ้านห้วยสีตอ - เขาระทิง", planned_end=date(2021, 8, 31), expense_class="investment"
)
ROAD_14 = row(14, "ก่อสร้างถนนลาดยาง สายบ้านน้อย - บ้านหนองบัว")
BANK_20 = row(20, "ก่อสร้างเขื่อนป้องกันตลิ่งริมห้วยแม่ประจันต์", project=RIVERS, project_no=5, agency=PUBLIC_WORKS)
PLAN = [ROAD_13, ROAD_14, BANK_20]


@pytest.fixture
def home(db) -> int:
    """Phetchaburi, where no plan was imported yet."""
    with db.write() as session:
        return ensure_province(session, "เพชรบุรี", NOW).id


def bring_in(db, home: int, rows: list[PlanRow], **options):
    with db.write() as session:
        diff = plan_diff(session, home, 2564, rows, **options)
        apply_diff(session, diff, NOW)
    return diff


def report_13(db, home: int, disbursed_satang: int = 9 * MILLION) -> None:
    figures = Figures(Status.IN_PROGRESS, Decimal(30), disbursed_satang)
    with db.write() as session:
        road = activity_numbered(session, home, 2564, 13)
        entry = Entry(road, date(2021, 3, 1), date(2021, 3, 31), figures, Kind.REPORT)
        record_reports(session, [entry], reporter_id=None, sent_at=NOW)


def changes_of(diff, no: int) -> dict[str, tuple]:
    return {
        change.field: (change.before, change.after)
        for each in diff.change
        if each.no == no
        for change in each.changes
    }


def test_a_new_plan_is_added_with_its_projects_and_agencies(db, home):
    diff = bring_in(db, home, PLAN)
    assert [new.no for new in diff.add] == [13, 14, 20]
    with db.read() as session:
        road = activity_numbered(session, home, 2564, 13)
        assert road.name == ROAD_13.activity
        assert road.budget_satang == 15 * MILLION
        assert road.planned_end == date(2021, 8, 31)
        assert session.get(Agency, road.agency_id).name == RURAL_ROADS
        assert [(project.no, project.name) for project in projects(session, home, 2564)] == [
            (3, TOURISM),
            (5, RIVERS),
        ]


def test_a_second_import_of_the_same_plan_changes_nothing(db, home):
    bring_in(db, home, PLAN)
    again = bring_in(db, home, PLAN)
    assert again.is_empty
    assert again.leave == (13, 14, 20)
    with db.read() as session:
        assert len(activities(session, home, 2564)) == 3
        assert len(session.scalars(select(AuditEntry)).all()) == 1


def test_comparing_alone_stores_nothing(db, home):
    with db.read() as session:
        assert len(plan_diff(session, home, 2564, PLAN).add) == 3
    with db.read() as session:
        assert activities(session, home, 2564) == []


def test_a_province_that_is_not_there_yet_can_be_previewed_but_not_filled(db):
    with db.read() as session:
        diff = plan_diff(session, None, 2564, PLAN)
        assert len(diff.add) == 3
        with pytest.raises(ValueError, match="province"):
            apply_diff(session, diff, NOW)


def test_what_changed_is_shown_before_and_after_and_reports_stay(db, home):
    bring_in(db, home, PLAN)
    report_13(db, home)
    diff = bring_in(
        db, home, [replace(ROAD_13, budget_satang=14 * MILLION, place="ตำบลหนองหญ้าปล้อง"), ROAD_14, BANK_20]
    )
    assert changes_of(diff, 13) == {
        "budget_satang": (15 * MILLION, 14 * MILLION),
        "place": (None, "ตำบลหนองหญ้าปล้อง"),
    }
    assert diff.leave == (14, 20)
    with db.read() as session:
        road = activity_numbered(session, home, 2564, 13)
        assert road.budget_satang == 14 * MILLION
        assert len(history(session, road.id)) == 1


def test_a_file_without_dates_and_classes_does_not_erase_them(db, home):
    bring_in(db, home, PLAN)
    diff = bring_in(
        db, home, [replace(ROAD_13, planned_end=None, expense_class=None, project_no=None), ROAD_14, BANK_20]
    )
    assert diff.is_empty
    with db.read() as session:
        road = activity_numbered(session, home, 2564, 13)
        assert (road.planned_end, road.expense_class) == (date(2021, 8, 31), "investment")


def test_what_the_file_no_longer_holds_is_named_and_kept(db, home):
    bring_in(db, home, PLAN)
    diff = bring_in(db, home, [ROAD_13, BANK_20])
    assert [(each.no, each.name) for each in diff.missing] == [(14, ROAD_14.activity)]
    with db.read() as session:
        assert [activity.no for activity in activities(session, home, 2564)] == [13, 14, 20]


def test_rows_set_aside_are_not_called_missing(db, home):
    bring_in(db, home, PLAN)
    assert bring_in(db, home, [ROAD_13, BANK_20], set_aside={14}).missing == ()


def test_an_agency_is_known_by_its_short_names(db, home):
    with db.write() as session:
        ensure_agency(session, home, RURAL_ROADS).aliases = ["ทช.เพชรบุรี"]
    diff = bring_in(
        db, home, [replace(ROAD_13, agency="ทช.เพชรบุรี"), replace(ROAD_14, agency=f" {RURAL_ROADS}  ")]
    )
    assert diff.new_agencies == ()
    with db.read() as session:
        assert [agency.name for agency in agencies(session, home)] == [RURAL_ROADS]


def test_an_activity_goes_over_to_another_agency(db, home):
    bring_in(db, home, PLAN)
    diff = bring_in(db, home, [ROAD_13, replace(ROAD_14, agency=PUBLIC_WORKS), BANK_20])
    assert changes_of(diff, 14) == {"agency": (RURAL_ROADS, PUBLIC_WORKS)}
    with db.read() as session:
        road = activity_numbered(session, home, 2564, 14)
        assert session.get(Agency, road.agency_id).name == PUBLIC_WORKS


def test_a_corrected_project_name_renames_the_project(db, home):
    bring_in(db, home, PLAN)
    corrected = "โครงการพัฒนาการท่องเที่ยวและบริการ"
    diff = bring_in(
        db, home, [replace(ROAD_13, project=corrected), replace(ROAD_14, project=corrected), BANK_20]
    )
    assert [change.name for change in diff.changed_projects] == [TOURISM]
    assert diff.change == ()
    with db.read() as session:
        assert [project.name for project in projects(session, home, 2564)] == [corrected, RIVERS]


def test_one_activity_moved_to_a_new_project_leaves_the_old_one(db, home):
    bring_in(db, home, PLAN)
    diff = bring_in(db, home, [ROAD_13, replace(ROAD_14, project="โครงการสำรอง", project_no=7), BANK_20])
    assert changes_of(diff, 14) == {"project": (TOURISM, "โครงการสำรอง")}
    assert [line.name for line in diff.new_projects] == ["โครงการสำรอง"]
    with db.read() as session:
        assert [project.no for project in projects(session, home, 2564)] == [3, 5, 7]


def test_a_row_put_in_above_others_does_not_move_their_reports(db, home):
    """Without printed numbers a new row renumbers all that follow; สมชาย's report must not pass to another road."""
    bring_in(db, home, PLAN)
    report_13(db, home)
    new = row(13, "งานไฟสัญญาณจราจร หมายเลข 3510")
    diff = bring_in(db, home, [new, replace(ROAD_13, no=14), replace(ROAD_14, no=15), BANK_20])
    assert [(doubt.row.no, doubt.code) for doubt in diff.doubts] == [
        (no, Conflict.MOVED) for no in (13, 14, 15)
    ]
    assert (diff.doubts[1].before, diff.doubts[1].after) == (13, 14)
    with db.read() as session:
        assert [activity.name for activity in activities(session, home, 2564)] == [
            ROAD_13.activity,
            ROAD_14.activity,
            BANK_20.activity,
        ]


def test_a_reported_activity_does_not_become_another_ones(db, home):
    bring_in(db, home, PLAN)
    stranger = row(13, "เพชรบุรี เมืองสันติสุข ร่มเย็น", agency="กอ.รมน.จังหวัดเพชรบุรี")
    assert not bring_in(db, home, [stranger, BANK_20]).doubts
    bring_in(db, home, [ROAD_13])
    report_13(db, home)
    diff = bring_in(db, home, [stranger, BANK_20])
    assert [(doubt.code, doubt.before) for doubt in diff.doubts] == [(Conflict.REPLACED, ROAD_13.activity)]
    with db.read() as session:
        assert activity_numbered(session, home, 2564, 13).name == ROAD_13.activity


def test_a_corrected_name_of_a_reported_activity_is_taken(db, home):
    bring_in(db, home, PLAN)
    report_13(db, home)
    diff = bring_in(
        db, home, [replace(ROAD_13, activity="ก่อสร้างถนนลาดยาง สายบ้านห้วยสีตอ-เขากระทิง"), ROAD_14, BANK_20]
    )
    assert list(changes_of(diff, 13)) == ["name"]


def test_a_budget_below_what_was_disbursed_is_asked_about(db, home):
    bring_in(db, home, PLAN)
    report_13(db, home, disbursed_satang=9 * MILLION)
    diff = bring_in(db, home, [replace(ROAD_13, budget_satang=8 * MILLION), ROAD_14, BANK_20])
    assert [(doubt.code, doubt.before) for doubt in diff.doubts] == [(Conflict.BELOW_DISBURSED, 9 * MILLION)]
    assert not bring_in(db, home, [replace(ROAD_13, budget_satang=9 * MILLION)]).doubts


def test_rows_that_disagree_about_their_project_are_asked_about(db, home):
    diff = bring_in(
        db,
        home,
        [replace(ROAD_13, funding_source="งบจังหวัด"), replace(ROAD_14, funding_source="งบกลุ่มจังหวัด"), BANK_20],
    )
    assert [(doubt.row.no, doubt.code, doubt.field) for doubt in diff.doubts] == [
        (14, Conflict.PROJECT_DIFFERS, "funding_source")
    ]
    assert [new.no for new in diff.add] == [13, 20]


def test_provinces_and_years_do_not_touch_each_other(db, home):
    bring_in(db, home, PLAN)
    with db.write() as session:
        loei = ensure_province(session, "เลย", NOW).id
        assert len(plan_diff(session, loei, 2564, PLAN).add) == 3
        assert len(plan_diff(session, home, 2565, PLAN).add) == 3


def test_a_number_given_twice_is_the_callers_mistake(db, home):
    with db.read() as session, pytest.raises(ValueError, match="twice"):
        plan_diff(session, home, 2564, [ROAD_13, replace(ROAD_14, no=13)])


def test_the_import_is_noted_in_numbers_and_fields_only(db, home):
    bring_in(db, home, PLAN)
    bring_in(db, home, [replace(ROAD_13, budget_satang=14 * MILLION)])
    with db.read() as session:
        first, second = session.scalars(select(AuditEntry).order_by(AuditEntry.id)).all()
    assert first.about["added"] == [13, 14, 20]
    assert second.about["changed"] == {"13": ["budget_satang"]}
    assert second.about["budgets_satang"] == {"13": [15 * MILLION, 14 * MILLION]}
