"""The fair ladder: the officer is asked privately first, then the head, the office, and the governor's summary."""

from datetime import date

import pytest

from models.case import case_for, history, open_cases
from models.holiday import set_holiday
from rules.ladder import Level
from tests.days import day_comes, moment
from tests.office import APRIL, MARCH, reported, user_id
from tests.phones import words_of

MAY = date(2021, 5, 1)


def pushed(line, name):
    return [words_of(message) for message in line.pushes(user_id(name))]


@pytest.fixture
def standing_road(house, clock, office, phones):
    """Road 13 was at 30 percent at the end of March and still at the end of April; everything else moves."""
    with house.db.write() as session:
        for no in office.activities:
            by = "สมชาย" if no < 20 else "ประสิทธิ์"
            reported(session, office, no, MARCH, by=by)
            if no == 13:
                reported(session, office, no, APRIL, by=by)
            else:
                reported(session, office, no, APRIL, percent=50, baht=4_000_000, by=by)
    return office


def case_of_13(house, office):
    with house.db.read() as session:
        return case_for(session, office.activities[13].id)


def test_the_officer_is_asked_first_and_alone(house, clock, standing_road, line):
    day_comes(house, clock, moment(5, 12, 8, 40))
    (asked,) = pushed(line, "สมชาย")
    assert "ไม่คืบหน้า 23 วันทำการ: เบิกจ่าย 2,250,000 บาท ตั้งแต่ 31 มี.ค. 64" in asked
    assert "หัวหน้าหน่วยงาน" in asked  # who hears of it next, and when
    assert pushed(line, "มาลี") == []


def walk(house, clock, until):
    """Let every working morning come until a day, and return the level of road 13 day by day."""
    day = moment(5, 12, 8, 40)
    while day <= until:
        yield day, day_comes(house, clock, day)
        day = day.replace(day=day.day + 1) if day.day < 31 else day.replace(month=day.month + 1, day=1)


def test_left_alone_it_climbs_step_by_step_to_the_governor(house, clock, standing_road, line):
    seen = []
    for day, _ran in walk(house, clock, moment(5, 31, 8, 40)):
        level = case_of_13(house, standing_road).level
        if not seen or seen[-1][1] is not level:
            seen.append((day.date(), level))
    assert seen == [
        (date(2021, 5, 12), Level.OFFICER),
        (date(2021, 5, 17), Level.HEAD),
        (date(2021, 5, 20), Level.OFFICE),
        (date(2021, 5, 31), Level.EXECUTIVE),
    ]
    warned = [text for text in pushed(line, "สมชาย") if "จะอยู่ในสรุปถึงผู้ว่าฯ วันจันทร์" in text]
    assert len(warned) == 1
    assert any("จะอยู่ในสรุปถึงผู้ว่าฯ วันจันทร์" in text for text in pushed(line, "มาลี"))
    assert len([text for text in pushed(line, "มาลี") if "สำหรับหัวหน้า" in text]) == 1
    with house.db.read() as session:
        case = open_cases(session, standing_road.province.id, Level.EXECUTIVE)[0]
        kinds = [str(step.kind) for step in history(session, case)]
    assert kinds[0] == "opened" and kinds.count("raised") == 3 and kinds.count("warned") == 2
