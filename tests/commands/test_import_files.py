"""What อนงค์ types at the office: past results, treasury exports, changes of the plan, and lists of staff."""

import json
import re
from pathlib import Path

import pytest
from sqlalchemy import func, select

from documents.plan_sheets import open_sheets
from models.import_finding import findings_of
from models.join_code import JoinCode
from models.plan import Activity, activity_numbered
from models.plan_change import changes_of, original_budget_satang
from models.province import province_named
from models.report import Kind, history
from tests.documents.books import comma_text, workbook

SAMPLES = Path(__file__).parents[2] / "samples"
LAMPANG = (SAMPLES / "lampang-2560.xlsx", "--province", "ลำปาง", "--year", "2560", "--results")
PLAN = (SAMPLES / "phetchaburi-2564.xlsx", "--province", "เพชรบุรี", "--year", "2564")
ROADS = "แขวงทางหลวงชนบทเพชรบุรี"


@pytest.fixture
def planned(terminal):
    """The plan of 2564 is in."""
    assert terminal("import-plan", *PLAN).exit_code == 0


def activity(session, no, province="เพชรบุรี", year_be=2564):
    return activity_numbered(session, province_named(session, province).id, year_be, no)


class TestPastResults:
    def test_lampang_comes_in_as_printed_with_its_inconsistencies_kept(self, terminal, db):
        said = json.loads(terminal("import-plan", *LAMPANG, "--json").stdout)
        assert said["stored"] and said["results_stored"] == 8 and len(said["differences"]) == 10
        with db.read() as session:
            (report,) = history(session, activity(session, 5, "ลำปาง", 2560).id)
            assert (report.kind, report.as_of.isoformat()) == (Kind.IMPORT, "2017-09-30")
            assert (report.disbursed_satang, report.left_over_satang) == (804_513_800, 105_896_200)
            kept = findings_of(session, province_named(session, "ลำปาง").id, 2560)
            assert {(each.why, each.printed - each.computed) for each in kept} >= {
                ("LOST_MINUS", 820_000),
                ("LOST_SATANG", -26),
            }

    def test_the_same_results_again_change_nothing(self, terminal, db):
        terminal("import-plan", *LAMPANG)
        assert json.loads(terminal("import-plan", *LAMPANG, "--json").stdout)["results_stored"] == 0

    def test_without_results_it_is_no_plan(self, terminal, db):
        result = terminal("import-plan", *LAMPANG[:-1])
        assert result.exit_code == 2 and "หัวตาราง" in result.stderr


class TestColumns:
    ROWS = (("ที่", "โครงการ", "กิจกรรม", "ยอดที่ได้", "หน่วยงาน"), (1, "โครงการก", "ถนน", 500, ROADS))

    def test_a_column_is_told_once_and_known_from_then_on(self, terminal, tmp_path):
        file = workbook(tmp_path / "plan.xlsx", self.ROWS)
        to = ("--province", "เพชรบุรี", "--year", "2564")
        assert terminal("import-plan", file, *to).exit_code == 2
        assert terminal("import-plan", file, *to, "--column", "D=budget").exit_code == 0
        again = json.loads(terminal("import-plan", file, *to, "--json").stdout)
        assert again["read"]["budget_satang"] == 50_000 and again["leave"] == [1]

    def test_a_field_that_there_is_not_is_refused_in_one_line(self, terminal, tmp_path):
        file = workbook(tmp_path / "plan.xlsx", self.ROWS)
        result = terminal("import-plan", file, "--province", "ก", "--year", "2564", "--column", "D=money")
        assert result.exit_code == 2 and "--column" in result.stderr and result.stderr.count("\n") == 1


class TestChanges:
    HEADINGS = ("กิจกรรมที่", "ประเภท", "จำนวนเงิน", "ไปกิจกรรมที่", "วันที่อนุมัติ", "เลขที่หนังสือ", "ผู้อนุมัติ")
    TRANSFER = (13, "โอนเปลี่ยนแปลง", 1_000_000, 14, "15 ก.พ. 2564", "พบ 0017.2/123", "ก.บ.จ.")

    def test_a_transfer_is_dated_and_leaves_the_original_visible(self, terminal, db, planned, tmp_path):
        file = workbook(tmp_path / "changes.xlsx", [self.HEADINGS, self.TRANSFER])
        for _again in range(2):
            assert terminal("import-changes", file).exit_code == 0
        with db.read() as session:
            road = activity(session, 13)
            assert (original_budget_satang(session, road), road.budget_satang) == (
                1_500_000_000,
                1_400_000_000,
            )
            (change,) = changes_of(session, [road.id])
            assert (change.decided_on.isoformat(), change.reference, change.other_no) == (
                "2021-02-15",
                "พบ 0017.2/123",
                14,
            )

    def test_one_bad_change_stores_none(self, terminal, db, planned, tmp_path):
        rows = [self.HEADINGS, self.TRANSFER, (99, "ยกเลิก", None, None, "1/3/2564", None, None)]
        result = terminal("import-changes", workbook(tmp_path / "changes.xlsx", rows))
        assert result.exit_code == 2 and "99" in result.stdout
        with db.read() as session:
            assert activity(session, 13).budget_satang == 1_500_000_000

    def test_a_plan_read_again_in_the_year_dates_its_changed_budgets(self, terminal, db, planned, tmp_path):
        text = (
            PLAN[0]
            .with_suffix(".csv")
            .read_text(encoding="utf-8")
            .replace(",15000000,แขวง", ",14000000,แขวง", 1)
        )
        (tmp_path / "plan.csv").write_text(text, encoding="utf-8")
        approved = ("--approved-on", "2021-03-01", "--reference", "มติ ก.บ.จ. 3/2564")
        assert terminal("import-plan", tmp_path / "plan.csv", *PLAN[1:], *approved).exit_code == 0
        with db.read() as session:
            (change,) = changes_of(session, [activity(session, 13).id])
            assert (change.before_satang, change.after_satang, change.reference) == (
                1_500_000_000,
                1_400_000_000,
                "มติ ก.บ.จ. 3/2564",
            )


class TestTreasury:
    HEADINGS = ("รหัสงบประมาณ", "รายการ", "งบประมาณหลังโอนเปลี่ยนแปลง", "ผูกพัน", "เบิกจ่าย", "คงเหลือ")
    ROAD = ("07003", "ก่อสร้างถนนลาดยาง สายบ้านห้วยสีตอ - เขาระทิง", 15_000_000, 0, 3_000_000, 12_000_000)

    def test_a_likely_line_is_asked_about_and_matched_on_a_word(self, terminal, planned, tmp_path):
        file = workbook(tmp_path / "gfmis.xlsx", [self.HEADINGS, self.ROAD])
        looked = json.loads(
            terminal("import-treasury", file, "--as-of", "2021-03-31", "--dry-run", "--json").stdout
        )
        assert not looked["stored"] and looked["lines"][0]["candidates"][0] == 13
        assert terminal("import-treasury", file, "--as-of", "2021-03-31", "--match", "2=13").exit_code == 0
        compared = json.loads(terminal("reconcile", "--json", "--out", tmp_path / "r.xlsx").stdout)
        (row,) = compared["activities"]
        assert (row["no"], row["standing"], row["treasury_satang"]) == (13, "not_reported", 300_000_000)
        cells = [
            text
            for sheet in open_sheets(tmp_path / "r.xlsx").sheets
            for row in sheet.rows
            for _at, text in row.filled()
        ]
        assert "ยังไม่รายงาน" in cells

    def test_windows_thai_text_is_read_and_a_wrong_balance_named(self, terminal, planned, tmp_path):
        road = (*self.ROAD[:5], 11_000_000)
        (tmp_path / "gfmis.csv").write_bytes(comma_text([self.HEADINGS, road]).encode("cp874"))
        result = terminal("import-treasury", tmp_path / "gfmis.csv", "--as-of", "2021-03-31")
        assert result.exit_code == 0 and "1,000,000.00" in result.stdout

    def test_a_line_that_cannot_be_read_stores_nothing(self, terminal, planned, tmp_path):
        file = workbook(tmp_path / "gfmis.xlsx", [self.HEADINGS, (*self.ROAD[:4], "๓,๐๐๐,๐๐", 0)])
        assert terminal("import-treasury", file, "--as-of", "2021-03-31").exit_code == 2
        assert terminal("reconcile").exit_code == 2


class TestPeople:
    HEADINGS = ("ลำดับ", "ชื่อ-สกุล", "ตำแหน่ง", "สังกัด", "กิจกรรมที่รับผิดชอบ", "โทรศัพท์")

    def test_posts_and_codes_come_from_a_list(self, terminal, db, planned, tmp_path):
        rows = [
            self.HEADINGS,
            (1, "สมชาย", "นายช่างโยธา", "แขวงทางหลวงชนบท เพชรบุรี", "13, 14-15", "032-000-000"),
            (2, "มาลี", "ผู้อำนวยการแขวง", ROADS, None, None),
            (3, "ใครก็ไม่รู้", "เจ้าหน้าที่", "หน่วยงานที่ไม่มี", None, None),
            (4, "ประสิทธิ์", "วิศวกร", ROADS, "20", None),
        ]
        file, out = workbook(tmp_path / "people.xlsx", rows), tmp_path / "codes.xlsx"
        result = terminal("import-people", file, "--out", out, "--json")
        said = json.loads(result.stdout)
        assert result.exit_code == 2, "two rows do not fit the plan"
        assert [(each["name"], each["role"], each["activities"]) for each in said["people"]] == [
            ("สมชาย", "officer", [13, 14, 15]),
            ("มาลี", "head", []),
        ]
        assert [each["code"] for each in said["doubts"]] == ["AGENCY_UNKNOWN", "ACTIVITY_UNKNOWN"]
        code = said["people"][0]["code"]
        assert re.fullmatch(r"\w{4}-\w{4}", code)
        printed = [text for row in open_sheets(out).sheets[0].rows for _at, text in row.filled()]
        assert code in printed and "032-000-000" in printed

        again = json.loads(terminal("import-people", file, "--json").stdout)
        assert [each["code"] for each in again["people"]] == [None, None], (
            "a code that still works is not doubled"
        )
        with db.read() as session:
            assert session.scalar(select(func.count(JoinCode.id))) == 2
            assert session.scalar(select(func.count(Activity.id))) == 23
