"""KPI form 3.1.2: the office enters its level, weight and score are reckoned, the evidence is what happened and when."""

from datetime import date, datetime, timedelta

import pytest

from bot import create_app
from documents.papers.form import Ask
from documents.papers.kpi import gather, level_of, weight_of, weighted_score
from documents.papers.kpi_form import FORM
from documents.papers.made import make_paper, shipped_template, written
from documents.papers.results_form import FORM as RESULTS
from engine.clock import BANGKOK
from models.case_verbs import record_letter
from models.province import Province
from rules.cause import Cause
from tests.follow_up import stuck_case
from tests.office import APRIL, MARCH, reported
from tests.papers.read_back import bare, words_of_pdf

TODAY = date(2021, 5, 3)


@pytest.fixture
def followed_up(house, clock, office):
    """Two reports for March, one for April, a case with a letter, and a paper."""
    with house.db.write() as session:
        for no in (13, 14):
            reported(session, office, no, MARCH)
        reported(session, office, 13, APRIL, causes=(Cause.CONTRACTOR_LATE,))
        case = stuck_case(session, office, 20, on=TODAY, now=clock.now() - timedelta(days=4))
        record_letter(session, case, by=None, letter_no="พบ 0017.2/123", now=clock.now())
        ask = Ask(session.get_one(Province, office.province.id), 2564, TODAY)
        make_paper(session, RESULTS, ask, clock.now())
    return office


def paper_of(house, office, day=TODAY):
    with house.db.read() as session:
        return gather(session, Ask(session.get_one(Province, office.province.id), 2564, day))


def test_the_evidence_is_what_happened_and_when(house, followed_up):
    lines = paper_of(house, followed_up).context["evidence"]
    said = "\n".join(lines)
    assert "รายงานผลประจำเดือนมีนาคม 2564 จำนวน 2 กิจกรรม ได้รับวันที่ 31 มีนาคม 2564" in said
    assert "รายงานผลประจำเดือนเมษายน 2564 จำนวน 1 กิจกรรม" in said
    assert "ติดตามกรณีเร่งรัด จำนวน 1 กรณี เปิดวันที่ 29 เมษายน 2564" in said
    assert "หนังสือเร่งรัด ที่ พบ 0017.2/123 บันทึกเมื่อวันที่ 3 พฤษภาคม 2564" in said
    assert "สรุปผลการดำเนินงาน จัดทำเมื่อวันที่ 3 พฤษภาคม 2564" in said
    earlier = "\n".join(paper_of(house, followed_up, date(2021, 4, 15)).context["evidence"])
    assert "เมษายน 2564 จำนวน" not in earlier and "หนังสือเร่งรัด" not in earlier


def test_the_level_is_the_offices_word_and_the_score_follows(house, followed_up):
    before = paper_of(house, followed_up)
    assert before.context["weighted"] is None and "obstacles" in before.drafts
    run = create_app(house=house).test_cli_runner()
    assert run.invoke(args=["report", "name", "kpi_level", "5"]).exit_code == 0
    after = paper_of(house, followed_up)
    assert str(after.context["weighted"]) == "0.2000" and all(
        row["is_reached"] for row in after.context["levels"]
    )
    said = bare(words_of_pdf(written(FORM, after, shipped_template(FORM), "BCDF-GHJK", TODAY, "pdf")))
    for part in ("คำอธิบาย", "เงื่อนไข : รายงานผลการติดตามประเมินผล", "ไม่น้อยกว่าปีละ 2 ครั้ง ภายในเดือนธันวาคม 2564"):
        assert bare(part) in said, part
    assert bare("ขั้นตอนที่ 5") in said and "0.2000" in said and bare("☑ รอบ 9 เดือน") in said


def test_levels_and_weights_that_cannot_be_are_none():
    assert [level_of(text) for text in ("0", "6", "", "สี่")] == [None] * 4
    assert [weight_of(text) for text in ("", "NaN", "-1", "101")] == [None] * 4
    assert str(weighted_score(weight_of("4"), level_of("3"))) == "0.1200"


def test_the_last_quarter_is_the_round_of_twelve_months(house, office):
    assert paper_of(house, office).context["is_nine_months"]
    assert not paper_of(house, office, datetime(2021, 7, 1, tzinfo=BANGKOK).date()).context["is_nine_months"]
