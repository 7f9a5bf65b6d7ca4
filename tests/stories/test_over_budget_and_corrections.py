"""Figures that cannot be, figures that fall, and what was wrong a minute ago: asked about before, kept beside after."""

from decimal import Decimal

import pytest

from models.report import Kind, history
from tests.office import APRIL, MARCH, reported


@pytest.fixture
def somchai(house, office, phones):
    with house.db.write() as session:
        for no in (13, 14):
            reported(session, office, no, MARCH, percent=30, baht=2_250_000)
    return phones["สมชาย"]


def revisions(house, office, no):
    with house.db.read() as session:
        return history(session, office.activities[no].id)


def test_more_than_the_budget_is_not_stored_but_asked_again(house, office, somchai):
    answer = somchai.says("13 งาน 40% เบิกแล้ว 99 ล้าน")
    assert "99,000,000" in answer and "15,000,000" in answer
    assert "ยืนยัน" not in somchai.buttons()
    card = somchai.says("3.2 ล้าน")
    assert "3,200,000" in card and "40%" in card, "what was said before is not asked again"
    somchai.taps("ยืนยัน")
    assert revisions(house, office, 13)[-1].disbursed_satang == 320_000_000


def test_a_falling_total_is_asked_about_and_may_be_confirmed(house, office, somchai):
    answer = somchai.says("13 เบิกแล้ว 2 ล้าน")
    assert "2,250,000" in answer and "2,000,000" in answer
    assert "ยืนยัน" not in somchai.buttons(), "the button says what it means"
    somchai.taps("ใช่ บันทึกตามนี้")
    assert revisions(house, office, 13)[-1].disbursed_satang == 200_000_000


def test_a_correction_a_minute_later_is_a_new_revision(house, office, somchai):
    somchai.says("13 งาน 54% เบิกแล้ว 3 ล้าน")
    somchai.taps("ยืนยัน")
    card = somchai.says("ขอแก้ 13 เป็น 45%")
    assert "45%" in card and "3,000,000" in card
    somchai.taps("ยืนยัน")

    march, first, second = revisions(house, office, 13)
    assert (first.kind, second.kind) == (Kind.REPORT, Kind.CORRECTION)
    assert (second.period, second.revision) == (APRIL, 2)
    assert (second.progress_percent, second.disbursed_satang) == (Decimal("45"), 300_000_000)
    assert march.progress_percent == Decimal("30"), "history stays"
    shown = somchai.says("ประวัติ 13")
    assert "54%" in shown and "45%" in shown


def test_a_correction_by_buttons_changes_one_figure_only(house, office, somchai):
    somchai.says("13 งาน 54% เบิกแล้ว 3 ล้าน")
    somchai.taps("ยืนยัน")
    somchai.says("แก้ไข")
    somchai.taps("ยอดเบิกจ่าย")
    somchai.says("3.1 ล้าน")
    somchai.taps("ยืนยัน")

    latest = revisions(house, office, 13)[-1]
    assert (latest.progress_percent, latest.disbursed_satang) == (Decimal("54"), 310_000_000)


def test_a_back_dated_report_revises_its_own_month_only(house, office, somchai):
    somchai.says("13 งาน 45% เบิกแล้ว 3 ล้าน")
    somchai.taps("ยืนยัน")
    card = somchai.says("13 ณ 31 มี.ค. 64 เบิกแล้ว 2.5 ล้าน")
    assert "มีนาคม 2564" in card
    somchai.taps("ยืนยัน")

    _march, april, revised = revisions(house, office, 13)
    assert (revised.period, revised.disbursed_satang) == (MARCH, 250_000_000)
    assert (april.period, april.disbursed_satang) == (APRIL, 300_000_000)
    assert "3,000,000" in somchai.says("สถานะ 13"), "the newest month still stands"
