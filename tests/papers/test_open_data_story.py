"""What the public gets: the announcement, and data that open in any spreadsheet and do nothing there."""

import csv
import io
import json
import zipfile
from datetime import date

import pytest

from documents.papers.announcement import gather
from documents.papers.announcement_form import FORM
from documents.papers.form import Ask
from documents.papers.known import choose_name
from documents.papers.made import shipped_template, written
from documents.papers.open_data import FIELDS, defused
from models.province import Province
from rules.cause import Cause
from rules.status import Status
from tests.office import APRIL, reported
from tests.papers.read_back import bare, words_of_pdf

TODAY = date(2021, 5, 3)


@pytest.fixture
def files(house, office) -> dict[str, bytes]:
    with house.db.write() as session:
        reported(session, office, 13, APRIL, percent=45, baht=3_500_000, causes=(Cause.CONTRACTOR_LATE,),
                 problem_text="คุณลุงเจ้าของที่ดินไม่ยอม")  # fmt: skip
        reported(session, office, 20, APRIL, percent=100, baht=17_500_000, status=Status.COMPLETED)
        session.merge(office.activities[14]).name = '=HYPERLINK("http://example.com")'
        choose_name(session.merge(office.province), "licence", "เงื่อนไขของจังหวัด")
    with house.db.read() as session:
        paper = gather(session, Ask(session.get_one(Province, office.province.id), 2564, TODAY))
    made = {
        kind: written(FORM, paper, shipped_template(FORM), "BCDF-GHJK", TODAY, kind)
        for kind in ("zip", "pdf")
    }
    with zipfile.ZipFile(io.BytesIO(made["zip"])) as archive:
        return {"pdf": made["pdf"], **{name: archive.read(name) for name in archive.namelist()}}


def test_the_csv_opens_in_thai_and_runs_nothing(files):
    content = files["activities-2564.csv"]
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    by_no = {row["activity_no"]: row for row in rows}
    assert by_no["14"]["activity"] == '\'=HYPERLINK("http://example.com")'
    assert by_no["13"]["disbursed_baht"] == "3500000.00" and by_no["13"]["causes"] == "CONTRACTOR_LATE"
    assert by_no["14"]["reported_as_of"] == "" and by_no["20"]["status"] == "COMPLETED"
    assert [defused(words) for words in ("@x", "+1", "-2", "ถนน - คลอง")] == [
        "'@x",
        "'+1",
        "'-2",
        "ถนน - คลอง",
    ]


def test_the_json_says_the_same_with_its_licence_and_code(files):
    whole = json.loads(files["activities-2564.json"])
    assert (whole["fiscal_year_be"], whole["as_of"], whole["code"]) == (2564, "2021-05-03", "BCDF-GHJK")
    assert whole["licence"] == "เงื่อนไขของจังหวัด" and "เงื่อนไขของจังหวัด" in files["LICENCE.txt"].decode()
    assert sum(each["disbursed_baht"] for each in whole["activities"]) == 21_000_000


def test_what_an_officer_wrote_in_own_words_stays_inside(files):
    assert not [name for name, content in files.items() if "คุณลุง" in content.decode("utf-8", "ignore")]
    assert "คุณลุง" not in words_of_pdf(files["pdf"])


def test_every_field_is_in_the_dictionary_in_both_languages(files):
    rows = list(csv.DictReader(io.StringIO(files["data-dictionary.csv"].decode("utf-8-sig"))))
    assert [row["field"] for row in rows] == [field.name for field in FIELDS]
    assert all(row["meaning_th"] != row["meaning_en"] and row["meaning_th"] for row in rows)


def test_the_announcement_has_the_totals_and_the_days_it_must_hang(files):
    said = bare(words_of_pdf(files["pdf"]))
    assert bare("เบิกจ่ายแล้ว ๒๑,๐๐๐,๐๐๐ บาท คิดเป็นร้อยละ ๑๙.๐๙") in said
    assert bare("ไม่น้อยกว่า ๓๐ วัน") in said and said.count(bare("(แล้วเสร็จ)")) == 1
