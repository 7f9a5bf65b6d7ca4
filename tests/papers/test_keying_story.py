"""What is keyed into the central systems: the office's own fields, copy-ready, and only what changed the next time."""

import io
from datetime import date

import pytest
from python_calamine import CalamineWorkbook

from bot import create_app
from documents.papers.form import Ask
from documents.papers.keying import gather
from documents.papers.keying_form import FORM
from documents.papers.made import make_paper, write_paper
from models.province import Province
from tests.office import APRIL, MARCH, reported

TODAY = date(2021, 5, 3)


@pytest.fixture
def run(house):
    return create_app(house=house).test_cli_runner()


def sheet(house, office, system: str) -> dict:
    with house.db.read() as session:
        context = gather(session, Ask(session.get_one(Province, office.province.id), 2564, TODAY)).context
    return next(each for each in context["systems"] if each["system"] == system)


def test_a_second_sheet_tells_only_what_changed_since_the_first_was_keyed(house, clock, office, run):
    with house.db.write() as session:
        reported(session, office, 13, MARCH, baht=2_250_000)
        ask = Ask(session.get_one(Province, office.province.id), 2564, TODAY)
        code = make_paper(session, FORM, ask, clock.now()).code
    first = sheet(house, office, "e-Plan")
    assert first["to_key"] == 5 and all(row["is_new"] for row in first["rows"])

    said = run.invoke(args=["report", "keyed", code.lower(), "eplan"])
    assert said.exit_code == 0 and code in said.output
    assert sheet(house, office, "e-Plan")["to_key"] == 0
    with house.db.write() as session:
        reported(session, office, 13, APRIL, percent=45, baht=3_500_000.5)
    again = sheet(house, office, "e-Plan")
    assert again["to_key"] == 1 and again["keyed_code"] == code
    (row,) = [row for row in again["rows"] if row["changed"]]
    (field,) = [field for field in row["fields"] if field["is_changed"]]
    assert (row["no"], field["value"], field["was"]) == (13, "3500000.50", "2250000.00")
    assert sheet(house, office, "PADME")["to_key"] == 5, "that system was not keyed"


def test_the_office_enters_the_fields_of_its_own_screen_in_their_order(house, clock, office, run, tmp_path):
    own = tmp_path / "padme.csv"
    own.write_text("field,source\nรหัส,activity_no\nผลการเบิกจ่าย,disbursed\nผู้รับรอง,by_hand\n", encoding="utf-8")
    assert run.invoke(args=["report", "keying-fields", "padme", str(own)]).exit_code == 0
    with house.db.write() as session:
        reported(session, office, 13, MARCH, baht=2_250_000)
        ask = Ask(session.get_one(Province, office.province.id), 2564, TODAY)
        paper = make_paper(session, FORM, ask, clock.now())
        content = write_paper(session, paper, "xlsx")
    rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name("PADME").to_python()
    heading = next(at for at, row in enumerate(rows) if row[0] == "ที่")
    assert rows[heading][2:] == ["รหัส", "ผลการเบิกจ่าย", "ผู้รับรอง"]
    assert rows[heading + 1][2:] == ["13", "2250000.00", ""]
    assert run.invoke(args=["report", "keying-fields", "padme", "--forget"]).exit_code == 0
    assert not sheet(house, office, "PADME")["is_own"]


def test_what_cannot_be_a_field_is_refused_in_one_line(office, run, tmp_path):
    wrong = tmp_path / "wrong.csv"
    wrong.write_text("ช่อง,salary\n", encoding="utf-8")
    for arguments in (
        ["keying-fields", "padme", str(wrong)],
        ["keyed", "BCDF-GHJK"],
        ["keying-fields", "padme", "no.csv"],
    ):
        said = run.invoke(args=["report", *arguments])
        assert said.exit_code == 2 and len(said.output.strip().splitlines()) == 1
    assert "salary" in run.invoke(args=["report", "keying-fields", "padme", str(wrong)]).output
