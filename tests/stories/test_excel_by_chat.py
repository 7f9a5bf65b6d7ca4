"""สมชาย asks for the form, fills it in on his computer, and sends it back into the chat."""

import re
from datetime import timedelta
from decimal import Decimal

import pytest

from bot import create_app
from handlers.links import OWN_LIVES
from models.report import Kind, history
from rules.cause import Cause
from rules.status import Status
from tests.documents.books import comma_text
from tests.documents.filled_forms import fill, shown
from tests.office import MARCH, reported


@pytest.fixture
def browser(house):
    return create_app(house=house).test_client()


@pytest.fixture
def march(house, office):
    """March was reported for 13, 14 and 15; April is owed."""
    with house.db.write() as session:
        for no in (13, 14, 15):
            reported(session, office, no, MARCH)


def form_of(phone, browser) -> bytes:
    """Ask for the form and open the link."""
    answer = browser.get(link_of(phone))
    assert answer.status_code == 200
    return answer.data


def link_of(phone) -> str:
    found = re.search(r"/form/\S+", phone.says("ขอแบบฟอร์ม"))
    assert found, "no link to a form"
    return found[0]


def sends(phone, content: bytes, name: str = "แบบรายงาน.xlsx") -> str:
    phone.line.send_file(phone.user_id, name, content)
    return phone.reads()


def reports_of(house, office, no):
    with house.db.read() as session:
        return history(session, office.activities[no].id)


def test_one_form_one_card_one_tap(house, office, phones, browser, march):
    somchai = phones["สมชาย"]
    form = form_of(somchai, browser)
    assert [row[0] for row in shown(form)[6:]] == [13, 14, 15], "his own activities and nobody else's"

    filled = fill(
        form,
        {"H7": "กำลังดำเนินการ", "I7": "3.5 ล้าน", "J7": 45, "K7": "ฝนตกหนัก", "H8": "เท่าเดิม", "I9": 2_500_000},
    )
    answer = sends(somchai, filled)
    assert "3 กิจกรรม" in answer
    assert "45%" in answer and "3,500,000" in answer and "2,500,000" in answer
    assert len(reports_of(house, office, 13)) == 1, "nothing is stored before the tap"
    receipt = somchai.taps("ยืนยัน")

    first, same, third = (reports_of(house, office, no)[-1] for no in (13, 14, 15))
    assert first.receipt_no == same.receipt_no == third.receipt_no
    assert first.receipt_no in receipt
    assert (first.status, first.progress_percent, first.disbursed_satang) == (
        Status.IN_PROGRESS,
        Decimal(45),
        350_000_000,
    )
    assert first.causes == [Cause.WEATHER_DISASTER] and first.problem_text == "ฝนตกหนัก"
    assert same.kind is Kind.NO_CHANGE and same.disbursed_satang == 225_000_000
    assert (third.progress_percent, third.disbursed_satang) == (Decimal(30), 250_000_000)
    assert {each.period.isoformat() for each in (first, same, third)} == {"2021-04-01"}


def test_the_answer_takes_the_free_reply(house, office, phones, browser, march):
    somchai = phones["สมชาย"]
    sends(somchai, fill(form_of(somchai, browser), {"J7": 45}))
    pushes = [each for each in somchai.line.requests if each["path"].endswith("/message/push")]
    assert pushes == []


def test_rows_that_cannot_be_read_are_named_and_the_others_go_on(house, office, phones, browser, march):
    somchai = phones["สมชาย"]
    filled = fill(form_of(somchai, browser), {"J7": 45, "I8": "เก้าแสนกว่า", "I9": 99_000_000})

    answer = sends(somchai, filled)
    assert "แถว 8" in answer and "เก้าแสนกว่า" in answer
    assert "แถว 9" in answer and "99,000,000" in answer, "over the budget of 40 million"
    somchai.taps("ยืนยัน")
    assert reports_of(house, office, 13)[-1].progress_percent == Decimal(45)
    assert len(reports_of(house, office, 14)) == len(reports_of(house, office, 15)) == 1


def test_empty_rows_are_not_reported(house, office, phones, browser, march):
    somchai = phones["สมชาย"]
    answer = sends(somchai, fill(form_of(somchai, browser), {"J8": 50}))
    assert "เว้นว่างไว้ 2 แถว" in answer
    somchai.taps("ยืนยัน")
    assert [len(reports_of(house, office, no)) for no in (13, 14, 15)] == [1, 2, 1]
    assert "ยังว่างทุกแถว" in sends(somchai, form_of(somchai, browser), "blank.xlsx")


def test_a_first_report_must_say_everything(house, office, phones, browser):
    somchai = phones["สมชาย"]
    filled = fill(form_of(somchai, browser), {"H7": "กำลังดำเนินการ", "H8": "เท่าเดิม", "H9": "ยังไม่ดำเนินการ"})
    answer = sends(somchai, filled)
    assert "แถว 7" in answer and "ยอดเบิกจ่าย" in answer
    assert "แถว 8" in answer and "ยังไม่เคยรายงาน" in answer
    somchai.taps("ยืนยัน")
    assert [len(reports_of(house, office, no)) for no in (13, 14, 15)] == [0, 0, 1]


def test_a_stop_needs_its_reason(house, office, phones, browser, march):
    somchai = phones["สมชาย"]
    filled = fill(
        form_of(somchai, browser), {"H7": "ติดปัญหา ทำต่อไม่ได้", "H8": "ติดปัญหา ทำต่อไม่ได้", "K8": "ช่างหาย"}
    )
    assert "แถว 7" in sends(somchai, filled)
    somchai.taps("ยืนยัน")
    stopped = reports_of(house, office, 14)[-1]
    assert (stopped.status, stopped.problem_text) == (Status.BLOCKED, "ช่างหาย")
    assert len(reports_of(house, office, 13)) == 1


def test_doubts_are_on_the_card(house, office, phones, browser, march):
    somchai = phones["สมชาย"]
    answer = sends(somchai, fill(form_of(somchai, browser), {"J7": 20}))
    assert "30%" in answer and "20%" in answer
    assert "ตรวจ" in answer, "work does not usually fall from 30 to 20 percent"


def test_somebody_elses_form_is_refused(house, office, phones, browser, march):
    filled = fill(form_of(phones["สมชาย"], browser), {"J7": 45})
    for name in ("ประสิทธิ์", "มาลี"):
        assert "ออกให้คนอื่น" in sends(phones[name], filled)
        assert phones[name].buttons() and "ยืนยัน" not in phones[name].buttons()


def test_another_agencys_activity_written_into_the_form_is_refused(house, office, phones, browser, march):
    somchai = phones["สมชาย"]
    filled = fill(form_of(somchai, browser), {"A8": 20, "J8": 45, "J7": 40})
    answer = sends(somchai, filled)
    assert "แถว 8 กิจกรรมที่ 20" in answer and "โยธาธิการ" in answer
    somchai.taps("ยืนยัน")
    assert reports_of(house, office, 20) == []


def test_rows_whose_names_were_shifted_are_not_taken(house, office, phones, browser, march):
    somchai = phones["สมชาย"]
    answer = sends(somchai, fill(form_of(somchai, browser), {"A7": 14, "J7": 45}))
    assert "ชื่อไม่ตรงกับกิจกรรมที่ 14" in answer
    assert "ยืนยัน" not in somchai.buttons()


def test_an_old_form_corrects_its_own_month(house, office, phones, browser, clock, march):
    somchai = phones["สมชาย"]
    form = form_of(somchai, browser)
    for no in (13, 14, 15):
        with house.db.write() as session:
            reported(session, office, no, MARCH.replace(month=4), percent=40)
    clock.set(clock.now() + timedelta(days=31))

    answer = sends(somchai, fill(form, {"J7": 42}))
    assert "เมษายน 2564" in answer and "แก้ไข" in answer
    somchai.taps("ยืนยัน")
    latest = reports_of(house, office, 13)[-1]
    assert (latest.period.isoformat(), latest.kind) == ("2021-04-01", Kind.CORRECTION)


def test_the_link_is_good_for_a_day_and_for_nobody_who_left(house, office, phones, browser, clock, march):
    somchai = phones["สมชาย"]
    link = link_of(somchai)
    path = link.split("?")[0]
    assert browser.get(path[:-3] + "xxx").status_code == 404
    assert browser.get("/form/forged").status_code == 404
    headers = browser.get(path).headers
    assert headers["Cache-Control"] == "private, no-store"
    assert "attachment" in headers["Content-Disposition"]

    began = clock.now()
    clock.set(began + OWN_LIVES)
    gone = browser.get(path)
    assert gone.status_code == 410 and "ขอแบบฟอร์ม" in gone.text
    clock.set(began)
    assert browser.get(path).status_code == 200

    with house.db.write() as session:
        session.merge(office.people["สมชาย"]).left_at = clock.now()
    assert browser.get(path).status_code == 410


def test_who_reports_nothing_gets_no_form(phones, office):
    assert "/form/" not in phones["ท่านผู้ว่าฯ"].says("ขอแบบฟอร์ม")
    assert "/form/" not in phones["อนงค์"].says("ขอแบบฟอร์ม")


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"PK\x03\x04 half of it", "form.xlsx", "เปิดไฟล์นี้ไม่ได้"),
        (b"<html><script></script></html>", "form.xls", "เปิดไฟล์นี้ไม่ได้"),
        ("ที่,ราคา\n1,200".encode(), "quotation.csv", "เก็บไว้แล้ว"),
    ],
)
def test_other_workbooks_are_answered_with_one_line(house, office, phones, content, name, words):
    answer = sends(phones["สมชาย"], content, name)
    assert words in answer
    assert "ยืนยัน" not in phones["สมชาย"].buttons()


def test_a_form_saved_as_csv_is_read_as_well(house, office, phones, browser, march):
    somchai = phones["สมชาย"]
    rows = shown(fill(form_of(somchai, browser), {"J7": 45}))
    assert "45%" in sends(somchai, comma_text(rows).encode("cp874", errors="replace"), "แบบรายงาน.csv")
    assert "ยืนยัน" in somchai.buttons()


def test_a_second_file_takes_the_place_of_the_first(house, office, phones, browser, march):
    somchai = phones["สมชาย"]
    form = form_of(somchai, browser)
    sends(somchai, fill(form, {"J7": 45, "J8": 50}))
    first = somchai.button("ยืนยัน")
    sends(somchai, fill(form, {"J7": 46}))
    assert len(reports_of(house, office, 13)) == 1
    somchai.line.tap(somchai.user_id, first["data"], "")
    somchai.reads()
    assert [len(reports_of(house, office, no)) for no in (13, 14)] == [1, 1], "an old card stores nothing"


def test_while_line_keeps_the_file_back_the_answer_comes_late(house, office, phones, browser, clock, march):
    somchai = phones["สมชาย"]
    filled = fill(form_of(somchai, browser), {"J7": 45})
    somchai.line.fail_next(1, 503, path_prefix="/v2/bot/message/")
    assert sends(somchai, filled) == "", "nothing is promised before the file is read"
    clock.set(clock.now() + timedelta(minutes=5))
    assert "45%" in somchai.reads()
    somchai.taps("ยืนยัน")
    assert reports_of(house, office, 13)[-1].progress_percent == Decimal(45)


def test_a_form_is_no_photo_on_the_card(house, office, phones, browser, march):
    somchai = phones["สมชาย"]
    assert "รูปถ่าย" not in sends(somchai, fill(form_of(somchai, browser), {"J7": 45}))


def test_a_stranger_gets_nothing_from_a_form(house, office, phones, browser, march):
    filled = fill(form_of(phones["สมชาย"], browser), {"J7": 45})
    stranger = phones.stranger("คนแปลกหน้า")
    assert "45%" not in sends(stranger, filled)
