"""สมชาย reports: step by step, in one line, unchanged, and once more because it was wrong."""

from decimal import Decimal

from models.report import Kind, history
from rules.cause import Cause
from rules.status import Status
from tests.office import MARCH, reported


def figures_of(house, office, no):
    with house.db.read() as session:
        return history(session, office.activities[no].id)


def test_five_taps_from_the_list_to_the_receipt(house, office, phones):
    with house.db.write() as session:
        reported(session, office, 13, MARCH)
    somchai = phones["สมชาย"]

    assert "เมษายน 2564" in somchai.says("รายงาน")
    assert "สถานะ" in somchai.taps("รายงาน 13") or somchai.buttons()
    somchai.taps("กำลังทำ")
    somchai.taps("เท่าเดิม")
    answer = somchai.taps("35%")
    assert "35%" in answer and "30%" in answer and "2,250,000" in answer
    receipt = somchai.taps("ยืนยัน")

    stored = figures_of(house, office, 13)[-1]
    assert (stored.status, stored.progress_percent, stored.disbursed_satang) == (
        Status.IN_PROGRESS,
        Decimal("35"),
        225_000_000,
    )
    assert stored.receipt_no in receipt


def test_one_line_and_one_tap(house, office, phones):
    with house.db.write() as session:
        reported(session, office, 13, MARCH, percent=30, baht=1_000_000)
    somchai = phones["สมชาย"]

    card = somchai.says("13 45% เบิกแล้ว 1.2 ล้าน ฝนตก")
    assert "45%" in card and "1,200,000" in card
    assert figures_of(house, office, 13)[1:] == [], "nothing is stored before the tap"
    somchai.taps("ยืนยัน")

    stored = figures_of(house, office, 13)[-1]
    assert stored.progress_percent == Decimal("45")
    assert stored.disbursed_satang == 120_000_000
    assert stored.causes == [Cause.WEATHER_DISASTER]
    assert stored.period.isoformat() == "2021-04-01"


def test_no_change_of_everything_takes_two_taps(house, office, phones):
    with house.db.write() as session:
        for no in (13, 14, 15):
            reported(session, office, no, MARCH)
    somchai = phones["สมชาย"]

    card = somchai.says("ไม่มีการเปลี่ยนแปลง")
    assert "13" in card and "14" in card and "15" in card
    receipt = somchai.taps("ยืนยัน")

    for no in (13, 14, 15):
        march, april = figures_of(house, office, no)
        assert april.kind is Kind.NO_CHANGE
        assert april.figures() == march.figures()
        assert april.receipt_no in receipt


def test_confirming_twice_stores_once(house, office, phones):
    with house.db.write() as session:
        reported(session, office, 13, MARCH, baht=1_000_000)
    somchai = phones["สมชาย"]
    somchai.says("13 45% เบิกแล้ว 1.2 ล้าน ฝนตก")
    button = somchai.button("ยืนยัน")
    somchai.line.tap(somchai.user_id, button["data"], button["displayText"])
    somchai.line.tap(somchai.user_id, button["data"], button["displayText"])
    somchai.reads()

    assert len(figures_of(house, office, 13)) == 2


def test_typing_the_words_of_a_button_does_what_it_does(house, office, phones):
    somchai = phones["สมชาย"]
    somchai.says("รายงาน 13")
    somchai.says("ยังไม่ดำเนินการ")
    receipt = somchai.says("ยืนยัน")

    (stored,) = figures_of(house, office, 13)
    assert stored.status is Status.NOT_STARTED
    assert (stored.disbursed_satang, stored.progress_percent) == (0, Decimal(0))
    assert stored.receipt_no in receipt


def test_taking_a_report_back_restores_the_month_before(house, office, phones):
    with house.db.write() as session:
        reported(session, office, 13, MARCH, baht=1_000_000)
    somchai = phones["สมชาย"]
    somchai.says("13 45% เบิกแล้ว 1.2 ล้าน ฝนตก")
    somchai.taps("ยืนยัน")
    assert "13" in somchai.says("ยกเลิก")
    somchai.taps("ถอนรายงาน")

    kinds = [report.kind for report in figures_of(house, office, 13)]
    assert kinds == [Kind.REPORT, Kind.REPORT, Kind.RETRACTION]
    assert "30%" in somchai.says("สถานะ 13")


def test_another_agencys_activity_is_refused_by_name(house, office, phones):
    answer = phones["สมชาย"].says("รายงาน 20")
    assert "สำนักงานโยธาธิการและผังเมืองจังหวัดเพชรบุรี" in answer
    assert figures_of(house, office, 20) == []


def test_prasit_sees_nothing_of_another_agency(house, office, phones):
    with house.db.write() as session:
        reported(session, office, 13, MARCH, baht=2_250_000)
    answer = phones["ประสิทธิ์"].says("สถานะ 13")
    assert "2,250,000" not in answer
    assert "2,250,000" not in phones["ประสิทธิ์"].says("ประวัติ 13")


def test_a_report_without_a_number_is_placed_by_saying_it_again_with_one(house, office, phones):
    with house.db.write() as session:
        for no in (13, 14):
            reported(session, office, no, MARCH, baht=1_000_000)
    somchai = phones["สมชาย"]
    somchai.says("เบิกแล้ว 1.5 ล้าน")
    assert "กิจกรรมไหน" in somchai.says("เบิกแล้ว 1.5 ล้าน")
    somchai.says("14 งาน 40%")
    somchai.taps("ยืนยัน")

    stored = figures_of(house, office, 14)[-1]
    assert (stored.progress_percent, stored.disbursed_satang) == (Decimal("40"), 150_000_000)
    assert len(figures_of(house, office, 13)) == 1


def test_what_is_written_on_a_button_can_be_typed(house, office, phones):
    with house.db.write() as session:
        reported(session, office, 13, MARCH)
    somchai = phones["สมชาย"]
    somchai.says("13 งาน 40%")
    assert "ไม่ได้บันทึก" in somchai.says("หยุด")
    assert len(figures_of(house, office, 13)) == 1


def test_who_does_not_report_is_shown_what_they_name(house, office, phones):
    with house.db.write() as session:
        reported(session, office, 21, MARCH, percent=37, by="ประสิทธิ์")
    governor = phones["ท่านผู้ว่าฯ"]
    assert "37%" in governor.says("เขื่อนบ้านลาด")
    assert "ยืนยัน" not in governor.buttons()
