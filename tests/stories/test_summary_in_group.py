"""สรุปในกลุ่ม: only the office switches it on, after seeing that LINE counts every member; off again by one command."""

import pytest

from models.group_chat import groups_told
from models.quota import quota_of
from tests.days import day_comes, moment
from tests.phones import words_of
from tests.stories.group import GROUP, Group

MEMBERS = ["สมชาย", "มาลี", "ท่านผู้ว่าฯ", "อนงค์"]


@pytest.fixture
def group(clock, office, phones, line):
    line.set_quota(300)
    return Group(phones, line, MEMBERS)


def told(line):
    return [words_of(message) for message in line.pushes(GROUP)]


def switched_on(house, office):
    with house.db.read() as session:
        return [each.members for each in groups_told(session, office.province.id)]


def switch_on(group):
    group.says("อนงค์", "ตามงาน สรุปในกลุ่ม")
    return group.says("อนงค์", "ตามงาน ยืนยัน")


def test_without_being_asked_no_group_gets_anything(house, clock, office, group, line):
    day_comes(house, clock, moment(5, 17))
    assert told(line) == []


def test_the_cost_is_seen_before_it_is_switched_on(house, office, group):
    asked = group.says("อนงค์", "ตามงาน สรุปในกลุ่ม")
    assert "ครั้งละ\n4 ข้อความ" in asked and "ราว 20 ข้อความ" in asked and "ตามจำนวนสมาชิก" in asked
    assert switched_on(house, office) == []
    assert "เลิกสรุปในกลุ่ม" in group.says("อนงค์", "ตามงาน ยืนยัน")
    assert switched_on(house, office) == [4]


def test_on_monday_the_group_reads_it_once_and_its_members_are_counted(house, clock, office, group, line):
    day_comes(house, clock, moment(5, 14))
    with house.db.read() as session:
        before = quota_of(session, "default").used
    switch_on(group)
    counts = day_comes(house, clock, moment(5, 17))["group-summary"]
    assert counts == {"people": 4, "written": 1}
    assert len(told(line)) == 1 and "สรุปประจำสัปดาห์" in told(line)[0]
    with house.db.read() as session:
        assert quota_of(session, "default").used == before + 4 + 2
    assert "group-summary" not in day_comes(house, clock, moment(5, 17, 9))


def test_one_command_switches_it_off(house, clock, office, group, line):
    switch_on(group)
    assert "เลิกส่งสรุป" in group.says("อนงค์", "ตามงาน เลิกสรุปในกลุ่ม")
    assert "ไม่ได้รับสรุปอยู่แล้ว" in group.says("อนงค์", "ตามงาน เลิกสรุปในกลุ่ม")
    day_comes(house, clock, moment(5, 17))
    assert told(line) == []


@pytest.mark.parametrize("name", ["สมชาย", "ท่านผู้ว่าฯ"])
def test_nobody_but_the_office_may(house, office, group, line, phones, name):
    for command in ("สรุปในกลุ่ม", "เลิกสรุปในกลุ่ม"):
        assert "เฉพาะสำนักงานจังหวัด" in group.says(name, f"ตามงาน {command}")
    group.says("อนงค์", "ตามงาน สรุปในกลุ่ม")
    button = next(action for action in group.actions() if action["label"] == "ส่งในกลุ่มนี้")
    line.tap(phones[name].user_id, button["data"])
    phones.settle()
    assert switched_on(house, office) == []


def test_when_line_does_not_count_nothing_is_switched_on(house, office, group, line):
    line.fail_next(1, 500, {}, f"/v2/bot/group/{GROUP}/members/count")
    assert "ลองใหม่" in group.says("อนงค์", "ตามงาน สรุปในกลุ่ม")
    assert switched_on(house, office) == []


def test_a_group_that_put_the_bot_out_gets_no_more(house, clock, office, group, line, phones):
    switch_on(group)
    line.leave(GROUP)
    phones.settle()
    assert switched_on(house, office) == []
    assert day_comes(house, clock, moment(5, 17))["group-summary"] == {"people": 0, "written": 0}


def test_the_office_sees_in_its_own_chat_which_groups_get_it(office, group, phones):
    assert "ยังไม่มีกลุ่ม" in phones["อนงค์"].says("สรุปในกลุ่ม")
    switch_on(group)
    assert "มี 1 กลุ่ม" in phones["อนงค์"].says("สรุปในกลุ่ม")


def test_the_offices_other_questions_are_not_answered_before_others(office, group, phones, line):
    phones["อนงค์"].says("ส่งเตือน")
    group.says("อนงค์", "ตามงาน ส่งเลย")
    assert line.pushes(phones["สมชาย"].user_id) == []
