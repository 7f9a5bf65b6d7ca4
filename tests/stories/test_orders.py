"""From the governor's summary to an order, its answer with photos, and its end; and who may not."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from bot import create_app
from models.case import Closing, StepKind, case_for, history
from models.case_verbs import close_case
from models.order import AnswerKind, Order, answers_to
from models.person import ensure_person, mark_unreachable
from models.post import Post, hold_post
from models.post_area import set_area
from rules.ladder import Level
from rules.order import OrderState
from rules.role import Role
from rules.who_can_act import Actor
from tests.days import day_comes, moment
from tests.follow_up import stuck_case
from tests.office import APRIL, MARCH, reported, user_id
from tests.phones import actions_of, words_of

MONDAY = moment(5, 17)
FOR_THE_GOVERNOR = {"on": date(2021, 5, 3), "now": moment(5, 3), "level": Level.EXECUTIVE}
JPEG = b"\xff\xd8\xff\xe0" + b"road" * 50


@pytest.fixture
def stuck(house, clock, office):
    """Activity 13 has not moved for months, and its case has come as far as the governor."""
    with house.db.write() as session:
        for period in (MARCH, APRIL):
            reported(session, office, 13, period, percent=45, baht=6_000_000)
            reported(session, office, 20, period, percent=20 if period is MARCH else 35, by="ประสิทธิ์")
        stuck_case(session, office, 13, **FOR_THE_GOVERNOR)
    return office


@pytest.fixture
def governor(house, clock, stuck, phones):
    """The governor's phone on Monday morning, with the summary on it."""
    day_comes(house, clock, MONDAY)
    phone = phones["ท่านผู้ว่าฯ"]
    phone.reads()
    return phone


def orders(house):
    with house.db.read() as session:
        return list(session.scalars(select(Order).order_by(Order.id)))


def said_of(house, order):
    with house.db.read() as session:
        return [answer.kind for answer in answers_to(session, session.get_one(Order, order.id))]


def photo(phone):
    phone.line.send_image(phone.user_id, JPEG, None)
    return phone.reads()


def test_from_the_summary_to_the_answer_with_photos_and_its_end(house, clock, governor, phones):
    assert any(
        "ไม่คืบหน้า" in words_of(message) and "ถนนลาดยาง" in words_of(message) for message in governor.last
    )
    given = governor.taps("ขอคำชี้แจง")
    assert "ส่งถึง สมชาย แล้ว" in given and "19 พฤษภาคม 2564" in given

    somchai = phones["สมชาย"]
    assert "ท่านผู้ว่าฯ ขอคำชี้แจง" in somchai.reads()
    assert "รับทราบแล้ว" in somchai.taps("รับทราบ")
    assert "พิมพ์คำตอบ" in somchai.taps("ตอบ")
    written = somchai.says("รอผู้รับจ้างนำเครื่องจักรเข้าพื้นที่ จะแล้วเสร็จ 15 มิ.ย. 64")
    assert "ส่งคำตอบนี้ไหม" in written and "จะแล้วเสร็จ 15 มิ.ย. 64" in written
    assert "1 รูป" in photo(somchai)
    assert "ส่งคำตอบแล้ว" in somchai.taps("ส่งคำตอบ")

    (order,) = orders(house)
    assert order.state is OrderState.ANSWERED
    assert "รอผู้รับจ้าง" in governor.says("ข้อสั่งการ")
    shown = governor.says(f"ข้อสั่งการ {order.id}")
    assert "รอผู้รับจ้าง" in shown and "1 รูป" in shown
    link = governor.button("ดูรูปถ่าย")["uri"].removeprefix(house.settings.public_url)
    page = create_app(house=house).test_client().get(link)
    assert page.status_code == 200 and page.text.count("<img") == 1
    assert "ปิดเรื่องแล้ว" in governor.taps("ปิดเรื่อง")
    assert orders(house)[0].state is OrderState.CLOSED
    assert said_of(house, order) == [AnswerKind.ACKNOWLEDGED, AnswerKind.ANSWERED, AnswerKind.CLOSED]
    with house.db.read() as session:
        steps = [step.kind for step in history(session, case_for(session, order.activity_id))]
    assert steps == [StepKind.OPENED, StepKind.ORDERED, StepKind.ACKNOWLEDGED, StepKind.ANSWERED]


def test_a_ready_order_is_one_tap_and_two_taps_are_one_order(house, governor, phones):
    governor.taps("สั่งการ")
    sheet = governor.last
    governor.taps("ลงพื้นที่ และส่งรูปความคืบหน้า")
    governor.last = sheet
    again = governor.taps("ลงพื้นที่ และส่งรูปความคืบหน้า")
    assert "ไม่ได้ส่งซ้ำ" in again
    (order,) = orders(house)
    assert order.text == "ลงพื้นที่ และส่งรูปความคืบหน้า" and order.due_on == date(2021, 5, 24)
    assert len([m for m in phones.line.pushes(user_id("สมชาย")) if "ลงพื้นที่" in words_of(m)]) == 1


def test_own_words_are_shown_before_they_go_with_desk_and_day(house, governor, phones):
    shown = governor.says("สั่งการ 13 ให้เร่งเทผิวทางให้แล้วเสร็จภายใน 10 มิ.ย. 64")
    assert "ส่งข้อสั่งการนี้ไหม" in shown and "10 มิถุนายน 2564" in shown and orders(house) == []
    assert "มาลี" in governor.taps("ถึง หัวหน้าหน่วยงาน")
    governor.taps("ส่งข้อสั่งการ")
    (order,) = orders(house)
    assert (order.assignee, order.due_on) == (Role.HEAD, date(2021, 6, 10))
    assert "เทผิวทาง" in phones["มาลี"].reads() and "เทผิวทาง" not in phones["สมชาย"].reads()


def test_a_command_is_no_order(house, governor):
    governor.taps("สั่งการ")
    assert "กิจกรรมที่ 14" in governor.says("สถานะ 14")
    assert orders(house) == []
    governor.says("ให้ติดตามผู้รับจ้างทุกสัปดาห์")
    governor.taps("ส่งข้อสั่งการ")
    assert [order.text for order in orders(house)] == ["ให้ติดตามผู้รับจ้างทุกสัปดาห์"]


def test_two_executives_one_orders_and_the_other_sees_it(house, clock, office, governor, phones):
    deputy = _deputy(house, office, phones)
    governor.taps("ขอคำชี้แจง")
    seen = deputy.says("ขอคำชี้แจง 13")
    assert "ท่านผู้ว่าฯ สั่งการเรื่องนี้แล้ว" in seen and len(orders(house)) == 1
    assert "ยังไม่รับทราบ" in deputy.says("สรุป")
    assert "ปิดเรื่องแล้ว" in deputy.says(f"ปิดข้อสั่งการ {orders(house)[0].id}")


def _deputy(house, office, phones, **area):
    deputy = phones.stranger("ปลัดจังหวัด")
    with house.db.write() as session:
        person = ensure_person(session, "default", deputy.user_id, moment(5, 3))
        person.name, person.province_id, person.joined_at = "ปลัดจังหวัด", office.province.id, moment(5, 3)
        post = Post(province_id=office.province.id, agency_id=None, role=Role.EXECUTIVE)
        session.add(post)
        session.flush()
        set_area(session, post, **area)
        hold_post(session, person, post, date(2020, 10, 1))
    return deputy


def test_a_deputy_reads_and_orders_only_what_is_theirs(house, clock, office, stuck, phones):
    works = office.activities[20].agency_id
    deputy = _deputy(house, office, phones, agency_ids=[works])
    with house.db.write() as session:
        for period in (MARCH, APRIL):
            reported(session, office, 21, period, percent=10, by="ประสิทธิ์")
        case = stuck_case(session, office, 21, **FOR_THE_GOVERNOR)
        other = case_for(session, office.activities[13].id)
        own, foreign = case.id, other.id
    day_comes(house, clock, MONDAY)
    deputy.reads()
    week = "\n".join(words_of(message) for message in phones.line.pushes(deputy.user_id))
    assert "จาก 2 กิจกรรม" in week and "21 ก่อสร้างเขื่อน" in week and "สายบ้านห้วยสีตอ" not in week
    phones.line.tap(deputy.user_id, f"gov:ask:{foreign}", "ขอคำชี้แจง 13")
    assert "ในพื้นที่ของตน" in deputy.reads() and orders(house) == []
    phones.line.tap(deputy.user_id, f"gov:ask:{own}", "ขอคำชี้แจง 21")
    assert "ส่งถึง ประสิทธิ์" in deputy.reads()


def test_a_district_chief_gets_the_district(house, clock, office, stuck, phones):
    with house.db.write() as session:
        session.merge(office.activities[14]).place = "ตำบลท่ายาง อำเภอท่ายาง"
    chief = _deputy(house, office, phones, districts=["ท่ายาง"])
    assert "จาก 1 กิจกรรม" in chief.says("สรุป")


def test_an_overdue_order_rises_by_itself_and_only_once_a_step(house, clock, governor, phones):
    governor.taps("ขอคำชี้แจง")
    somchai, malee, anong = phones["สมชาย"], phones["มาลี"], phones["อนงค์"]
    for phone in (somchai, malee, anong):
        phone.reads()
    assert day_comes(house, clock, moment(5, 19))["follow-orders"]["raised"] == 0
    assert day_comes(house, clock, moment(5, 20))["follow-orders"] == {
        "overdue": 1,
        "raised": 1,
        "written": 2,
    }
    assert "เกินกำหนด" in somchai.reads() and "เกินกำหนด" in malee.reads()
    assert "เกินกำหนด: " not in anong.reads()
    assert day_comes(house, clock, moment(5, 21))["follow-orders"]["written"] == 0
    day_comes(house, clock, moment(5, 24))
    week = governor.reads()
    assert "เกินกำหนด 3 วันทำการ" in week
    assert day_comes(house, clock, moment(5, 25))["follow-orders"]["raised"] == 1
    assert "ขอคำชี้แจง" in anong.reads()
    somchai.says(f"ตอบข้อสั่งการ {orders(house)[0].id} เครื่องจักรเข้าแล้ว")
    somchai.taps("ส่งคำตอบ")
    assert day_comes(house, clock, moment(5, 27))["follow-orders"]["overdue"] == 0


def test_an_answer_that_is_returned_comes_back_with_a_new_day(house, clock, governor, phones):
    governor.taps("ขอคำชี้แจง")
    somchai = phones["สมชาย"]
    somchai.reads()
    (order,) = orders(house)
    assert "ยังไม่มีคำตอบ" in governor.says(f"ส่งคืนข้อสั่งการ {order.id}")
    somchai.says(f"ตอบข้อสั่งการ {order.id} กำลังดำเนินการ")
    somchai.taps("ส่งคำตอบ")
    governor.says(f"ข้อสั่งการ {order.id}")
    governor.taps("ส่งคืน")
    assert "ส่งคืนแล้ว ให้ตอบภายใน 24 พ.ค. 64" in governor.says("ขอวันที่แล้วเสร็จที่แน่นอน")
    assert "ขอวันที่แล้วเสร็จที่แน่นอน" in somchai.reads()
    assert orders(house)[0].state is OrderState.RETURNED
    somchai.taps("ตอบ")
    somchai.says("จะแล้วเสร็จ 30 มิ.ย. 64")
    somchai.taps("ส่งคำตอบ")
    assert orders(house)[0].state is OrderState.ANSWERED
    assert "30 มิ.ย. 64" in governor.says("ข้อสั่งการ")


@pytest.mark.parametrize("name", ["สมชาย", "มาลี", "อนงค์", "ประสิทธิ์"])
def test_nobody_else_gives_orders_whatever_they_tap_or_type(house, office, stuck, phones, name):
    phone = phones[name]
    with house.db.read() as session:
        case = case_for(session, office.activities[13].id)
    for data in (f"gov:ask:{case.id}", f"gov:order:{case.id}", f"gov:meet:{case.id}", f"gov:seen:{case.id}"):
        phone.line.tap(phone.user_id, data, "…")
        assert "เฉพาะผู้บริหาร" in phone.reads()
    assert "เฉพาะผู้บริหาร" in phone.says("สั่งการ 13 ให้เร่งงาน")
    with house.db.read() as session:
        same = case_for(session, office.activities[13].id)
        assert (same.agenda_on, same.acknowledged_until) == (None, None)
    assert orders(house) == []


def test_forged_and_foreign_taps_change_nothing(house, governor, phones):
    governor.taps("ขอคำชี้แจง")
    (order,) = orders(house)
    prasit, somchai = phones["ประสิทธิ์"], phones["สมชาย"]
    for data in (
        f"order:seen:{order.id}",
        f"order:answer:{order.id}",
        f"order:close:{order.id}",
        f"order:see:{order.id}",
    ):
        phones.line.tap(prasit.user_id, data, "…")
        answer = prasit.reads()
        assert "ขอคำชี้แจงว่า" not in answer and answer
    phones.line.tap(somchai.user_id, f"order:close:{order.id}", "…")
    assert "เฉพาะผู้บริหาร" in somchai.reads()
    for data in (
        "gov:ask:999999",
        "gov:ask:x",
        "gov::",
        "order:see:99999999999999",
        "gov:thank:13;drop",
        "order:boom:1",
    ):
        phones.line.tap(governor.user_id, data, "…")
        assert governor.reads()
    assert orders(house)[0].state is OrderState.OPEN and len(orders(house)) == 1


def test_an_old_button_explains_itself(house, office, governor):
    with house.db.write() as session:
        case = case_for(session, office.activities[13].id)
        close_case(session, case, Closing.MOVED, moment(5, 18))
    assert "กลับมาคืบหน้าและปิดกรณีแล้ว" in governor.taps("ขอคำชี้แจง") and orders(house) == []


def test_a_meeting_and_a_note_are_one_tap_each(house, governor, phones):
    summary = governor.last
    assert "อยู่ในวาระประชุมครั้งหน้าแล้ว" in governor.taps("เรียกประชุม")
    assert "13 ก่อสร้างถนน" in governor.says("วาระประชุม")
    read = phones["อนงค์"].says("วาระประชุม")
    assert "13 ก่อสร้างถนน" in read and "เรียกประชุม" not in read
    assert "เฉพาะผู้บริหารและสำนักงานจังหวัด" in phones["สมชาย"].says("วาระประชุม")
    governor.last = summary
    assert "จะไม่อยู่ในสรุปจนถึง 24 พ.ค. 64" in governor.taps("รับทราบ")
    assert "ไม่มีเรื่องที่ต้องถึงท่าน" in governor.says("สรุป")
    assert "13 ก่อสร้างถนน" in governor.says("เรื่องค้าง")


def test_good_news_comes_first_and_thanks_cost_one_tap(house, clock, office, stuck, phones):
    clock.set(moment(5, 19))
    somchai, governor = phones["สมชาย"], phones["ท่านผู้ว่าฯ"]
    somchai.says("13 60% เบิกแล้ว 8 ล้าน")
    somchai.taps("ยืนยัน")
    day_comes(house, clock, moment(5, 24))
    week = governor.reads()
    assert week.index("กลับมาคืบหน้าแล้ว") < week.rindex("ไม่มีเรื่องที่ต้องถึงท่าน")
    assert "45% → 60%" in week and "+2 ล้าน" in week
    summary = governor.last
    assert "สมชาย จะได้รับคำขอบคุณ" in governor.taps("ขอบคุณ")
    governor.last = summary
    assert "ไปแล้ว" in governor.taps("ขอบคุณ")
    day_comes(house, clock, moment(5, 25))
    assert "ท่านผู้ว่าฯ ขอบคุณ" in somchai.reads()


def test_whom_to_phone_where_the_owner_blocked_the_bot(house, office, governor):
    with house.db.write() as session:
        mark_unreachable(session.merge(office.people["สมชาย"]), moment(5, 10))
    assert "ข้อความส่งไม่ถึง: สมชาย" in governor.taps("ขอคำชี้แจง")


def test_land_goes_to_the_office_and_not_back_to_the_officer(house, clock, office, phones):
    with house.db.write() as session:
        reported(session, office, 14, APRIL, percent=10)
        case = stuck_case(session, office, 14, actors=[Actor.LAND_OWNER], **FOR_THE_GOVERNOR)
    phones.line.tap(user_id("ท่านผู้ว่าฯ"), f"gov:ask:{case.id}", "ขอคำชี้แจง 14")
    assert "ส่งถึง อนงค์" in phones["ท่านผู้ว่าฯ"].reads()
    assert "ท่านผู้ว่าฯ ขอคำชี้แจง" in phones["อนงค์"].reads() and phones["สมชาย"].reads() == ""


def test_everyone_sees_the_orders_of_their_own_desk(house, governor, phones):
    governor.taps("ขอคำชี้แจง")
    for name, sees in (("สมชาย", True), ("มาลี", True), ("อนงค์", True), ("ประสิทธิ์", False)):
        assert ("ขอคำชี้แจงว่า" in phones[name].says("ข้อสั่งการ")) is sees


def test_the_summary_is_one_push_within_lines_limits(house, clock, stuck, phones, line):
    before = len(line.pushes(user_id("ท่านผู้ว่าฯ")))
    day_comes(house, clock, MONDAY)
    fresh = line.pushes(user_id("ท่านผู้ว่าฯ"))[before:]
    carousels = [m["contents"] for m in fresh if m["type"] == "flex" and m["contents"]["type"] == "carousel"]
    assert len(carousels) == 1 and len(carousels[0]["contents"]) <= 6
    assert {action["label"] for action in actions_of(carousels[0])} >= {
        "ขอคำชี้แจง",
        "สั่งการ",
        "เรียกประชุม",
        "รับทราบ",
    }


def test_the_week_is_one_picture_and_one_carousel_in_one_push(house, clock, stuck, phones, line):
    house.settings = replace(house.settings, public_url="https://tamngan.example.go.th")
    governor = phones["ท่านผู้ว่าฯ"]
    day_comes(house, clock, MONDAY)
    pushed = line.pushes(governor.user_id)
    assert [message["type"] for message in pushed[-2:]] == ["image", "flex"]
    week = pushed[-1]["contents"]["contents"][0]["body"]["contents"][0]
    pages = create_app(house=house).test_client()
    for address in (pushed[-2]["originalContentUrl"], week["url"]):
        assert pages.get(address.removeprefix(house.settings.public_url)).mimetype == "image/png"
    counted = [row["count"] for row in line.sent if row["to"] == governor.user_id]
    assert counted == [1]


def test_the_name_of_a_project_is_enough(house, stuck, phones):
    assert "กิจกรรมที่ 20" in phones["ท่านผู้ว่าฯ"].says("เขื่อนริมห้วยแม่ประจันต์")


def test_plain_text_says_the_same_and_can_be_typed(house, clock, stuck, phones):
    governor = phones["ท่านผู้ว่าฯ"]
    governor.says("ข้อความล้วน")
    week = governor.says("สรุป")
    assert "ไม่คืบหน้า" in week and "ขอคำชี้แจง 13, สั่งการ 13, เรียกประชุม 13, รับทราบ 13" in week
    assert "ส่งถึง สมชาย" in governor.says("ขอคำชี้แจง 13")
