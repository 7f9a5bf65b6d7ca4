"""สุดา joins with a code from อนงค์; strangers are greeted once, and nobody gets in by guessing."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from models.agency import agency_named, ensure_agency
from models.audit import AuditEntry
from models.invite import invite_to_post
from models.person import Person, person_at
from models.post import posts_held
from models.province import Province
from rules.role import Role
from tests.office import PUBLIC_WORKS, RURAL_ROADS, user_id


@pytest.fixture
def code_for(house, office, clock):
    """Make a code as the provincial office does."""

    def make(role=Role.OFFICER, agency=RURAL_ROADS, **more) -> str:
        with house.db.write() as session:
            found = agency_named(session, office.province.id, agency) if agency else None
            code, _row = invite_to_post(
                session, office.province.id, role, found, now=clock.now(), year_be=2564, **more
            )
            return code

    return make


def person(house, name) -> Person:
    with house.db.read() as session:
        return person_at(session, "default", user_id(name))


def posts(house, name, today):
    with house.db.read() as session:
        return [(post.role, post.agency_id) for post in posts_held(session, person(house, name).id, today)]


def test_a_new_officer_joins_with_code_consent_name_and_phone(house, office, phones, clock, code_for):
    suda = phones.stranger("สุดา")
    suda.line.follow(suda.user_id)
    assert "รหัสเข้าร่วม" in suda.reads()

    notice = suda.says(code_for())
    assert RURAL_ROADS in notice and "อนงค์" in notice, "what post it is, and whom to ask about the data"
    assert person(house, "สุดา").joined_at is None, "nothing is kept before consent"
    assert "ชื่อ" in suda.taps("ยอมรับ")
    answer = suda.says("สุดา ใจดี")
    assert "เข้าร่วมแล้ว" in answer and "13" in answer and "เบอร์โทร" in answer
    assert "080-000-0000" in suda.says("๐๘๐ ๐๐๐ ๐๐๐๐")

    joined = person(house, "สุดา")
    assert (joined.name, joined.phone) == ("สุดา ใจดี", "080-000-0000")
    assert posts(house, "สุดา", clock.now().date()) == [
        (Role.OFFICER, office.posts["สมชาย"].agency_id),
    ]
    assert "13" in suda.says("สถานะ 13")


def test_name_and_phone_may_come_in_one_line_and_then_nothing_more_is_asked(house, phones, office, code_for):
    suda = phones.stranger("สุดา")
    suda.says(code_for())
    suda.taps("ยอมรับ")
    assert "เบอร์โทรที่" not in suda.says("สุดา ใจดี โทร 080-000-0000")
    assert (person(house, "สุดา").name, person(house, "สุดา").phone) == ("สุดา ใจดี", "080-000-0000")


def test_a_known_name_is_not_asked_for_and_the_phone_can_be_skipped(house, office, phones, code_for):
    suda = phones.stranger("สุดา")
    suda.says(code_for(holder_name="สุดา ใจดี"))
    assert "เข้าร่วมแล้ว" in suda.taps("ยอมรับ")
    suda.taps("ข้าม")
    assert (person(house, "สุดา").name, person(house, "สุดา").phone) == ("สุดา ใจดี", None)


def test_whoever_goes_on_instead_of_giving_a_phone_is_simply_answered(house, office, phones, code_for):
    suda = phones.stranger("สุดา")
    suda.says(code_for(holder_name="สุดา ใจดี"))
    suda.taps("ยอมรับ")
    assert "เมษายน 2564" in suda.says("กำหนดส่ง")
    assert person(house, "สุดา").phone is None


@pytest.mark.parametrize("typed", ["ช่วยเหลือ", "13 45%", "ส", "https://example.com"])
def test_what_cannot_be_a_name_is_asked_again(house, office, phones, code_for, typed):
    suda = phones.stranger("สุดา")
    suda.says(code_for())
    suda.taps("ยอมรับ")
    assert "ชื่อ" in suda.says(typed)
    assert person(house, "สุดา").joined_at is None


def test_a_code_is_found_in_a_message_that_was_passed_on_whole(house, office, phones, code_for):
    suda = phones.stranger("สุดา")
    code = code_for().lower()
    assert "ข้อมูล" in suda.says(f"รหัสเข้าร่วม: {code.replace('-', '–')}\nสำหรับ: เจ้าหน้าที่")
    assert suda.button("ยอมรับ")


def test_declining_keeps_nothing_and_the_code_still_works(house, office, phones, code_for):
    suda = phones.stranger("สุดา")
    code = code_for(holder_name="สุดา")
    suda.says(code)
    assert "ยังไม่ได้เก็บ" in suda.taps("ยังไม่เข้าร่วม")
    assert person(house, "สุดา").joined_at is None
    suda.says(code)
    assert "เข้าร่วมแล้ว" in suda.taps("ยอมรับ")


def test_a_question_before_consent_brings_the_notice_again(house, office, phones, code_for):
    suda = phones.stranger("สุดา")
    suda.says(code_for())
    assert suda.says("เก็บข้อมูลไปทำอะไร") and suda.button("ยอมรับ")


def test_a_code_works_once_and_not_for_ever(house, office, phones, clock, code_for):
    first, second = phones.stranger("สุดา"), phones.stranger("วีระ")
    code, old = code_for(holder_name="สุดา"), code_for()
    first.says(code)
    first.taps("ยอมรับ")
    assert "ใช้ไปแล้วหรือหมดอายุ" in second.says(code)
    clock.set(clock.now() + timedelta(days=15))
    assert "ใช้ไปแล้วหรือหมดอายุ" in second.says(old)
    assert person(house, "วีระ").joined_at is None


def test_two_who_accept_the_same_code_do_not_both_get_the_post(house, office, phones, code_for):
    first, second = phones.stranger("สุดา"), phones.stranger("วีระ")
    code = code_for(holder_name="สุดา")
    first.says(code)
    second.says(code)
    first.taps("ยอมรับ")
    assert "ใช้ไปแล้วหรือหมดอายุ" in second.taps("ยอมรับ")
    assert person(house, "วีระ").joined_at is None


def test_guessing_is_stopped_after_five_and_written_down(house, office, phones, clock, code_for):
    suda = phones.stranger("สุดา")
    code = code_for()
    for guess in ("ABCD-2345", "ABCD-2346", "ABCD-2347", "ABCD-2348", "ABCD-2349"):
        assert "ไม่พบรหัสนี้" in suda.says(guess)
    assert "ใส่รหัสผิดหลายครั้ง" in suda.says(code), "not even the right one, for an hour"
    with house.db.read() as session:
        noted = session.scalars(select(AuditEntry).where(AuditEntry.what == "wrong_code")).all()
    assert [entry.person_id for entry in noted] == [person(house, "สุดา").id] * 5
    clock.set(clock.now() + timedelta(minutes=61))
    suda.says(code)
    assert suda.button("ยอมรับ")


def test_a_stranger_is_welcomed_once_then_told_in_one_line(house, office, phones, clock, line):
    suda = phones.stranger("สุดา")
    assert "ยินดีต้อนรับ" in suda.says("สวัสดีครับ")
    assert suda.says("ขอสถานะโครงการ") == "พิมพ์รหัสเข้าร่วมที่ได้จากสำนักงานจังหวัด เช่น ABCD-2345"
    for _photo in range(3):
        line.send_image(suda.user_id, b"\xff\xd8\xff")
    line.send_sticker(suda.user_id)
    line.send_location(suda.user_id, 13.1, 99.9)
    assert suda.reads() == "", "no noise"
    clock.set(clock.now() + timedelta(days=2))
    assert "ยินดีต้อนรับ" in suda.says("สวัสดี")


def test_a_member_may_take_up_one_more_post(house, office, phones, clock, code_for):
    somchai = phones["สมชาย"]
    asked = somchai.says(code_for(Role.OFFICER, PUBLIC_WORKS))
    assert PUBLIC_WORKS in asked and "รับตำแหน่งเพิ่ม" in asked
    somchai.taps("ยอมรับ")
    assert len(posts(house, "สมชาย", clock.now().date())) == 2
    assert "20" in somchai.says("ฉันคือใคร")


def test_a_member_who_changes_the_subject_is_answered_and_keeps_the_code(house, office, phones, code_for):
    somchai = phones["สมชาย"]
    code = code_for(Role.OFFICER, PUBLIC_WORKS)
    somchai.says(code)
    assert "ยินดีต้อนรับ" not in somchai.says("สถานะ 13")
    assert "รับตำแหน่งเพิ่ม" in somchai.says(code)


def test_the_post_one_holds_already_costs_no_code(house, office, phones, code_for):
    code = code_for()
    assert "อยู่ในตำแหน่งนี้แล้ว" in phones["สมชาย"].says(code)
    suda = phones.stranger("สุดา")
    suda.says(code)
    assert suda.button("ยอมรับ")


def test_a_code_of_another_province_is_refused(house, office, phones, clock):
    with house.db.write() as session:
        lampang = Province(name="ลำปาง", made_at=clock.now())
        session.add(lampang)
        session.flush()
        code, _row = invite_to_post(session, lampang.id, Role.EXECUTIVE, None, now=clock.now(), year_be=2564)
    assert "จังหวัดอื่น" in phones["สมชาย"].says(code)


def test_the_office_invites_in_chat_by_part_of_an_agencys_name(house, office, phones):
    anong = phones["อนงค์"]
    anong.says("ออกรหัส")
    assert "หน่วยงาน" in anong.taps("เจ้าหน้าที่")
    card = anong.says("โยธา")
    assert PUBLIC_WORKS in card
    code = next(word for word in card.split() if len(word) == 9 and word[4] == "-")
    suda = phones.stranger("สุดา")
    assert PUBLIC_WORKS in suda.says(code)


def test_inviting_works_with_sixty_agencies(house, office, phones, line):
    with house.db.write() as session:
        for number in range(60):
            ensure_agency(session, office.province.id, f"สำนักงานทดสอบที่ {number:02d} จังหวัดเพชรบุรี")
    anong = phones["อนงค์"]
    anong.says("เชิญ")
    anong.taps("หัวหน้า")
    assert len(anong.buttons()) == 12, "ten agencies, more, stop"
    first_page = anong.buttons()[:10]
    anong.taps("เพิ่มเติม")
    assert not set(first_page) & set(anong.buttons()[:10])
    several = anong.says("ทดสอบที่ 1")
    assert "ทดสอบที่ 10" in several and "ทดสอบที่ 20" not in several
    assert "ไม่พบหน่วยงาน" in anong.says("ก๋วยเตี๋ยว")
    assert "ทดสอบที่ 42" in anong.says("ทดสอบที่ 42")


def test_only_the_office_invites(house, office, phones):
    for name in ("สมชาย", "มาลี", "ท่านผู้ว่าฯ"):
        assert "เฉพาะสำนักงานจังหวัด" in phones[name].says("เชิญ")


def test_blocking_and_coming_back(house, office, phones, line):
    somchai = phones["สมชาย"]
    line.unfollow(somchai.user_id)
    somchai.reads()
    assert person(house, "สมชาย").unreachable_since is not None
    line.follow(somchai.user_id)
    assert "ยินดีต้อนรับกลับมา" in somchai.reads()
    assert person(house, "สมชาย").unreachable_since is None
