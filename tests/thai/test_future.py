"""Plans and hopes are neither figures nor states; what was done stands beside them unharmed."""

from decimal import Decimal

import pytest

from rules.status import Status
from tests.thai.messages import one


@pytest.mark.parametrize(
    "text",
    [
        "13 งาน 40% จะเบิก 2 ล้านเดือนหน้า",
        "13 งาน 40% คาดว่าจะเบิก 2 ล้าน ภายในเดือนหน้า",
        "13 งาน 40% เตรียมเบิกงวดต่อไป 2 ล้าน",
        "13 เดือนหน้าจะเบิก 2 ล้าน ตอนนี้งาน 40%",
        "13 งาน 40% งวดต่อไป 2 ล้าน",
        "13 งาน 40% งวดหน้าเบิก 2 ล้าน",
        "13 งาน 40% เบิก 2 ล้าน วันที่ 20 พ.ค.",
        "13 งาน 40% ตั้งเรื่องเบิก 2 ล้านแล้ว",
        "13 งาน 40% อยู่ระหว่างเบิกจ่าย 2 ล้าน",
    ],
)
def test_money_to_come_is_not_reported(text):
    report = one(text)
    assert (report.progress_percent, report.disbursed_satang) == (Decimal(40), None)


@pytest.mark.parametrize(
    "text", ["13 งาน 90% จะเสร็จเดือนหน้า", "13 งาน 90% คาดว่าแล้วเสร็จ 30 พ.ค.", "13 งาน 90% ใกล้เสร็จแล้ว"]
)
def test_an_end_to_come_is_not_reported(text):
    assert one(text).status in (None, Status.IN_PROGRESS)


@pytest.mark.parametrize(
    "text",
    [
        "13 เบิกแล้ว 2 ล้าน จะเบิกอีก 1 ล้านเดือนหน้า",
        "13 เบิกแล้ว 2 ล้าน อีก 1 ล้านเดือนหน้า",
        "13 จะเสร็จเดือนหน้า เบิกแล้ว 2 ล้าน",
        "13 แผนเบิก 3 ล้าน เบิกแล้ว 2 ล้าน",
    ],
)
def test_what_was_done_counts_beside_a_plan(text):
    report = one(text)
    assert report.disbursed_satang == 200_000_000


def test_a_day_to_come_is_a_plan_unless_the_figures_are_of_it():
    assert one("เซ็นสัญญาแล้ว เริ่มงาน 1 มิ.ย.").status is Status.PROCUREMENT
    assert one("สัญญาสิ้นสุด 30 มิ.ย. งาน 66%").progress_percent == 66
    assert one("ณ 31 พ.ค. 64 งาน 66%").progress_percent == 66
