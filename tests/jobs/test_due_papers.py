"""The calendar of papers by the clock: what อนงค์ is told, once each, within the one push of a day."""

import pytest
from sqlalchemy import select

from models.notice import Notice, Sent
from models.paper_days import move_to, paper_days_of, want
from models.province import Province
from rules.status import Status
from tests.days import day_comes, moment
from tests.office import APRIL, reported, user_id
from tests.phones import words_of


@pytest.fixture
def told(house, clock, office, phones, line):
    """Let days pass, and return what the provincial office was told of papers, by the day."""
    clock.set(moment(4, 30, 12))
    with house.db.write() as session:
        session.get(Province, office.province.id).made_at = moment(4, 30)
        reported(
            session, office, 20, APRIL, percent=100, baht=17_500_000, status=Status.COMPLETED, by="ประสิทธิ์"
        )

    def told(month: int, *days: int) -> dict[int, str]:
        found = {}
        for day in days:
            before = len(line.pushes(user_id("อนงค์")))
            day_comes(house, clock, moment(month, day, 9))
            pushed = [words_of(message) for message in line.pushes(user_id("อนงค์"))[before:]]
            about = [words for words in pushed if "เอกสาร" in words or "ครบกำหนดส่ง" in words]
            if about:
                found[day] = "\n".join(about)
        return found

    return told


def test_monday_brings_the_week_for_the_governor_and_the_work_that_was_finished(told, line):
    found = told(5, 3, 5)
    assert list(found) == [3]
    assert "สรุปสัปดาห์เสนอผู้ว่าฯ 3 พ.ค. 64" in found[3]
    assert "รายงานเมื่อแล้วเสร็จ กิจกรรมที่ 20" in found[3], "one was finished: its own report is offered"
    assert "ระเบียบวาระ" not in found[3], "nothing waits for a meeting"


def test_all_papers_of_a_morning_go_in_one_card_with_the_one_push_of_the_day(told, line, house):
    told(5, 3)
    cards = [words_of(message) for message in line.pushes(user_id("อนงค์"))]
    assert sum("เอกสารที่ควรจัดทำ" in words for words in cards) == 1
    with house.db.read() as session:
        notices = session.scalars(select(Notice).where(Notice.recipient == user_id("อนงค์"))).all()
    (push,) = [each for each in notices if each.carried_by is None]
    papers = [each for each in notices if each.kind == "paper-due"]
    assert len(papers) == 2 and push.carries == len(notices) - 1
    assert {each.state for each in notices} == {Sent.SENT}


def test_after_the_10th_letters_are_offered_while_somebody_is_late(told):
    found = told(5, 11, 12, 13)
    assert list(found) == [11, 12], (
        "the 11th is the Monday that was moved; the 12th comes after the day of reports"
    )
    assert "หนังสือเร่งรัดหน่วยงาน 12 พ.ค. 64" in found[12] and "บันทึกหน่วยงานล่าช้า" in found[12]
    assert "ตารางเร่งรัดรายเดือน เม.ย. 64" in found[12]


def test_nobody_late_means_no_letters(told, house, office):
    with house.db.write() as session:
        for no, by in ((13, "สมชาย"), (14, "สมชาย"), (15, "สมชาย"), (21, "ประสิทธิ์")):
            reported(session, office, no, APRIL, baht=1_000_000, by=by)
    found = told(5, 12)
    assert "ตารางเร่งรัดรายเดือน" in found[12] and "หนังสือเร่งรัด" not in found[12]


def test_a_tap_on_the_card_gives_the_links(told, phones):
    told(5, 3)
    anong = phones["อนงค์"]
    anong.reads()
    assert "/papers/" in str([anong.taps("สรุปสัปดาห์เสนอผู้ว่าฯ"), anong.last])


def test_the_office_leaves_a_paper_out_or_moves_its_day(told, house, office):
    with house.db.write() as session:
        province = session.get(Province, office.province.id)
        want(province, "weekly", False)
        move_to(province, "monthly", 20)
        with pytest.raises(ValueError):
            move_to(province, "weekly", 3)
        with pytest.raises(ValueError):
            move_to(province, "monthly", 31)
    found = told(5, 3, 12, 19, 20)
    assert "สรุปสัปดาห์" not in found[3] and "ตารางเร่งรัดรายเดือน" not in found[12]
    assert list(found) == [3, 12, 20] and "ตารางเร่งรัดรายเดือน" in found[20]
    with house.db.read() as session:
        assert "weekly" not in {row.name for row in paper_days_of(session.get(Province, office.province.id))}


def test_the_year_ends_with_its_evaluation_and_the_announcement(told):
    found = told(10, 12) | told(12, 1)
    for paper in ("รายงานประเมินผลประจำปี 2564", "แบบตัวชี้วัด 3.1.2 30 ก.ย. 64", "ใบบันทึกระบบกลาง"):
        assert paper in found[12], paper
    assert "ประกาศผลและข้อมูลเปิด 2564" in found[1] and "31 ธ.ค. 64" in found[1]
