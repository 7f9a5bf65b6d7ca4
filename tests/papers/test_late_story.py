"""Agencies that are late get a letter each, and the governor a memo: the same activities, days and baht in both."""

import io
import zipfile
from datetime import date, datetime

import pytest

from bot import create_app
from documents.papers.form import Ask
from documents.papers.late import gather
from documents.papers.late_forms import LETTER_FORM, MEMO_FORM
from documents.papers.made import make_paper, write_paper
from engine.clock import BANGKOK
from models.case_verbs import raise_case, record_letter
from rules.ladder import Level
from tests.follow_up import stuck_case
from tests.office import APRIL, MARCH, PUBLIC_WORKS, RURAL_ROADS, reported
from tests.papers.read_back import bare, words_of_docx, words_of_pdf
from tests.papers.test_results_story import links_in

TODAY = date(2021, 5, 17)


@pytest.fixture
def late(house, clock, office):
    """All agencies reported March; in May the rural roads have reported April of one activity only."""
    with house.db.write() as session:
        for activity in office.activities.values():
            session.merge(activity).made_at = datetime(2020, 10, 1, tzinfo=BANGKOK)
        for no in office.activities:
            reported(session, office, no, MARCH)
        for no in (13, 20, 21):
            reported(session, office, no, APRIL, percent=45, baht=3_000_000)
    clock.set(datetime(2021, 5, 17, 9, 0, tzinfo=BANGKOK))
    return office


def letters(house, office):
    with house.db.read() as session:
        return gather(session, Ask(session.merge(office.province, load=False), 2564, TODAY))


def test_only_the_agency_that_is_late_gets_a_letter(house, late):
    gathered = letters(house, late)
    (letter,) = gathered.context["letters"]
    assert letter["agency"] == RURAL_ROADS
    assert [(row["no"], row["days_late"]) for row in letter["rows"]] == [(14, 14), (15, 14)]
    assert letter["unpaid_satang"] == (15_000_000 + 40_000_000 - 2 * 2_250_000) * 100
    assert gathered.cells["unpaid"].value == letter["unpaid_satang"]


def test_a_case_above_the_officer_brings_a_letter_and_its_number(house, clock, late):
    with house.db.write() as session:
        case = stuck_case(
            session, late, 20,
            on=date(2021, 5, 6), now=clock.now(), since=date(2021, 4, 5), reasons=["blocked"], actors=[],
        )  # fmt: skip
    assert len(letters(house, late).context["letters"]) == 1, "the officer was only just asked"
    with house.db.write() as session:
        case = session.merge(case)
        raise_case(session, case, Level.HEAD, on=date(2021, 5, 12), now=clock.now())
        record_letter(session, case, by=None, letter_no="พบ 0017.2/123", now=clock.now())
    found = {each["agency"]: each for each in letters(house, late).context["letters"]}
    assert found[PUBLIC_WORKS]["letter_no"] == "พบ 0017.2/123"
    # 5 April to 17 May 2564 without Chakri Day, Songkran (12 to 15), Coronation Day and the Ploughing Ceremony.
    assert found[PUBLIC_WORKS]["rows"][0]["days_still"] == 23


def test_letters_come_one_file_an_agency_and_say_what_the_memo_says(house, clock, late):
    with house.db.write() as session:
        ask = Ask(session.merge(late.province), 2564, TODAY)
        files = {
            form.name: write_paper(session, make_paper(session, form, ask, clock.now()), kind)
            for form, kind in ((LETTER_FORM, "zip"), (MEMO_FORM, "pdf"))
        }
    archive = zipfile.ZipFile(io.BytesIO(files["late-letters"]))
    assert archive.namelist() == [f"01-{RURAL_ROADS}.docx", f"01-{RURAL_ROADS}.pdf"]
    letter, memo = (
        bare(words_of_docx(archive.read(archive.namelist()[0]))),
        bare(words_of_pdf(files["late-memo"])),
    )
    assert bare("หัวหน้าหน่วยงาน แขวงทางหลวงชนบทเพชรบุรี") in letter
    for said in ("๕๐,๕๐๐,๐๐๐", "พฤษภาคม๒๕๖๔"):
        assert said in letter and said in memo
    assert "กิจกรรมที่๑๔,๑๕" in memo
    assert bare(words_of_pdf(archive.read(archive.namelist()[1]))).count("เมษายน๒๕๖๔") == 2


def test_the_office_taps_for_the_letters_and_gets_them_as_one_zip(house, late, phones):
    browser, anong = create_app(house=house).test_client(), phones["อนงค์"]
    anong.says("เอกสาร")
    anong.taps("หนังสือเร่งรัดหน่วยงาน 17 พ.ค. 64")
    answer = browser.get(links_in(anong)["zip"])
    assert answer.status_code == 200 and answer.mimetype == "application/zip"
    assert zipfile.ZipFile(io.BytesIO(answer.data)).testzip() is None
    assert "เฉพาะสำนักงานจังหวัด" in phones["สมชาย"].says("เอกสาร หนังสือเร่งรัดหน่วยงาน 17 พ.ค. 64")
