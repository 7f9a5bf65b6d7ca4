"""Hand-overs: by code or to somebody known, all or some, today or later; nothing is lost and nobody is left in doubt."""

from datetime import date

import pytest

from models.answering import holders
from models.assign import officers_of
from models.post import posts_held
from models.report import history
from tests.colleagues import pushed
from tests.days import day_comes, moment
from tests.follow_up import ordered, stuck_case
from tests.office import MARCH, PUBLIC_WORKS, reported, user_id

MONDAY = moment(5, 3)


def code_in(text: str) -> str:
    return next(word for word in text.split() if len(word) == 9 and word[4] == "-" and word.isascii())


def makes_code(phone, text="โอนงานทั้งหมด วันนี้"):
    phone.says(text)
    phone.taps("ออกรหัส")
    return code_in(phone.taps("ยืนยัน"))


def joins(phones, code, name="สุดา"):
    phone = phones.stranger(name)
    phone.says(code)
    phone.taps("ยอมรับ")
    answer = phone.says(f"{name} ใจดี โทร 080-000-0000")
    return phone, answer


def who_holds(house, office, no, on):
    with house.db.read() as session:
        return [person.name for person in officers_of(session, session.merge(office.activities[no]), on)]


def test_step_by_step_to_a_new_officer_with_a_code(house, office, phones, clock, line):
    with house.db.write() as session:
        reported(session, office, 13, MARCH, percent=30)
    somchai = phones["สมชาย"]
    assert "13, 14, 15" in somchai.says("โอนงาน")
    assert "ตั้งแต่วันไหน" in somchai.taps("ทั้งตำแหน่ง")
    assert "โอนให้ใคร" in somchai.taps("วันนี้")
    assert "ผู้ที่นำรหัสมาใช้" in somchai.taps("ออกรหัส")
    code = code_in(somchai.taps("ยืนยัน"))
    assert who_holds(house, office, 13, clock.now().date()) == ["สมชาย"], "until the code is used"

    _suda, briefing = joins(phones, code)
    assert "งานที่รับมา" in briefing and "มี.ค. 64" in briefing and "30%" in briefing
    assert "สมชาย" in briefing, "whom to ask"
    assert "11 พฤษภาคม 2564" in briefing, "what is due"
    assert who_holds(house, office, 13, clock.now().date()) == ["สุดา ใจดี"]
    assert "สุดา ใจดี รับงานต่อ" in somchai.reads()
    assert "โอนงานแล้ว" in phones["มาลี"].reads() or "โอน" in pushed(line, "มาลี")[0]


def test_the_predecessor_can_do_nothing_more_and_is_told_whom_to_ask(house, office, phones):
    suda, _briefing = joins(phones, makes_code(phones["สมชาย"]))
    somchai = phones["สมชาย"]
    somchai.reads()
    said = somchai.says("13 45% เบิกแล้ว 2.5 ล้าน")
    assert "สุดา ใจดี รับงานต่อจากท่านแล้ว" in said
    with house.db.read() as session:
        assert history(session, office.activities[13].id) == []
    suda.says("13 45% เบิกแล้ว 2.5 ล้าน")
    assert "เลขรับ" in suda.taps("ยืนยัน")


def test_the_reminder_goes_to_the_successor_alone(house, office, phones, clock, line):
    joins(phones, makes_code(phones["สมชาย"]))
    before = len(pushed(line, "สมชาย"))
    day_comes(house, clock, MONDAY)
    assert any("รายงาน 13" in each for each in pushed(line, "สุดา"))
    assert len(pushed(line, "สมชาย")) == before


def test_an_open_report_ends_politely(house, office, phones, wira):
    somchai = phones["สมชาย"]
    code = makes_code(phones["มาลี"], "โอนงานของสมชาย ทั้งหมด วันนี้")
    somchai.says("13 45% เบิกแล้ว 2.5 ล้าน")
    confirm = somchai.button("ยืนยัน")
    joins(phones, code)
    told = somchai.reads()
    assert "ยังไม่ได้บันทึก" in told and "สุดา ใจดี" in told
    somchai.line.tap(somchai.user_id, confirm["data"])
    somchai.reads()
    with house.db.read() as session:
        assert history(session, office.activities[13].id) == []


def test_an_open_report_of_something_else_goes_on(house, office, phones, wira):
    somchai = phones["สมชาย"]
    code = makes_code(phones["มาลี"], "โอนงานของสมชาย 15 วันนี้")
    somchai.says("13 45% เบิกแล้ว 2.5 ล้าน")
    confirm = somchai.button("ยืนยัน")
    joins(phones, code)
    assert "ยังไม่ได้บันทึก" not in somchai.reads()
    somchai.line.tap(somchai.user_id, confirm["data"])
    assert "เลขรับ" in somchai.reads()


def test_some_activities_to_somebody_known(house, office, phones, wira, clock, line):
    somchai = phones["สมชาย"]
    shown = somchai.says("โอนงาน 13 14 ให้ วีระ วันนี้")
    assert "กิจกรรม 13, 14" in shown and "วีระ" in shown
    assert "โอนงานแล้ว" in somchai.taps("ยืนยัน")
    briefing = wira.reads()
    assert "งานที่รับมา" in briefing and "13" in briefing and "14" in briefing
    today = clock.now().date()
    assert who_holds(house, office, 13, today) == ["วีระ"]
    assert who_holds(house, office, 15, today) == ["สมชาย", "วีระ"]
    assert "รายงานโดย วีระ" in somchai.says("13 45% เบิกแล้ว 2.5 ล้าน")
    day_comes(house, clock, MONDAY)
    reminder = pushed(line, "สมชาย")[-1]
    assert "รายงาน 15" in reminder and "รายงาน 13" not in reminder


def test_from_a_later_day_everybody_knows_when(house, office, phones, clock, line):
    suda, briefing = joins(phones, makes_code(phones["สมชาย"], "โอนงานทั้งหมด ตั้งแต่ 1 มิ.ย."))
    assert "1 มิถุนายน 2564" in briefing
    assert "1 มิถุนายน 2564" in suda.says("สวัสดี")
    assert "เข้าร่วม" not in phones["สมชาย"].says("สถานะ 13"), "still his until the last of May"
    clock.set(moment(5, 31, 23))
    assert who_holds(house, office, 13, date(2021, 5, 31)) == ["สมชาย"]
    clock.set(moment(6, 1, 9))
    assert "13" in suda.says("สถานะ 13")
    assert "สุดา ใจดี รับงานต่อ" in phones["สมชาย"].says("สถานะ 13")


def test_open_cases_and_orders_pass_to_the_successor(house, office, phones, clock):
    today = clock.now().date()
    with house.db.write() as session:
        case = stuck_case(session, office, 13, on=today, now=clock.now())
        ordered(
            session, office, 13, "เร่งผู้รับจ้างเข้าพื้นที่",
            due_on=date(2021, 5, 7), now=clock.now(), case=case,
        )  # fmt: skip
    _suda, briefing = joins(phones, makes_code(phones["สมชาย"]))
    assert "กรณีเร่งรัดที่ค้างอยู่" in briefing and "ไม่คืบหน้า" in briefing
    assert "ข้อสั่งการที่ค้างอยู่" in briefing and "เร่งผู้รับจ้าง" in briefing
    with house.db.read() as session:
        post = office.posts["สมชาย"]
        assert [person.name for _post, person in holders(session, [post.id], today)] == ["สุดา ใจดี"]


def test_a_second_hand_over_replaces_the_first_and_its_code_dies(house, office, phones):
    first, second = makes_code(phones["สมชาย"]), makes_code(phones["สมชาย"])
    suda = phones.stranger("สุดา")
    assert "ใช้ไปแล้วหรือหมดอายุ" in suda.says(first)
    suda.says(second)
    assert suda.button("ยอมรับ")


def test_a_hand_over_can_be_stopped_while_nobody_has_come(house, office, phones, clock):
    code = makes_code(phones["สมชาย"])
    assert "ยกเลิกการโอนงานแล้ว" in phones["สมชาย"].says("ยกเลิกโอนงาน")
    assert "ใช้ไปแล้วหรือหมดอายุ" in phones.stranger("สุดา").says(code)
    assert who_holds(house, office, 13, clock.now().date()) == ["สมชาย"]
    assert "ไม่มีการโอนงาน" in phones["สมชาย"].says("ยกเลิกโอนงาน")


def test_the_code_may_be_used_by_an_acting_colleague(house, office, phones, wira, clock):
    somchai = phones["สมชาย"]
    somchai.says("ลา 3-12 พ.ค. ให้ วีระ รักษาการ")
    somchai.taps("ยืนยัน")
    wira.says(makes_code(somchai))
    wira.taps("ยอมรับ")
    assert who_holds(house, office, 13, clock.now().date()) == ["วีระ"]


def test_the_office_hands_over_the_work_of_somebody_who_is_gone(house, office, phones, line, clock):
    line.unfollow(user_id("ประสิทธิ์"))
    phones["ประสิทธิ์"].reads()
    anong = phones["อนงค์"]
    assert "โอนงานของใคร" in anong.says("โอนงาน")
    assert "โอนทั้งตำแหน่ง (20, 21)" in anong.says("ประสิทธิ์")
    anong.taps("ทั้งตำแหน่ง")
    anong.taps("วันนี้")
    anong.taps("ออกรหัส")
    suda, briefing = joins(phones, code_in(anong.taps("ยืนยัน")))
    assert PUBLIC_WORKS in briefing and "20" in suda.says("สถานะ 20")


@pytest.mark.parametrize("name", ["ท่านผู้ว่าฯ"])
def test_the_governor_hands_nothing_over(house, office, phones, name):
    assert "โอนงานได้เฉพาะ" in phones[name].says("โอนงาน")


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("โอนงาน 20 ให้ วีระ", "ไม่พบตำแหน่งที่ตรงกัน"),
        ("โอนงานทั้งหมด ให้ วีระ ตั้งแต่ 1 เม.ย.", "ผ่านไปแล้ว"),
        ("โอนงานทั้งหมด ให้ ประสิทธิ์ วันนี้", "ไม่รู้จัก “ประสิทธิ์”"),
        ("โอนงานทั้งหมด ให้ สมชาย วันนี้", "ไม่รู้จัก “สมชาย”"),
    ],
)
def test_what_cannot_be_is_said_clearly(house, office, phones, wira, text, answer):
    assert answer in phones["สมชาย"].says(text)


def test_only_the_head_of_that_agency_reaches_its_posts(house, office, phones, wira):
    assert "ประสิทธิ์" not in phones["มาลี"].says("โอนงาน")
    assert "ไม่พบตำแหน่งที่ตรงกัน" in phones["มาลี"].says("โอนงานของประสิทธิ์")


def test_tapping_twice_hands_over_once(house, office, phones, wira, line):
    somchai = phones["สมชาย"]
    somchai.says("โอนงาน 13 ให้ วีระ วันนี้")
    yes = somchai.button("ยืนยัน")
    somchai.taps("ยืนยัน")
    line.tap(somchai.user_id, yes["data"])
    assert "ปุ่มนี้" in somchai.reads()
    assert sum("งานที่รับมา" in each for each in pushed(line, "วีระ")) == 1
    with house.db.read() as session:
        today = date(2021, 5, 3)
        assert len(posts_held(session, office.people["วีระ"].id, today)) == 2


def test_the_briefing_can_be_asked_for_again(house, office, phones):
    assert "งานที่รับมา" in phones["สมชาย"].says("สรุปรับงาน")


def test_some_activities_by_code_make_a_post_only_when_somebody_comes(house, office, phones, clock):
    malee = phones["มาลี"]
    code = makes_code(phones["สมชาย"], "โอนงาน 14 วันนี้")
    waiting = malee.says("ผู้รับผิดชอบ")
    assert "ไม่มีผู้ดำรงตำแหน่งนี้" not in waiting and "รอผู้รับงานต่อ" in waiting
    suda, briefing = joins(phones, code)
    assert "14" in briefing and who_holds(house, office, 14, clock.now().date()) == ["สุดา ใจดี"]
    assert who_holds(house, office, 13, clock.now().date()) == ["สมชาย"]
    assert "รายงานโดย สมชาย" in suda.says("13 45% เบิกแล้ว 2.5 ล้าน")
