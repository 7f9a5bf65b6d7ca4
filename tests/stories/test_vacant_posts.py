"""Before the 1st: what nobody would be asked for is told to the head and the provincial office, while there is time."""

from models.post import Holding
from rules.role import Role
from tests.colleagues import colleague, pushed
from tests.days import day_comes, moment
from tests.office import PUBLIC_WORKS, user_id

# 25 May 2021 is a Tuesday; the reports for May are asked for on Tuesday 1 June.
BEFORE = moment(5, 25)


def told(line, name):
    return [each for each in pushed(line, name) if "ตำแหน่งที่ไม่มีผู้รับผิดชอบ" in each]


def warned(house, clock):
    return day_comes(house, clock, BEFORE)["vacant-posts"]


def test_an_empty_post_is_told_to_the_head_and_the_office(house, clock, office, phones, line):
    with house.db.write() as session:
        session.query(Holding).filter_by(post_id=office.posts["สมชาย"].id).delete()
    assert warned(house, clock)["written"] == 2
    (head,), (admin,) = told(line, "มาลี"), told(line, "อนงค์")
    assert "13, 14, 15" in head and "1 มิถุนายน 2564" in head
    assert PUBLIC_WORKS not in head, "a head hears of her own agency"
    assert "13, 14, 15" in admin and "ยังไม่มีหัวหน้า" in admin, "public works has no head"
    assert told(line, "ท่านผู้ว่าฯ") == []


def test_who_blocked_the_bot_is_named(house, clock, office, phones, line):
    line.unfollow(user_id("สมชาย"))
    phones["สมชาย"].reads()
    warned(house, clock)
    assert "ติดต่อ สมชาย ทาง LINE ไม่ได้" in told(line, "มาลี")[0]


def test_a_successor_who_has_not_come_is_named(house, clock, office, phones, line):
    somchai = phones["สมชาย"]
    somchai.says("โอนงานทั้งหมด ตั้งแต่ 10 พ.ค.")
    somchai.taps("ออกรหัส")
    somchai.taps("ยืนยัน")
    warned(house, clock)
    assert "ผู้รับงานต่อจาก สมชาย ยังไม่เข้าร่วม" in told(line, "มาลี")[0]


def test_a_leave_over_the_first_is_no_vacancy(house, clock, office, phones, line):
    clock.set(moment(5, 20, 9))
    phones["สมชาย"].says("ลา 28 พ.ค. - 4 มิ.ย. ไม่มีผู้รักษาการ")
    phones["สมชาย"].taps("ยืนยัน")
    warned(house, clock)
    assert told(line, "มาลี") == [], "she is asked herself"


def test_where_all_is_well_nobody_hears_anything(house, clock, office, phones, line):
    with house.db.write() as session:
        colleague(session, office, "วิชัย", numbers=(), agency=PUBLIC_WORKS, role=Role.HEAD)
    counts = warned(house, clock)
    assert (counts["agencies"], counts["written"]) == (0, 0)


def test_running_it_again_tells_nobody_again(house, clock, office, phones, line):
    warned(house, clock)
    day_comes(house, clock, moment(5, 25, 9))
    assert len(told(line, "อนงค์")) == 1
