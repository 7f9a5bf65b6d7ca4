"""import-plan: อนงค์ of the provincial office brings the year's plan in, again and again."""

import csv
import json
from pathlib import Path

import pytest
import xlsxwriter
from sqlalchemy import func, select

from models.plan import Activity, activity_numbered
from models.province import province_named

SAMPLES = Path(__file__).parents[2] / "samples"
SAMPLE_CSV = SAMPLES / "phetchaburi-2564.csv"
SAMPLE_XLSX = SAMPLES / "phetchaburi-2564.xlsx"
TO_PHETCHABURI = ("--province", "เพชรบุรี", "--year", "2564")
HEADINGS = ("ลำดับ", "โครงการ", "กิจกรรม", "งบประมาณ (บาท)", "หน่วยงาน")
ROAD = "ก่อสร้างถนนลาดยาง สายบ้านห้วยสีตอ - เขาระทิง"


def plan_file(path: Path, *rows: tuple[object, ...]) -> Path:
    """Write a small plan with these rows, its headings in row 1."""
    with path.open("w", encoding="utf-8-sig", newline="") as target:
        csv.writer(target).writerows([HEADINGS, *rows])
    return path


def road(budget: object = "15,000,000", no: int = 13) -> tuple[object, ...]:
    return no, "โครงการพัฒนาด้านการท่องเที่ยวและบริการ", ROAD, budget, "แขวงทางหลวงชนบทเพชรบุรี"


def bank(budget: object = "17,500,000") -> tuple[object, ...]:
    return 20, "โครงการบริหารจัดการด้านทรัพยากรธรรมชาติ", "ก่อสร้างเขื่อนป้องกันตลิ่ง", budget, "สำนักงานโยธาธิการและผังเมือง"


def stored(db) -> int:
    with db.read() as session:
        return session.scalar(select(func.count(Activity.id)))


def budget_of(db, no: int) -> int:
    with db.read() as session:
        return activity_numbered(session, province_named(session, "เพชรบุรี").id, 2564, no).budget_satang


@pytest.mark.parametrize("file", [SAMPLE_CSV, SAMPLE_XLSX], ids=["csv", "xlsx"])
def test_the_real_plan_comes_in_whole(terminal, db, file):
    result = terminal("import-plan", file, *TO_PHETCHABURI)
    assert result.exit_code == 0
    assert "23 กิจกรรม 6 โครงการ 14 หน่วยงาน รวม 181,750,000 บาท" in result.stdout
    assert ROAD in result.stdout
    assert stored(db) == 23


def test_a_second_import_changes_nothing_and_says_so(terminal, db):
    terminal("import-plan", SAMPLE_CSV, *TO_PHETCHABURI)
    again = json.loads(terminal("import-plan", SAMPLE_XLSX, *TO_PHETCHABURI, "--json").stdout)
    assert (again["add"], again["change"], again["stored"]) == ([], [], False)
    assert again["leave"] == list(range(1, 24))
    assert stored(db) == 23


def test_a_dry_run_shows_what_would_come_and_stores_nothing(terminal, db):
    result = terminal("import-plan", SAMPLE_CSV, *TO_PHETCHABURI, "--dry-run")
    assert result.exit_code == 0
    assert "เพิ่ม: 23" in result.stdout
    assert stored(db) == 0
    with db.read() as session:
        assert province_named(session, "เพชรบุรี") is None


def test_a_changed_budget_is_shown_before_and_after(terminal, db, tmp_path):
    terminal("import-plan", plan_file(tmp_path / "plan.csv", road(), bank()), *TO_PHETCHABURI)
    result = terminal(
        "import-plan", plan_file(tmp_path / "plan.csv", road("14,000,000"), bank()), *TO_PHETCHABURI
    )
    assert f"13  {ROAD}: งบประมาณ 15,000,000 บาท → 14,000,000 บาท" in result.stdout
    assert budget_of(db, 13) == 1_400_000_000


def test_what_the_file_no_longer_holds_is_named_and_kept(terminal, db, tmp_path):
    terminal("import-plan", plan_file(tmp_path / "plan.csv", road(), bank()), *TO_PHETCHABURI)
    result = terminal("import-plan", plan_file(tmp_path / "plan.csv", bank()), *TO_PHETCHABURI, "--json")
    assert json.loads(result.stdout)["missing"] == [{"no": 13, "name": ROAD}]
    assert stored(db) == 2


def test_a_doubtful_row_stops_the_whole_import_and_is_named(terminal, db, tmp_path):
    result = terminal(
        "import-plan", plan_file(tmp_path / "plan.csv", road("๑๐,๐๐๐,๐๐"), bank()), *TO_PHETCHABURI
    )
    assert result.exit_code == 2
    assert "แถว 2: จำนวนเงิน “๑๐,๐๐๐,๐๐”" in result.stdout
    assert len(result.stderr.splitlines()) == 1
    assert stored(db) == 0


def test_a_dry_run_over_doubtful_rows_still_succeeds(terminal, tmp_path):
    file = plan_file(tmp_path / "plan.csv", road("๑๐,๐๐๐,๐๐"), bank())
    result = terminal("import-plan", file, *TO_PHETCHABURI, "--dry-run", "--json")
    assert result.exit_code == 0
    said = json.loads(result.stdout)
    assert said["refused"]
    assert [(doubt["row"], doubt["code"]) for doubt in said["doubts"]] == [(2, "AMOUNT_FORMAT")]


def test_doubtful_rows_can_be_left_out(terminal, db, tmp_path):
    file = plan_file(tmp_path / "plan.csv", road("๑๐,๐๐๐,๐๐"), bank())
    result = terminal("import-plan", file, *TO_PHETCHABURI, "--accept-doubtful")
    assert result.exit_code == 0
    assert "๑๐,๐๐๐,๐๐" in result.stdout
    assert (stored(db), budget_of(db, 20)) == (1, 1_750_000_000)


def test_a_row_that_could_be_read_in_spite_of_a_doubt_is_taken_on_request_only(terminal, db, tmp_path):
    file = tmp_path / "plan.csv"
    lines = [(*HEADINGS, "วันที่สิ้นสุด"), (*road(), "ปลายฝน"), (*bank(), "30/4/2564")]
    with file.open("w", encoding="utf-8-sig", newline="") as target:
        csv.writer(target).writerows(lines)
    terminal("import-plan", file, *TO_PHETCHABURI, "--accept-doubtful")
    assert stored(db) == 1
    terminal("import-plan", file, *TO_PHETCHABURI, "--as-read")
    assert stored(db) == 2


@pytest.mark.parametrize(
    ("options", "status", "activities"),
    [
        ((), 2, 0),
        (("--accept-doubtful",), 0, 1),
        (("--as-read",), 0, 2),
        (("--hidden", "read"), 0, 2),
        (("--hidden", "leave"), 0, 1),
    ],
)
def test_hidden_rows_wait_for_a_word_of_the_admin(terminal, db, tmp_path, options, status, activities):
    file = tmp_path / "plan.xlsx"
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet("แผน")
        for at, row in enumerate([HEADINGS, road(15_000_000), bank(17_500_000)]):
            sheet.write_row(at, 0, row)
        sheet.set_row(1, None, None, {"hidden": True})
    result = terminal("import-plan", file, *TO_PHETCHABURI, *options)
    assert result.exit_code == status, result.stdout
    assert stored(db) == activities
    asked = "แถวที่ซ่อนไว้ 1 แถว (2) ถูกอ่านด้วย" in result.stdout and "--hidden leave" in result.stdout
    assert asked is ("--hidden" not in options)
    said = json.loads(terminal("import-plan", file, *TO_PHETCHABURI, *options, "--dry-run", "--json").stdout)
    assert said["hidden"] == [
        {"sheet": "แผน", "rows": [2], "columns": [], "choice": options[1] if asked is False else "ask"}
    ]


def test_a_printed_total_that_differs_is_shown_and_stops_nothing(terminal, db, tmp_path):
    file = plan_file(tmp_path / "plan.csv", road(), bank(), ("", "รวมทั้งสิ้น", "", "32,000,000", ""))
    result = terminal("import-plan", file, *TO_PHETCHABURI, "--json")
    total = json.loads(result.stdout)["totals"][0]
    assert (total["printed_satang"], total["summed_satang"]) == (3_200_000_000, 3_250_000_000)
    assert stored(db) == 2


def test_numbers_that_moved_are_asked_about(terminal, db, tmp_path):
    terminal("import-plan", plan_file(tmp_path / "plan.csv", road(no=13), bank()), *TO_PHETCHABURI)
    result = terminal("import-plan", plan_file(tmp_path / "plan.csv", road(no=14), bank()), *TO_PHETCHABURI)
    assert result.exit_code == 2
    assert "กิจกรรม 13" in result.stdout
    assert stored(db) == 2


def test_an_agency_written_shorter_is_the_same_agency(terminal, tmp_path):
    full = (*bank()[:4], "สำนักงานโยธาธิการและผังเมืองจังหวัดเพชรบุรี")
    short = (*bank()[:4], "สนง.โยธาธิการและผังเมือง จังหวัดเพชรบุรี")
    terminal("import-plan", plan_file(tmp_path / "plan.csv", full), *TO_PHETCHABURI)
    result = terminal("import-plan", plan_file(tmp_path / "plan.csv", short), *TO_PHETCHABURI, "--json")
    assert json.loads(result.stdout)["leave"] == [20]


def test_english_on_request(terminal):
    result = terminal("import-plan", SAMPLE_CSV, *TO_PHETCHABURI, "--language", "en")
    assert "Add: 23" in result.stdout
    assert "23 activities in 6 projects of 14 agencies" in result.stdout


@pytest.mark.parametrize(
    ("file", "year", "said"),
    [
        ("nowhere.xlsx", "2564", "nowhere.xlsx"),
        (SAMPLES, "2564", "samples"),
        (SAMPLE_CSV, "2021", "2564"),
        (SAMPLE_CSV, "64", "--year"),
        (SAMPLE_CSV, "year", "--year"),
        (SAMPLE_CSV, "9999", "--year"),
        (SAMPLE_XLSX, "2565", "2564"),
    ],
)
def test_bad_input_gets_one_clear_line(terminal, db, file, year, said):
    result = terminal("import-plan", file, "--province", "เพชรบุรี", "--year", year)
    assert result.exit_code == 2
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert stored(db) == 0


def test_a_file_that_is_no_plan_is_refused(terminal, tmp_path):
    page = tmp_path / "plan.xlsx"
    page.write_text("<html><table><tr><td>แผน</td></tr></table></html>", encoding="utf-8")
    result = terminal("import-plan", page, *TO_PHETCHABURI)
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1


def test_the_year_may_be_written_in_thai_digits(terminal, db):
    assert terminal("import-plan", SAMPLE_CSV, "--province", "จังหวัดเพชรบุรี", "--year", "๒๕๖๔").exit_code == 0
    assert stored(db) == 23
