"""ประกาศ: the office writes to its agencies, sees who has read it, and asks the others again."""

import pytest

from models.broadcast import Broadcast
from tests.days import moment
from tests.office import user_id
from tests.phones import actions_of, words_of

TEXT = "ขอให้ส่งรูปหน้างานภายในวันศุกร์"


def pushed(line, name):
    return [words_of(message) for message in line.pushes(user_id(name))]


@pytest.fixture
def anong(clock, phones):
    clock.set(moment(5, 6, 10))
    return phones["อนงค์"]


def announced(house):
    with house.db.read() as session:
        return session.query(Broadcast).count()


def test_seen_first_with_its_cost_and_sent_once(house, office, anong, line):
    line.set_quota(300)
    preview = anong.says(f"ประกาศ {TEXT}")
    assert TEXT in preview and "ใช้ 3 ข้อความ" in preview
    assert announced(house) == 0 and pushed(line, "สมชาย") == []
    button = anong.button("ส่งทุกคน 3 คน")
    assert "ส่งประกาศที่ 1 ถึง 3 คนแล้ว" in anong.taps("ส่งทุกคน 3 คน")
    line.tap(user_id("อนงค์"), button["data"])
    assert "ไม่ได้ทำซ้ำ" in anong.reads()
    assert announced(house) == 1
    for name in ("สมชาย", "มาลี", "ประสิทธิ์"):
        (told,) = pushed(line, name)
        assert TEXT in told and "ประกาศที่ 1" in told
    assert pushed(line, "ท่านผู้ว่าฯ") == []


def test_only_heads_or_only_officers(office, anong, line):
    anong.says(f"ประกาศ {TEXT}")
    anong.says("เฉพาะหัวหน้า")
    assert pushed(line, "สมชาย") == [] and len(pushed(line, "มาลี")) == 1


def test_who_has_read_it_and_who_has_not(house, office, anong, phones, line):
    with house.db.write() as session:
        session.merge(office.people["ประสิทธิ์"]).phone = "0 3200 0003"
    anong.says(f"ประกาศ {TEXT}")
    anong.says("ส่งทุกคน")
    phones["สมชาย"].reads()
    assert "ขอบคุณ" in phones["สมชาย"].taps("รับทราบ")
    assert "ขอบคุณ" in phones["มาลี"].says("รับทราบประกาศ 1")
    assert "รับทราบไว้แล้ว" in phones["มาลี"].says("รับทราบประกาศ")
    said = anong.says("ประกาศ")
    assert "รับทราบแล้ว 2 จาก 3 คน" in said
    assert "ประสิทธิ์" in said and "0 3200 0003" in said and "โยธาธิการ" in said


def test_the_others_are_asked_again_and_only_they(clock, office, anong, phones, line):
    anong.says(f"ประกาศ {TEXT}")
    anong.says("ส่งทุกคน")
    phones["สมชาย"].says("รับทราบประกาศ 1")
    clock.set(moment(5, 7, 10))
    anong.says("ประกาศ 1")
    assert "ใช้ 2 ข้อความ" in anong.taps("เตือนคนที่ยังไม่ตอบ")
    assert "ถึง 2 คนแล้ว" in anong.taps("เตือนอีกครั้ง 2 คน")
    assert [len(pushed(line, name)) for name in ("สมชาย", "มาลี", "ประสิทธิ์")] == [1, 2, 2]


def test_when_everybody_has_read_it_nobody_is_asked_again(office, anong, phones, line):
    anong.says(f"ประกาศ {TEXT}")
    anong.says("เฉพาะหัวหน้า")
    phones["มาลี"].says("รับทราบประกาศ 1")
    assert "รับทราบแล้ว 1 จาก 1 คน" in anong.says("ประกาศ 1 เตือน")
    assert "เตือนคนที่ยังไม่ตอบ" not in anong.buttons()


def test_whoever_it_was_not_for_cannot_answer_it(office, anong, phones, line):
    anong.says(f"ประกาศ {TEXT}")
    anong.says("เฉพาะหัวหน้า")
    button = next(
        action
        for message in line.pushes(user_id("มาลี"))
        for action in actions_of(message)
        if "heard" in action.get("data", "")
    )
    line.tap(user_id("ประสิทธิ์"), button["data"])
    assert "ปุ่มนี้" in phones["ประสิทธิ์"].reads()
    assert "รับทราบแล้ว 0 จาก 1 คน" in anong.says("ประกาศ")


def test_without_any_announcement_it_says_how(office, anong):
    assert "ยังไม่เคยมีประกาศ" in anong.says("ประกาศ")
    assert "ยังไม่เคยมีประกาศ" in anong.says("ประกาศ 7")


def test_too_long_an_announcement_is_not_sent(house, office, anong):
    assert "1000" in anong.says("ประกาศ " + "ก" * 1001)
    assert announced(house) == 0


def test_whoever_got_something_today_gets_it_tomorrow_in_one_push(clock, office, anong, phones, line):
    anong.says("ส่งเตือน")
    anong.says("ส่งเลย")
    anong.says(f"ประกาศ {TEXT}")
    anong.says("ส่งทุกคน")
    assert len(pushed(line, "สมชาย")) == 1 and len(pushed(line, "มาลี")) == 1
    clock.set(moment(5, 7, 8, 32))
    phones.settle()
    assert TEXT in pushed(line, "สมชาย")[-1]
