"""สมชาย sends a photo that was sent before: he alone is asked, and until he answers nobody sees it."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot import create_app
from jobs.fetch_evidence import file_path
from models.audit import AuditEntry
from models.evidence import Doubt, Evidence, Kept
from models.notice import Notice
from models.record import retract_report
from models.report import report_of
from tests.office import APRIL, MARCH, reported, user_id
from tests.pictures import as_jpeg, scene

OTHERS = ("มาลี", "อนงค์", "ท่านผู้ว่าฯ", "ประสิทธิ์")
ASKED = "รูปนี้เคยส่งแล้วหรือไม่"


@pytest.fixture
def old_photo(house, office, somchai):
    """A photo of activity 14 that was sent with its report of March."""
    data = as_jpeg(scene(1))
    placed(house, office, somchai, 14, MARCH, data)
    return data


def placed(house, office, phone, no, period, data):
    """Send a photo, and let it belong to an activity's report of a month, as if it had been sent with it."""
    message = phone.line.send_image(phone.user_id, data)["message"]
    phone.reads()
    with house.db.write() as session:
        piece = session.scalars(select(Evidence).filter_by(message_id=message["id"])).one()
        report = report_of(session, office.activities[no].id, period)
        piece.report_id, piece.activity_id = report.id, report.activity_id
        piece.sent_at -= timedelta(days=28)


def photo(phone, data, image_set=None):
    phone.line.send_image(phone.user_id, data, image_set)
    return phone.reads()


def report_13(somchai):
    somchai.says("13 45% เบิกแล้ว 1.2 ล้าน")
    return somchai.taps("ยืนยัน")


def newest(house):
    with house.db.read() as session:
        return session.scalars(select(Evidence).order_by(Evidence.id.desc())).first()


def nobody_else_was_told(phones):
    return all(phones[name].reads() == "" for name in OTHERS)


def test_a_photo_of_another_activity_is_asked_about_in_private(house, office, somchai, phones, old_photo):
    report_13(somchai)
    answer = photo(somchai, old_photo)
    assert ASKED in answer
    assert "รูปของกิจกรรมที่ 13 เดือนเมษายน 2564 เหมือนรูปของกิจกรรมที่ 14 เดือนมีนาคม 2564 ใช้รูปนี้จริงไหม" in answer
    assert somchai.buttons() == ["ใช้รูปนี้", "เอารูปออก"]
    assert nobody_else_was_told(phones)


def test_until_the_answer_nobody_sees_the_photo(house, office, somchai, phones, old_photo):
    report_13(somchai)
    photo(somchai, old_photo)
    assert "/photos/" not in phones["ท่านผู้ว่าฯ"].says("ประวัติ 13")
    assert "/photos/" not in phones["มาลี"].says("ประวัติ 13")
    somchai.taps("ใช้รูปนี้")
    link = re.search(r"/photos/\S+", phones["ท่านผู้ว่าฯ"].says("ประวัติ 13")).group()
    assert create_app(house=house).test_client().get(link).text.count("<img") == 1


def test_keeping_it_is_written_down_and_asked_once(house, office, somchai, phones, old_photo):
    report_13(somchai)
    photo(somchai, old_photo)
    assert "ใช้รูปของกิจกรรมที่ 13 ต่อไป 1 รูป" in somchai.taps("ใช้รูปนี้")
    assert newest(house).doubt is Doubt.KEPT
    assert ASKED not in photo(somchai, old_photo), "the same picture was answered for"
    with house.db.read() as session:
        kept = session.scalars(select(AuditEntry).filter_by(what="photo kept")).one()
    assert kept.person_id == office.people["สมชาย"].id
    assert nobody_else_was_told(phones)


def test_taking_it_out_removes_it_and_leaves_the_figures_and_the_other_photo(
    house, office, somchai, old_photo
):
    report_13(somchai)
    photo(somchai, old_photo)
    assert "เอารูปของกิจกรรมที่ 13 ออกแล้ว 1 รูป" in somchai.taps("เอารูปออก")
    gone = newest(house)
    assert (gone.state, gone.report_id, gone.activity_id, gone.sha256) == (Kept.REMOVED, None, None, None)
    assert "รูปถ่าย" not in somchai.says("สถานะ 13") and "45%" in somchai.says("สถานะ 13")
    with house.db.read() as session:
        first = session.scalars(select(Evidence).order_by(Evidence.id)).first()
    assert file_path(house.files, first.sha256).read_bytes() == old_photo


def test_a_removed_photo_takes_its_file_along(house, office, somchai, old_photo):
    report_13(somchai)
    photo(somchai, as_jpeg(scene(1), quality=40))
    sha256 = newest(house).sha256
    assert file_path(house.files, sha256).exists()
    somchai.taps("เอารูปออก")
    assert not file_path(house.files, sha256).exists()


def test_the_words_of_the_buttons_may_be_typed(house, office, somchai, old_photo):
    report_13(somchai)
    photo(somchai, old_photo)
    assert "ออกแล้ว 1 รูป" in somchai.says("เอารูปออก")
    assert newest(house).state is Kept.REMOVED
    assert "ปุ่มนี้มาจากการสนทนาครั้งก่อน" in somchai.says("เอารูปออก"), "there is nothing left to answer"


def test_an_answered_or_foreign_button_changes_nothing(house, office, somchai, phones, line, old_photo):
    report_13(somchai)
    photo(somchai, old_photo)
    take_out = somchai.button("เอารูปออก")["data"]
    line.tap(user_id("ประสิทธิ์"), take_out)
    phones["ประสิทธิ์"].reads()
    assert newest(house).doubt is Doubt.ASKED
    somchai.taps("ใช้รูปนี้")
    line.tap(somchai.user_id, take_out)
    somchai.reads()
    assert newest(house).state is Kept.STORED


def test_a_copy_that_was_compressed_and_resized_is_noticed(house, office, somchai, old_photo):
    report_13(somchai)
    assert ASKED in photo(somchai, as_jpeg(scene(1).resize((640, 480)), quality=35))


def test_another_picture_is_no_copy(house, office, somchai, old_photo):
    report_13(somchai)
    assert ASKED not in photo(somchai, as_jpeg(scene(2)))
    assert "รูปถ่าย\n1\n" in somchai.says("สถานะ 13")


def test_a_photo_of_the_month_before_is_asked_about(house, office, somchai):
    data = as_jpeg(scene(3))
    placed(house, office, somchai, 13, MARCH, data)
    report_13(somchai)
    assert "เหมือนรูปของกิจกรรมที่ 13 เดือนมีนาคม 2564" in photo(somchai, data)


def test_a_photo_sent_before_the_words_is_asked_about_with_the_receipt_for_free(
    house, office, somchai, line, old_photo
):
    assert ASKED not in photo(somchai, old_photo), "what it is for is not known yet"
    somchai.says("13 45% เบิกแล้ว 1.2 ล้าน")
    answer = somchai.taps("ยืนยัน")
    assert ASKED in answer
    with house.db.read() as session:
        assert {notice.how for notice in session.scalars(select(Notice))} == {"reply"}


def test_a_photo_placed_with_one_tap_is_asked_about(house, office, somchai, clock, old_photo):
    report_13(somchai)
    clock.set(clock.now() + timedelta(hours=2))
    photo(somchai, old_photo)
    assert ASKED in somchai.taps("กิจกรรมที่ 13")


def test_ten_copies_at_once_are_one_question_and_one_answer(house, office, somchai, old_photo):
    report_13(somchai)
    for index in range(1, 11):
        somchai.line.send_image(somchai.user_id, old_photo, {"id": "SET", "index": index, "total": 10})
    assert somchai.reads().count("ใช้รูปนี้จริงไหม") == 1
    with house.db.read() as session:
        hows = {notice.how for notice in session.scalars(select(Notice))}
    assert hows == {"reply"}, "the token of a photo that needed no answer of its own is still free"
    assert "10 รูป" in somchai.taps("เอารูปออก")
    with house.db.read() as session:
        assert session.query(Evidence).filter_by(state=Kept.REMOVED).count() == 10


def test_copies_of_two_activities_are_two_questions(house, office, somchai, old_photo):
    other = as_jpeg(scene(4))
    placed(house, office, somchai, 15, MARCH, other)
    photo(somchai, old_photo)
    photo(somchai, other)
    somchai.says("13 45% เบิกแล้ว 1.2 ล้าน")
    answer = somchai.taps("ยืนยัน")
    assert "กิจกรรมที่ 14 เดือนมีนาคม" in answer and "กิจกรรมที่ 15 เดือนมีนาคม" in answer
    assert "ใช้รูปของกิจกรรมที่ 13 ต่อไป 1 รูป" in somchai.says("ใช้รูปนี้")


def test_the_same_photo_twice_for_one_activity_and_month_counts_once(house, office, somchai):
    report_13(somchai)
    data = as_jpeg(scene(5))
    photo(somchai, data)
    assert ASKED not in photo(somchai, data)
    assert "รูปถ่าย\n1\n" in somchai.says("สถานะ 13")
    assert "กิจกรรมที่ 13: 2 รูป" in photo(somchai, as_jpeg(scene(6)))


def test_a_report_taken_back_has_no_claim_on_its_photo(house, office, somchai, old_photo):
    with house.db.write() as session:
        report = report_of(session, office.activities[14].id, MARCH)
        retract_report(session, report, by=None, now=house.clock.now())
    report_13(somchai)
    assert ASKED not in photo(somchai, old_photo)


def test_a_photo_of_another_agency_is_noticed_without_naming_what_it_shows(house, office, somchai, phones):
    data = as_jpeg(scene(7))
    with house.db.write() as session:
        reported(session, office, 20, MARCH, by="ประสิทธิ์")
    placed(house, office, phones["ประสิทธิ์"], 20, MARCH, data)
    report_13(somchai)
    answer = photo(somchai, data)
    assert "เหมือนรูปของกิจกรรมของหน่วยงานอื่น" in answer and "20" not in answer.split("เหมือน")[1].split("ใช้รูป")[
        0
    ].replace("2564", "")
    assert phones["ประสิทธิ์"].reads() == ""


def test_a_question_that_no_reply_token_carries_is_pushed_to_the_sender_alone(
    house, office, somchai, old_photo
):
    report_13(somchai)
    photo(somchai, old_photo)
    with house.db.read() as session:
        notice = session.scalars(select(Notice).filter_by(kind="same photo")).one()
    assert (notice.recipient, notice.how) == (somchai.user_id, "push")


def test_an_unsent_photo_is_asked_about_no_more(house, office, somchai, line, old_photo):
    report_13(somchai)
    message = line.send_image(somchai.user_id, old_photo)["message"]
    somchai.reads()
    keep = somchai.button("ใช้รูปนี้")["data"]
    line.unsend(somchai.user_id, message["id"])
    somchai.reads()
    line.tap(somchai.user_id, keep)
    somchai.reads()
    assert newest(house).state is Kept.REMOVED
    with house.db.read() as session:
        april = report_of(session, office.activities[13].id, APRIL)
        assert april.progress_percent == 45
