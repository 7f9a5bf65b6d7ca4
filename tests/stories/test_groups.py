"""A group of the province: the bot is silent until spoken to, answers by the speaker's rights, and keeps secrets."""

import pytest

from models.agency import agency_named
from models.inbox import Event, Handled
from models.invite import invite_to_post
from models.report import history
from rules.role import Role
from tests.office import MARCH, RURAL_ROADS, reported
from tests.stories.group import GROUP, Group


@pytest.fixture
def group(house, office, phones, line):
    with house.db.write() as session:
        reported(session, office, 13, MARCH, percent=30, baht=2_250_000)
        office.people["สมชาย"].phone = "080-000-0000"
        session.merge(office.people["สมชาย"])
    return Group(phones, line, ["สมชาย", "มาลี", "ท่านผู้ว่าฯ", "ประสิทธิ์"])


def test_it_is_silent_until_spoken_to(group, line):
    assert group.says("สมชาย", "สวัสดีครับทุกคน") == ""
    assert group.says("สมชาย", "สถานะ 13") == ""
    assert group.says("สมชาย", "ตามงานให้หน่อยครับ") == "", "that is talk among people"
    assert group.says(None, "ตามงาน สถานะ") == "", "LINE does not say who speaks"
    assert line.pushes(GROUP) == []


@pytest.mark.parametrize("called", ["ตามงาน สถานะ 13", "tn status 13", "ขอดูหน่อย\nTN: สถานะ 13\nขอบคุณ"])
def test_a_line_that_begins_with_its_name_is_answered(group, called):
    assert "30%" in group.says("สมชาย", called)


def test_a_mention_is_answered(group):
    assert "30%" in group.says("สมชาย", "สถานะ 13", mentions_bot=True)
    assert "พิมพ์อะไรได้บ้าง" in group.says("สมชาย", "", mentions_bot=True)


def test_everybody_sees_what_the_speakers_role_sees(group):
    assert "2,250,000" in group.says("ท่านผู้ว่าฯ", "ตามงาน สถานะ 13")
    assert "2,250,000" not in group.says("ประสิทธิ์", "ตามงาน สถานะ 13")


def test_buttons_in_a_group_speak_to_the_bot(group, line, phones):
    group.says("สมชาย", "ตามงาน รายงาน")
    typed = [action["text"] for action in group.actions() if action["type"] == "message"]
    assert typed and all(text.startswith("ตามงาน ") for text in typed)
    assert group.says("สมชาย", typed[0])


def test_a_report_is_made_in_the_group_by_tap_and_by_typing(house, office, group, line, phones):
    assert "45%" in group.says("สมชาย", "ตามงาน 13 45% เบิกแล้ว 2.5 ล้าน")
    with house.db.read() as session:
        assert len(history(session, office.activities[13].id)) == 1
    confirm = next(action for action in group.actions() if ":confirm:" in action.get("data", ""))
    line.tap(phones["ประสิทธิ์"].user_id, confirm["data"])
    assert "เลขรับ" not in phones["ประสิทธิ์"].reads(), "another person's button is not mine"
    assert "เลขรับ" in group.says("สมชาย", "ตามงาน ยืนยัน")
    with house.db.read() as session:
        assert len(history(session, office.activities[13].id)) == 2


@pytest.mark.parametrize("asked", ["ฉันคือใคร", "ข้อมูลของฉัน", "ภาษา", "ข้อความล้วน", "แก้เบอร์โทร", "ขอแบบฟอร์ม"])
def test_nothing_personal_is_shown(group, asked):
    assert group.says("สมชาย", f"ตามงาน {asked}") == "เรื่องนี้เป็นส่วนตัว ช่วยพิมพ์ในแชตส่วนตัวกับตามงาน"


def test_no_codes_are_made_or_taken_and_no_phone_is_shown(house, office, group, clock, phones):
    assert "แชตส่วนตัว" in group.says("อนงค์", "ตามงาน ออกรหัส")
    with house.db.write() as session:
        agency = agency_named(session, office.province.id, RURAL_ROADS)
        code, _row = invite_to_post(
            session, office.province.id, Role.HEAD, agency, now=clock.now(), year_be=2564
        )
    assert "แชตส่วนตัว" in group.says("สมชาย", f"ตามงาน {code}")
    for asked in ("ตามงาน หน่วยงาน แขวงทางหลวงชนบท", "ตามงาน ค้างรายงาน"):
        answer = group.says("ท่านผู้ว่าฯ", asked)
        assert "แขวงทางหลวงชนบท" in answer and "080-000-0000" not in answer
    assert "080-000-0000" in phones["ท่านผู้ว่าฯ"].says("หน่วยงาน แขวงทางหลวงชนบท")


def test_a_member_of_the_group_who_has_not_joined_is_told_once(group, phones):
    phones.stranger("สุดา")
    assert "เฉพาะสมาชิก" in group.says("สุดา", "ตามงาน สถานะ 13")
    assert group.says("สุดา", "ตามงาน สถานะ 13") == ""


def test_an_edited_line_is_read_again(group):
    assert "30%" in group.says("สมชาย", "ตามงาน สถานะ 13")
    assert "14 " in group.edits("สมชาย", "ตามงาน สถานะ 14")
    assert group.edits("สมชาย", "ไม่มีอะไร") == ""


def test_coming_and_going_passes_without_a_word_and_stops_nothing(house, group, line, phones):
    line.member_joined(GROUP, phones["อนงค์"].user_id)
    assert group.reads() == ""
    line.leave(GROUP)
    assert group.reads() == ""
    with house.db.read() as session:
        states = {json_type(event): event.state for event in session.query(Event)}
    assert states["join"] == states["leave"] == states["memberJoined"] == Handled.SKIPPED
    assert "30%" in phones["สมชาย"].says("สถานะ 13")


def json_type(event):
    return event.event()["type"]


def test_photos_in_a_group_are_not_ours_to_keep(house, group, line, phones):
    event = line._event(
        "message",
        {"type": "group", "groupId": GROUP, "userId": phones["สมชาย"].user_id},
        message={"type": "image", "id": "991", "contentProvider": {"type": "line"}},
    )
    line.deliver([event])
    assert group.reads() == ""
    assert not house.files.exists() or not list(house.files.rglob("*"))
