"""Photos of the site: before, during and after the words, several at once, seen again through a link that expires."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot import create_app
from handlers.answers.photos import LINK
from handlers.links import seal
from jobs.fetch_evidence import file_path
from models.evidence import Evidence, Kept
from models.person import person_at
from models.plan import activity_numbered
from models.post import Holding
from models.report import history
from tests.office import APRIL, MARCH, user_id
from tests.pictures import as_jpeg, scene

JPEG = b"\xff\xd8\xff\xe0" + b"road" * 50
PNG = b"\x89PNG\r\n\x1a\n" + b"bridge" * 50


@pytest.fixture
def pages(house):
    return create_app(house=house).test_client()


def photo(phone, data=JPEG, image_set=None):
    phone.line.send_image(phone.user_id, data, image_set)
    return phone.reads()


def kept(house):
    with house.db.read() as session:
        return session.scalars(select(Evidence).order_by(Evidence.id)).all()


def photos_of(house, office, no):
    """Return how many photos belong to the newest report of an activity."""
    with house.db.read() as session:
        newest = history(session, office.activities[no].id)[-1]
        return session.query(Evidence).filter_by(report_id=newest.id, kind="image").count()


def report_13(somchai):
    somchai.says("13 45% เบิกแล้ว 1.2 ล้าน")
    return somchai.taps("ยืนยัน")


def link_in(answer: str) -> str:
    return "/photos/" + re.search(r"/photos/(\S+)", answer).group(1)


def test_a_photo_sent_before_the_words_belongs_to_the_report(house, office, somchai):
    assert "กิจกรรมใด" in photo(somchai)
    assert "1 รูป" in somchai.says("13 45% เบิกแล้ว 1.2 ล้าน")
    somchai.taps("ยืนยัน")
    assert photos_of(house, office, 13) == 1


def test_photos_sent_while_the_card_waits_are_counted_and_the_button_stays_at_hand(house, office, somchai):
    somchai.says("13 45% เบิกแล้ว 1.2 ล้าน")
    assert "1 รูป" in photo(somchai)
    assert "2 รูป" in photo(somchai, PNG)
    somchai.taps("ยืนยัน")
    assert photos_of(house, office, 13) == 2


def test_a_photo_between_two_questions_leads_back_to_the_question(house, office, somchai):
    somchai.says("รายงาน 13")
    photo(somchai)
    somchai.taps("ทำต่อ")
    assert "กำลังทำ" in somchai.buttons()


def test_photos_sent_after_the_receipt_join_the_report_just_stored(house, office, somchai):
    report_13(somchai)
    assert "กิจกรรมที่ 13: 1 รูป" in photo(somchai)
    assert "กิจกรรมที่ 13: 2 รูป" in photo(somchai, PNG)
    assert photos_of(house, office, 13) == 2


def test_several_at_once_are_answered_once_in_whatever_order_they_come(house, office, somchai):
    report_13(somchai)
    answers = [
        photo(somchai, JPEG + bytes([index]), {"id": "SET", "index": index, "total": 3})
        for index in (1, 2, 3)
    ]
    assert answers[:2] == ["", ""] and "3 รูป" in answers[2]
    later = [
        photo(somchai, PNG + bytes([index]), {"id": "LATER", "index": index, "total": 2}) for index in (2, 1)
    ]
    assert "5 รูป" in later[1]
    assert photos_of(house, office, 13) == 5


def test_a_photo_without_words_is_placed_with_one_tap(house, office, somchai, clock):
    report_13(somchai)
    clock.set(clock.now() + timedelta(hours=2))
    photo(somchai)
    assert "กิจกรรมที่ 13: 1 รูป" in somchai.taps("กิจกรรมที่ 13")
    photo(somchai, PNG)
    assert "กำลังทำ" in somchai.taps("กิจกรรมที่ 14") or "กำลังทำ" in somchai.buttons()
    with house.db.read() as session:
        assert len(history(session, office.activities[14].id)) == 1, "nothing is stored by a photo"


def test_a_photo_is_never_placed_with_another_agency(house, office, somchai, line):
    photo(somchai)
    line.tap(somchai.user_id, "photos:20")
    assert "โยธาธิการ" in somchai.reads()
    assert kept(house)[0].report_id is None


def test_the_bytes_decide_what_a_file_is(house, office, somchai, line, pages):
    report_13(somchai)
    photo(somchai)
    photo(somchai, b"<script>alert(1)</script>")
    good, bad = kept(house)
    assert (good.state, good.content_type) == (Kept.STORED, "image/jpeg")
    assert bad.content_type == "application/octet-stream"
    page = pages.get(link_in(somchai.says("ประวัติ 13")))
    assert page.text.count("<img") == 1


def test_the_history_shows_the_photos_through_a_link_for_a_day(house, office, somchai, pages, clock):
    report_13(somchai)
    photo(somchai, as_jpeg(scene(1)))
    link = link_in(somchai.says("ประวัติ 13"))
    page = pages.get(link)
    assert page.status_code == 200 and "รูปกิจกรรมที่ 13" in page.text
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    source = re.search(r'<img src="([^"]+)"', page.text).group(1)
    shown = pages.get(source)
    assert shown.status_code == 200 and shown.mimetype == "image/jpeg"
    assert (shown.headers["X-Content-Type-Options"], shown.headers["Cache-Control"]) == (
        "nosniff",
        "private, no-store",
    )
    clock.set(clock.now() + timedelta(hours=25))
    assert pages.get(link).status_code == 410 and "หมดอายุ" in pages.get(link).text
    assert pages.get(source).status_code == 410


def test_a_correction_keeps_the_photos_of_the_month_in_sight(house, office, somchai, pages):
    report_13(somchai)
    photo(somchai)
    somchai.says("13 50% เบิกแล้ว 1.3 ล้าน")
    somchai.taps("ยืนยัน")
    assert "รูปถ่าย\n1\n" in somchai.says("สถานะ 13")
    assert "<img" in pages.get(link_in(somchai.says("ประวัติ 13"))).text


def test_forged_and_foreign_links_open_nothing(house, office, somchai, pages, clock):
    report_13(somchai)
    photo(somchai, as_jpeg(scene(1)))
    link = link_in(somchai.says("ประวัติ 13"))
    assert pages.get(link[:-2] + "xx").status_code == 404
    assert pages.get("/photos/anything").status_code == 404
    with house.db.read() as session:
        prasit = person_at(session, "default", user_id("ประสิทธิ์"))
        road = activity_numbered(session, office.province.id, 2564, 13)
        bank = activity_numbered(session, office.province.id, 2564, 20)
        mine = person_at(session, "default", user_id("สมชาย"))
    key, until = house.settings.secret_key, clock.now() + timedelta(days=1)
    assert pages.get(f"/photos/{seal(key, LINK, until, prasit.id, 0, road.id)}").status_code == 410
    of_the_bank = seal(key, LINK, until, mine.id, 0, road.id).replace(".", ".", 1)
    assert pages.get(f"/photos/{of_the_bank}/{kept(house)[0].id}").status_code == 200
    assert (
        pages.get(f"/photos/{seal(key, LINK, until, prasit.id, 0, bank.id)}/{kept(house)[0].id}").status_code
        == 404
    )


def test_who_leaves_the_post_loses_the_link(house, office, somchai, pages, clock):
    report_13(somchai)
    photo(somchai)
    link = link_in(somchai.says("ประวัติ 13"))
    with house.db.write() as session:
        for holding in session.query(Holding).filter_by(person_id=office.people["สมชาย"].id):
            holding.to_on = clock.now().date() - timedelta(days=1)
    assert pages.get(link).status_code == 410


def test_files_recordings_and_places_are_kept_and_are_no_photos(house, office, somchai, line):
    report_13(somchai)
    line.send_file(somchai.user_id, "แบบ.pdf", b"%PDF-1.7 plan")
    assert "ได้รับไฟล์" in somchai.reads()
    line.send_audio(somchai.user_id, b"\0\0\0\x20ftypM4A ", polls=2)
    assert "พิมพ์ตัวเลข" in somchai.reads()
    line.send_location(somchai.user_id, 13.1, 99.95)
    assert "ที่ตั้งของกิจกรรมที่ 13" in somchai.reads()
    somchai.reads()
    somchai.reads()
    assert [(piece.kind, piece.content_type, piece.state) for piece in kept(house)] == [
        ("file", "application/pdf", Kept.STORED),
        ("audio", "audio/mp4", Kept.STORED),
        ("location", None, Kept.STORED),
    ]
    with house.db.read() as session:
        road = activity_numbered(session, office.province.id, 2564, 13)
        assert (road.latitude, road.longitude) == (13.1, 99.95)
    assert photos_of(house, office, 13) == 0
    assert "รูป" not in somchai.says("สถานะ 13")


def test_the_governors_photos_are_not_kept(house, office, phones):
    assert "ไม่ได้เก็บไว้" in photo(phones["ท่านผู้ว่าฯ"])
    assert kept(house) == []


def test_the_same_photo_of_two_people_is_one_file(house, office, somchai, phones):
    report_13(somchai)
    photo(somchai)
    photo(phones["ประสิทธิ์"])
    first, second = kept(house)
    assert first.sha256 == second.sha256
    assert file_path(house.files, first.sha256).read_bytes() == JPEG


def test_a_photo_for_this_month_does_not_touch_the_month_before(house, office, somchai):
    report_13(somchai)
    photo(somchai)
    with house.db.read() as session:
        march, april = history(session, office.activities[13].id)
        assert (march.period, april.period) == (MARCH, APRIL)
        assert session.query(Evidence).filter_by(report_id=march.id).count() == 0
