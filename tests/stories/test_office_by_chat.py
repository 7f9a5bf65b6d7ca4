"""The provincial office runs the bot by chat; nobody else may, and doing a thing twice changes nothing."""

from datetime import date

import pytest

from models.audit import AuditEntry
from models.holiday import overrides
from models.notice import Notice
from models.person import person_at
from models.post import Holding
from models.province import Province
from models.setting import quiet_hours_of
from rules.quiet_hours import QuietHours
from tests.days import day_comes, moment
from tests.office import APRIL, reported, user_id
from tests.phones import words_of

OFFICES = (
    "โควตา",
    "ส่งเตือน",
    "ใครติดต่อไม่ได้",
    "ปฏิทิน",
    "ตั้งค่า",
    "quota",
    "send reminders",
    "calendar",
    "settings",
)


def pushed(line, name):
    return [words_of(message) for message in line.pushes(user_id(name))]


def province(house):
    with house.db.read() as session:
        return session.query(Province).one()


def audited(house, what):
    with house.db.read() as session:
        return [row.about for row in session.query(AuditEntry).filter_by(what=what)]


@pytest.mark.parametrize("name", ["สมชาย", "มาลี", "ท่านผู้ว่าฯ"])
@pytest.mark.parametrize("command", [*OFFICES, "ตั้งค่า เวลางดส่ง 17:00-09:00", "ปฏิทิน หยุด 12 มิ.ย. งาน"])
def test_nobody_but_the_office_may(house, office, phones, name, command):
    assert phones[name].says(command) in (
        "เรื่องนี้ทำได้เฉพาะสำนักงานจังหวัด",
        "The provincial office alone can do that.",
    )
    assert quiet_hours_of(province(house)) == QuietHours()


def test_an_officers_talk_of_a_tender_is_no_announcement(office, phones):
    assert "ส่งประกาศ" not in phones["สมชาย"].says("ประกาศ จัดจ้าง 13 แล้ว")


def test_the_quota_with_what_the_month_still_needs(house, clock, office, phones, line):
    line.set_quota(300, used_elsewhere=40)
    anong = phones["อนงค์"]
    assert "กำลังถาม LINE" in anong.says("โควตา")
    said = anong.says("โควตา")
    assert "ใช้ไป 40 จาก 300 เหลือ 260" in said and "สรุปประจำสัปดาห์" in said and "พอใช้ถึงสิ้นเดือน" in said


def test_a_short_quota_says_what_is_given_up_first(house, clock, office, phones, line):
    line.set_quota(300, used_elsewhere=297)
    anong = phones["อนงค์"]
    day_comes(house, clock, moment(5, 3))
    said = anong.says("โควตา")
    assert "ขาดราว" in said and "ถ้าไม่พอจะงดตามลำดับ" in said


def test_where_line_does_not_answer_nothing_is_made_up(house, office, phones, line):
    line.fail_next(9, 500, {}, "/v2/bot/message/quota")
    for _again in range(2):
        assert "กำลังถาม LINE" in phones["อนงค์"].says("โควตา")


def test_without_a_limit_nothing_is_short(house, office, phones, line):
    line.set_quota(None, used_elsewhere=4000)
    phones["อนงค์"].says("โควตา")
    assert "ไม่จำกัด" in phones["อนงค์"].says("โควตา")


def test_reminding_shows_whom_and_what_it_costs_and_sends_once(house, clock, office, phones, line):
    clock.set(moment(5, 6, 10))
    line.set_quota(300)
    anong = phones["อนงค์"]
    preview = anong.says("ส่งเตือน")
    assert "ถึงผู้ที่ยังค้าง 2 คน" in preview and "สมชาย" in preview and "ใช้ 2 ข้อความ" in preview
    assert pushed(line, "สมชาย") == []
    button = anong.button("ส่งเตือน 2 คน")
    assert "ส่งเตือนแล้ว 2 คน" in anong.taps("ส่งเตือน 2 คน")
    line.tap(user_id("อนงค์"), button["data"])
    assert "ไม่ได้ทำซ้ำ" in anong.reads()
    assert len(pushed(line, "สมชาย")) == 1 and "รายงาน 13" in pushed(line, "สมชาย")[0]
    assert audited(house, "reminded") == [{"count": 2, "again": False}]


def test_who_was_told_today_is_left_out_unless_the_office_insists(house, clock, office, phones, line):
    day_comes(house, clock, moment(5, 3))
    clock.set(moment(5, 3, 14))
    anong = phones["อนงค์"]
    preview = anong.says("ส่งเตือน")
    assert "ได้รับข้อความวันนี้ครบทุกคนแล้ว" in preview
    assert "ส่งเตือน 2 คน" not in anong.buttons()
    anong.says("ส่งซ้ำทุกคน")
    assert len(pushed(line, "สมชาย")) == 2


def test_at_night_a_reminder_waits_for_the_morning(house, clock, office, phones, line):
    clock.set(moment(5, 6, 20))
    anong = phones["อนงค์"]
    assert "นอกเวลาส่ง" in anong.says("ส่งเตือน")
    anong.says("ส่งเลย")
    assert pushed(line, "สมชาย") == []
    clock.set(moment(5, 7, 8, 32))
    phones.settle()
    assert len(pushed(line, "สมชาย")) == 1


def test_reminding_when_everybody_has_reported(house, clock, office, phones, line):
    with house.db.write() as session:
        for no in office.activities:
            reported(session, office, no, APRIL)
    assert "รายงานครบทุกหน่วยงาน" in phones["อนงค์"].says("ส่งเตือน")


def test_a_reminder_that_was_thought_better_of_is_not_sent(clock, office, phones, line):
    clock.set(moment(5, 6, 10))
    phones["อนงค์"].says("ส่งเตือน")
    assert "ยกเลิก" in phones["อนงค์"].says("ยกเลิก")
    assert pushed(line, "สมชาย") == []


def test_who_cannot_be_reached_and_whom_to_phone(house, clock, office, phones, line):
    with house.db.write() as session:
        for name, phone in (("มาลี", "0 3200 0009"), ("สมชาย", "0 3200 0001")):
            person_at(session, "default", user_id(name)).phone = phone
        session.query(Holding).filter_by(post_id=office.posts["ประสิทธิ์"].id).delete()
    line.unfollow(user_id("สมชาย"))
    said = phones["อนงค์"].says("ใครติดต่อไม่ได้")
    assert "1 หน่วยงานยังไม่มีใคร · 1 คนบล็อกบัญชี" in said
    assert "โยธาธิการ" in said and "0 3200 0001" in said and "มาลี 0 3200 0009" in said


def test_a_push_that_failed_is_seen_and_so_is_that_it_works_again(house, clock, office, phones, line):
    clock.set(moment(5, 6, 10))
    line.fail_next(1, 400, {"message": "The request body has 1 error(s)"}, "/v2/bot/message/push")
    anong = phones["อนงค์"]
    anong.says("ส่งเตือน")
    anong.says("ส่งเลย")
    assert "1 คนส่งไม่ถึง" in anong.says("ใครติดต่อไม่ได้")
    clock.set(moment(5, 7, 10))
    anong.says("ส่งเตือน")
    anong.says("ส่งเลย")
    assert "ติดต่อได้ทุกคน" in anong.says("ใครติดต่อไม่ได้")


def test_when_everybody_can_be_reached_it_says_so(office, phones):
    assert "ติดต่อได้ทุกคน" in phones["อนงค์"].says("ใครติดต่อไม่ได้")


def test_the_calendar_says_what_moved_and_why(house, clock, office, phones):
    clock.set(moment(5, 6, 10))
    said = phones["อนงค์"].says("ปฏิทิน")
    assert "เลื่อนจาก 10 พ.ค. 64: วันพืชมงคล" in said
    assert "วันอังคาร" in said or "11 พ.ค. 64 08:30" in said


def test_a_day_off_is_added_after_seeing_what_it_moves(house, clock, office, phones):
    clock.set(moment(5, 6, 10))
    anong = phones["อนงค์"]
    asked = anong.says("ปฏิทิน หยุด 1 มิ.ย. งานประจำปี")
    assert "1 มิ.ย. 64" in asked and "งานประจำปี" in asked and "เตือนส่งรายงาน" in asked
    with house.db.read() as session:
        assert overrides(session, office.province.id) == {}
    assert "เป็นวันหยุด" in anong.taps("เปลี่ยน")
    with house.db.read() as session:
        assert overrides(session, office.province.id) == {date(2021, 6, 1): "งานประจำปี"}
    assert "2 มิ.ย. 64 08:30" in anong.says("ปฏิทิน")
    anong.says("ปฏิทิน ตามเดิม 1 มิ.ย.")
    assert "ตามปฏิทินปกติ" in anong.says("ยืนยัน")
    with house.db.read() as session:
        assert overrides(session, office.province.id) == {}
    assert [each["became"] for each in audited(house, "calendar")] == ["off", "usual"]


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("ปฏิทิน หยุด", "ไม่เห็นวันที่"),
        ("ปฏิทิน หยุด 31 ก.พ.", "ไม่เห็นวันที่"),
        ("ปฏิทิน หยุด 1 พ.ค. 64", "ผ่านไปแล้ว"),
        ("ปฏิทิน หยุด 1-3 มิ.ย.", "ครั้งละวัน"),
        ("ปฏิทิน ตามเดิม 1 มิ.ย.", "อยู่แล้ว"),
        ("ปฏิทิน อะไรก็ไม่รู้", "ไม่เห็นวันที่"),
    ],
)
def test_days_that_cannot_be_are_explained(house, clock, office, phones, typed, answer):
    clock.set(moment(5, 6, 10))
    assert answer in phones["อนงค์"].says(typed)
    with house.db.read() as session:
        assert overrides(session, office.province.id) == {}


def test_settings_are_shown_changed_with_a_yes_and_written_down(house, clock, office, phones):
    anong = phones["อนงค์"]
    assert "18:00–08:00 และวันหยุด" in anong.says("ตั้งค่า")
    assert "จาก 18:00–08:00" in anong.says("ตั้งค่า เวลางดส่ง 17.00 - 09.00")
    assert quiet_hours_of(province(house)) == QuietHours()
    assert "17:00–09:00" in anong.says("ยืนยัน")
    kept = quiet_hours_of(province(house))
    assert (kept.begin.hour, kept.end.hour) == (17, 9)
    assert "อยู่แล้ว" in anong.says("ตั้งค่า เวลางดส่ง 17:00-09:00")
    (row,) = audited(house, "setting")
    assert row == {"name": "quiet_hours", "before": "18:00–08:00 และวันหยุด", "after": "17:00-09:00"}


@pytest.mark.parametrize(
    "typed",
    [
        "ตั้งค่า เวลางดส่ง 08:00-18:00",
        "ตั้งค่า เวลางดส่ง 25:00-08:00",
        "ตั้งค่า วันส่งสรุป วันเสาร์",
        "ตั้งค่า ขั้นเร่งรัด 3 0 5",
        "ตั้งค่า ขั้นเร่งรัด 3 3",
        "ตั้งค่า ถือว่าไม่คืบหน้าเมื่อ 2",
        "ตั้งค่า ตรงวันหยุด แล้วแต่",
    ],
)
def test_values_that_cannot_be_are_not_taken(house, office, phones, typed):
    before = dict(province(house).chosen)
    assert "อ่านค่าไม่ออก" in phones["อนงค์"].says(typed)
    assert dict(province(house).chosen) == before


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("ตั้งค่า ขั้นเร่งรัด 5 5 10", "เจ้าหน้าที่ 5 หัวหน้า 5 สำนักงานจังหวัด 10 วันทำการ"),
        ("ตั้งค่า ถือว่าไม่คืบหน้าเมื่อ 20 วันทำการ", "20 วันทำการ"),
        ("ตั้งค่า ตรงวันหยุด เลื่อนมา", "เลื่อนมาวันทำการก่อนหน้า"),
        ("ตั้งค่า วันส่งสรุป อังคาร", "วันอังคาร"),
    ],
)
def test_every_setting_can_be_changed(house, office, phones, typed, shown):
    phones["อนงค์"].says(typed)
    assert shown in phones["อนงค์"].says("ยืนยัน")
    assert shown in phones["อนงค์"].says("ตั้งค่า")


def test_the_summary_comes_on_the_day_that_the_office_chose(house, clock, office, phones, line):
    phones["อนงค์"].says("ตั้งค่า วันส่งสรุป อังคาร")
    phones["อนงค์"].says("ยืนยัน")
    day_comes(house, clock, moment(5, 12))
    assert "weekly-escalation" not in day_comes(house, clock, moment(5, 17))
    assert day_comes(house, clock, moment(5, 18))["weekly-escalation"]["written"] == 2


def test_quiet_hours_hold_as_they_were_chosen(house, clock, office, phones, line):
    phones["อนงค์"].says("ตั้งค่า เวลางดส่ง 18:00-10:00")
    phones["อนงค์"].says("ยืนยัน")
    day_comes(house, clock, moment(5, 17))
    assert pushed(line, "ท่านผู้ว่าฯ") == []
    day_comes(house, clock, moment(5, 17, 10, 2))
    assert len([row for row in line.sent if row["to"] == user_id("ท่านผู้ว่าฯ")]) == 1
    with house.db.read() as session:
        assert session.query(Notice).filter_by(kind="weekly").count() == 2
