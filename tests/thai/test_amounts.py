"""Money as officers write it: how much, a total or an addition, and what is asked instead of guessed."""

import pytest

from tests.thai.messages import last_month, one, read
from thai.reading import Clarify, Mode

TOTAL, MORE, EITHER = Mode.CUMULATIVE, Mode.INCREMENTAL, Mode.AMBIGUOUS

SAID = [
    # how it was written, baht, how it was meant
    ("เบิกแล้ว 3,665,542.32", 3665542.32, TOTAL),
    ("เบิกจ่ายแล้ว ๓,๖๖๕,๕๔๒.๓๒ บาท", 3665542.32, TOTAL),
    ("เบิกไปแล้ว 3.6 ลบ.", 3600000, TOTAL),
    ("เบิกแล้วสามล้านหก", 3600000, TOTAL),
    ("เบิกแล้ว1.35ล.ไม่มีปัญหา", 1350000, TOTAL),
    ("เบิกแล้วแปดแสนสองหมื่นบาทห้าสิบสตางค์", 820000.50, TOTAL),
    ("เบิกแล้ว 210,500 บาท 75 สตางค์", 210500.75, TOTAL),
    ("เบิกแล้ว ๒ ล้าน ๓ แสน ๔ หมื่น ๕ พัน ๖๗๘ บาท", 2345678, TOTAL),
    ("เบิกรวม 7 แสน 8", 780000, TOTAL),
    ("เบิก 800,000.- บาท", 800000, EITHER),
    ("เบิกจ่ายสะสม 2.5 ล้าน", 2500000, TOTAL),
    ("เบิก 8 แสน (สะสม)", 800000, TOTAL),
    ("ยอดเบิกจ่าย 2.5 ล้าน", 2500000, TOTAL),
    ("เบิกแล้วทั้งหมด 8 แสน", 800000, TOTAL),
    ("เบิก 350,000 แล้ว", 350000, TOTAL),
    ("เบิกเพิ่มอีก 5 แสน", 500000, MORE),
    ("เดือนนี้เบิก 1.2 ล้าน", 1200000, MORE),
    ("งวดที่ 2 เบิก 500,000", 500000, MORE),
    ("งวดที่ 2 เบิก 500,000 งวดที่ 3 เบิก 400,000", 900000, MORE),
    ("เบิกงวดที่ 5 เพิ่ม 2,345,678.90 บาท", 2345678.90, MORE),
    ("เบิก 4 งวดแล้ว รวม 10.5ล.", 10500000, TOTAL),
    ("เดือนนี้เบิกเพิ่ม 3 แสน 5 หมื่น รวมทั้งสิ้น 1,350,000 บาทถ้วน", 1350000, TOTAL),
    ("เบิกงวด 1 = 2,250,000 / งวด 2 = 2,250,000 รวม 4,500,000", 4500000, TOTAL),
    ("เบิกเพิ่มเป็น 8 แสน", 800000, TOTAL),
    ("เบิกเพิ่มจากเดิม 2,250,000 เป็น 3,600,000", 3600000, TOTAL),
    ("เบิกแล้ว 3.6 ล้าน จากงบ 15 ล้าน คิดเป็น 24%", 3600000, TOTAL),
    ("เบิกครบตามสัญญา 7,450,000", 7450000, TOTAL),
    ("เบิกเงินล่วงหน้า 15% แล้ว 2,250,000 บาท", 2250000, TOTAL),
    ("เบิกจ่ายแล้ว 5/10 งวด 11,900,000", 11900000, TOTAL),
    ("จ่ายงวดหก สองล้านหนึ่งแสนแปดหมื่นบาท", 2180000, MORE),
    ("เบิกแล้ว 60% ของสัญญา 10.26 ล้าน", 10260000, TOTAL),
    ("เบิกงวด 5 กับ 6 ไปแล้ว 3.6 ล้าน", 3600000, MORE),
    ("เบิก 4.5 ล้าน", 4500000, EITHER),
    ("เบิก 12.3 เอ๊ย 13.2 ล้านแล้ว", 13200000, TOTAL),
    ("เบิกแล้ว 2,300,000 (สองล้านสามแสนบาทถ้วน)", 2300000, TOTAL),
    ("เบิกหมด", 15000000, TOTAL),
    ("เบิกจ่ายครบถ้วนแล้ว", 15000000, TOTAL),
    ("เต็มวงเงิน", 15000000, TOTAL),
    ("เบิกจ่ายแล้วร้อยละ 40 ของวงเงิน", 6000000, TOTAL),
    ("ใช้เงินไปแล้ว 3 ใน 4 ของงบ", 11250000, TOTAL),
    ("ยังไม่ได้เบิก", 0, TOTAL),
    ("เงินก็ยังไม่เบิก", 0, TOTAL),
    ("เดือนนี้ไม่ได้เบิก", 0, MORE),
    ("ไม่ได้เบิกอะไรเพิ่ม", 0, MORE),
]  # fmt: skip


@pytest.mark.parametrize(("text", "baht", "mode"), SAID)
def test_an_amount_and_how_it_was_meant(text, baht, mode):
    report = one(text)
    assert (report.disbursed_satang, report.disbursed_mode) == (round(baht * 100), mode)


NO_FIGURE = [
    "งบ 15 ล้าน สัญญา 14.5 ล้าน ยังไม่เริ่ม",
    "ราคากลาง 14.9 ล้าน อยู่ระหว่างประกวดราคา",
    "จะเบิก 15 พ.ค. 2 ล้าน งาน 40%",
    "คาดว่าจะเบิกได้ 2 ล้าน งาน 40%",
    "งาน 40% เบิก 2 ล้านเดือนหน้า",
    "ก่อหนี้ผูกพัน 14 ล้าน งาน 40%",
    "ส่งเอกสารเบิกงวด 2 ไปคลังแล้ว 1.1 ล้าน งาน 40%",
    "เหลือเงิน 3 ล้าน งาน 40%",
    "ทางหลวงหมายเลข 3349 งาน 40%",
    "โทร 081-234-5678 งาน 40%",
    "ผู้เข้าร่วม 1,250 คน งาน 40%",
    "ปริมาณดิน 12,500 ลบ.ม. งาน 40%",
    "ปี 2564 งาน 40%",
    "เป็นงานใหญ่ 40 ล้าน งาน 40%",
    "ค่าปรับวันละ 5,000 บาท งาน 40%",
    "งาน 40% ยังเบิกไม่หมด",
    "งาน 40% เหลือเงินอีก 10.6 ล้าน ที่ยังไม่ได้เบิก",
    "งานเสร็จ 40% ยังไม่ได้เบิกงวดสุดท้าย",
]


@pytest.mark.parametrize("text", NO_FIGURE)
def test_what_is_no_disbursement(text):
    assert one(text).disbursed_mode is None


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("เบิก 1,25,000", Clarify.AMOUNT_FORMAT),
        ("เบิกแล้ว 1.200.000 บาท", Clarify.AMOUNT_FORMAT),
        ("เบิกแล้ว 12,5 ล้าน", Clarify.AMOUNT_FORMAT),
        ("เบิกแล้วเก้าแสนกว่า", Clarify.EXACT_AMOUNT),
        ("เบิกแล้วประมาณ 2 ล้าน", Clarify.EXACT_AMOUNT),
        ("เบิกไปแล้วเกือบสองล้าน", Clarify.EXACT_AMOUNT),
        ("เบิกแล้ว 5-6 แสน", Clarify.EXACT_AMOUNT),
        ("เบิกแล้ว 3.6 ล้าน+", Clarify.EXACT_AMOUNT),
        ("เบิกครบตามสัญญาแล้ว", Clarify.EXACT_AMOUNT),
        ("จ่ายเงินล่วงหน้า 15% แล้ว", Clarify.EXACT_AMOUNT),
        ("เบิกแล้ว 5 งวดจาก 10 งวด", Clarify.EXACT_AMOUNT),
        ("เบิกแล้ว 6 งวด งวดละ 1.8 ล้าน", Clarify.EXACT_AMOUNT),
        ("เบิกแล้ว 60% ของสัญญา", Clarify.EXACT_AMOUNT),
        ("เบิก 4.5", Clarify.AMOUNT_UNIT),
        ("เบิกแล้ว 500", Clarify.AMOUNT_UNIT),
    ],
)
def test_an_unreadable_amount_is_asked_not_guessed(text, doubt):
    reading = read(text, (13,))
    assert (reading.clarify, reading.record.value) == ((doubt,), "no")
    assert reading.reports[0].disbursed_satang is None


AGAINST_LAST = [
    # last month, said, what the total becomes, what is asked (activity 13: budget 15 million)
    (0, "เบิก 4.5 ล้าน", 4_500_000, ()),
    (6_000_000, "เบิก 2 ล้าน", 8_000_000, ()),
    (8_000_000, "เบิก 9 ล้าน", 9_000_000, ()),
    (3_000_000, "เบิก 4 ล้าน", None, (Clarify.CUMULATIVE_OR_INCREMENTAL,)),
    (3_000_000, "เบิก 3 ล้าน", None, (Clarify.CUMULATIVE_OR_INCREMENTAL,)),
    (14_000_000, "เบิก 2 ล้าน", None, (Clarify.EXCEEDS_BUDGET,)),
    (3_000_000, "เบิกเพิ่ม 2 ล้าน", 5_000_000, ()),
    (14_000_000, "เบิกเพิ่ม 2 ล้าน", 16_000_000, (Clarify.EXCEEDS_BUDGET,)),
    (3_000_000, "เบิกแล้ว 2 ล้าน", 2_000_000, (Clarify.DECREASED_CUMULATIVE,)),
    (3_000_000, "เบิกแล้ว 20 ล้าน", 20_000_000, (Clarify.EXCEEDS_BUDGET,)),
    (3_000_000, "ยังไม่ได้เบิก", 0, (Clarify.DECREASED_CUMULATIVE,)),
    (3_000_000, "เดือนนี้ยังไม่ได้เบิกเพิ่ม", 3_000_000, ()),
    (3_000_000, "ณ 28 ก.พ. 64 เบิกสะสม 2 ล้าน", 2_000_000, ()),
]  # fmt: skip


@pytest.mark.parametrize(("last_baht", "text", "total_baht", "doubts"), AGAINST_LAST)
def test_an_amount_is_read_against_last_month(last_baht, text, total_baht, doubts):
    reading = read(text, (13,), last={13: last_month(last_baht)})
    total = reading.reports[0].resulting_cumulative_satang
    assert (total, reading.clarify) == (total_baht if total_baht is None else total_baht * 100, doubts)


def test_a_grand_total_at_the_end_is_not_the_last_activitys_money():
    reading = read("13 เบิกแล้ว 4 ล้าน 14 เบิกแล้ว 6 ล้าน 15 เบิกแล้ว 12 ล้าน รวม 22 ล้าน")
    assert [report.disbursed_satang for report in reading.reports] == [
        400_000_000,
        600_000_000,
        1_200_000_000,
    ]


def test_one_amount_for_several_activities_is_asked_about_unless_said_of_each():
    assert Clarify.EXACT_AMOUNT in read("13 กับ 14 เบิกแล้วรวมกัน 4 ล้าน").clarify
    each = read("13 กับ 14 เบิกแล้วสายละ 4 ล้าน")
    assert [report.disbursed_satang for report in each.reports] == [400_000_000, 400_000_000]


def test_what_is_committed_is_kept_apart_from_what_is_paid():
    report = one("ก่อหนี้ผูกพันแล้ว 14 ล้าน เบิกแล้ว 4 ล้าน")
    assert (report.committed_satang, report.disbursed_satang) == (1_400_000_000, 400_000_000)


@pytest.mark.parametrize(
    "text", ["เบิกไป 4 ล้านกับอีกสามแสนแล้ว", "เบิกแล้วหลายล้าน", "เบิกแล้ว 5 ล้านได้มั้ง", "เบิกปะมาณ 4 แสนอ่ะ"]
)
def test_a_sum_left_undone_or_a_vague_amount_is_asked_about(text):
    reading = read(text, (13,))
    assert (reading.clarify, reading.reports[0].disbursed_satang) == ((Clarify.EXACT_AMOUNT,), None)


def test_instalments_told_from_the_first_may_be_the_total():
    reading = read("งวด 1 เบิก 2 ล้าน งวด 2 เบิก 4 ล้าน", (13,), last={13: last_month(2_000_000)})
    assert reading.clarify == (Clarify.CUMULATIVE_OR_INCREMENTAL,)
    assert reading.reports[0].resulting_cumulative_satang is None


@pytest.mark.parametrize(
    "text",
    [
        "ส่งเรื่องเบิกไป 2.25 ล้านแล้ว แต่คลังยังไม่จ่ายเงินออกมา กำลังก่อสร้าง",
        "กำลังก่อสร้าง คลังตีเอกสารกลับ ยังไม่ได้เงิน",
        "ทำสัญญาแล้ววงเงิน 9,480,000 บาท กำลังก่อสร้าง",
    ],
)
def test_money_not_paid_out_yet_is_no_figure(text):
    assert one(text).disbursed_mode is None


def test_a_correction_from_one_amount_to_another_takes_the_other():
    report = one("ขอแก้ยอดเบิกสะสมกิจกรรม 13 จาก 1,523,250 เป็น 1,253,250 บาท พิมพ์สลับเลข")
    assert (report.disbursed_satang, report.disbursed_mode) == (125_325_000, Mode.CUMULATIVE)


def test_words_that_begin_with_a_unit_are_no_unit():
    reading = read("13 บอกไปแล้วว่างาน 50%")
    assert [(report.activity_no, report.disbursed_mode) for report in reading.reports] == [(13, None)]


@pytest.mark.parametrize("text", ["เบิกแล้วสองล้านนกว่า", "เบิกค่าเสื้อ 75,000 ค่าเวที 120,000", "เบิกครบงวด 3"])
def test_half_an_amount_is_no_amount(text):
    reading = read(text, (13,))
    assert (reading.clarify, reading.reports[0].disbursed_satang) == ((Clarify.EXACT_AMOUNT,), None)


@pytest.mark.parametrize(
    ("text", "baht"),
    [
        ("เบิกแล้วสองแสนสี", 240_000),
        ("เบิกแล้วสองล้านหาแสน", 2_500_000),
        ("เบิกแล้วสองล้าาน", 2_000_000),
        ("เบิก 4→6 ล้าน", 6_000_000),
    ],
)
def test_a_slip_in_a_numeral_is_forgiven_where_it_can_mean_nothing_else(text, baht):
    assert one(text).disbursed_satang == baht * 100


def test_a_hundred_is_no_amount_without_its_unit():
    assert read("เบิกจ่ายร้อยลลละ 15", (13,)).reports[0].disbursed_satang is None
