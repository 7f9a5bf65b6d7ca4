"""The fair ladder: the officer is asked privately first, then the head, the office, and the governor's summary."""

from datetime import date

import pytest

from jobs.run import run_by_hand
from jobs.schedule import duty_named
from models.case import case_for, history, open_cases
from models.holiday import set_holiday
from models.person import person_at
from models.record import retract_report
from models.report import history as history_of_reports
from rules.ladder import Level
from tests.days import day_comes, moment
from tests.office import APRIL, MARCH, reported, user_id
from tests.phones import words_of


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


def office_at(house, clock, standing_road, until):
    for _day in walk(house, clock, until):
        pass
    return standing_road


def test_a_report_that_shows_movement_closes_it_and_thanks(house, clock, standing_road, phones, line):
    day_comes(house, clock, moment(5, 12, 8, 40))
    somchai = phones["สมชาย"]
    somchai.reads()
    somchai.says("13 45% เบิกแล้ว 3 ล้าน")
    thanks = somchai.taps("ยืนยัน")
    assert "ปิดกรณีเร่งรัดกิจกรรม 13 แล้ว" in thanks and "ขอบคุณ" in thanks
    assert case_of_13(house, standing_road) is None
    ended = somchai.says("กรณี 13")
    assert "ปิดเมื่อ 12 พ.ค. 64" in ended and "ปิดกรณี" in ended
    before = len(pushed(line, "สมชาย"))
    day_comes(house, clock, moment(5, 13, 8, 40))
    assert len(pushed(line, "สมชาย")) == before and pushed(line, "มาลี") == []


def test_a_report_of_no_change_is_an_answer_but_closes_nothing(house, clock, standing_road, phones):
    day_comes(house, clock, moment(5, 12, 8, 40))
    somchai = phones["สมชาย"]
    somchai.reads()
    somchai.says("13 ไม่มีการเปลี่ยนแปลง")
    assert "กรณียังเปิดอยู่" in somchai.taps("ยืนยัน")
    assert case_of_13(house, standing_road).level is Level.OFFICER
    assert "ตอบด้วยรายงาน" in somchai.says("กรณี 13")


def test_movement_taken_back_brings_the_case_back_where_it_stood(house, clock, standing_road, phones):
    office_at(house, clock, standing_road, moment(5, 17, 8, 40))
    somchai = phones["สมชาย"]
    somchai.reads()
    somchai.says("13 45% เบิกแล้ว 3 ล้าน")
    somchai.taps("ยืนยัน")
    assert case_of_13(house, standing_road) is None
    with house.db.write() as session:
        activity = standing_road.activities[13]
        report = history_of_reports(session, activity.id)[-1]
        retract_report(session, report, by=None, now=clock.now())
    day_comes(house, clock, moment(5, 18, 8, 40))
    assert case_of_13(house, standing_road).level is Level.HEAD


def test_running_the_morning_twice_changes_nothing(house, clock, standing_road, line):
    day_comes(house, clock, moment(5, 12, 8, 40))
    with house.db.write() as session:
        duty = duty_named("follow-up")
        province = session.get_one(type(standing_road.province), standing_road.province.id)
        counts = run_by_hand(session, house, duty, province, clock.now())
    house.work.drain()
    assert (counts["opened"], counts["written"], counts["open"]) == (0, 0, 1)
    assert len(pushed(line, "สมชาย")) == 1


def test_an_acknowledgement_does_not_stop_the_clock(house, clock, standing_road, phones):
    day_comes(house, clock, moment(5, 12, 8, 40))
    somchai = phones["สมชาย"]
    somchai.reads()
    assert "19 พ.ค. 64" in somchai.taps("รับทราบ")
    day_comes(house, clock, moment(5, 17, 8, 40))
    assert case_of_13(house, standing_road).level is Level.HEAD


def test_a_postponement_needs_a_reason_and_a_date_and_runs_out(house, clock, standing_road, phones, line):
    day_comes(house, clock, moment(5, 12, 8, 40))
    somchai = phones["สมชาย"]
    somchai.reads()
    assert "เพราะอะไร" in somchai.taps("ขอเลื่อน")
    assert "เพราะอะไร" in somchai.says("ถึง 25 พ.ค.")
    assert "เลื่อนกิจกรรม 13 ถึง 25 พ.ค. 64" in somchai.says("ฝนตกหนัก ทางเข้าขาด")
    office_at(house, clock, standing_road, moment(5, 25, 8, 40))
    assert case_of_13(house, standing_road).level is Level.OFFICER
    assert pushed(line, "มาลี") == []
    asked = len(pushed(line, "สมชาย"))
    day_comes(house, clock, moment(5, 27, 8, 40))
    assert len(pushed(line, "สมชาย")) == asked + 1
    refused = somchai.says("เลื่อน 13 ถึง 8 มิ.ย. เพราะ ฝนยังไม่หยุด")
    assert "เลื่อนได้ครั้งเดียว" in refused
    for day in (28, 31):
        day_comes(house, clock, moment(5, day, 8, 40))
    day_comes(house, clock, moment(6, 1, 8, 40))
    assert case_of_13(house, standing_road).level is Level.HEAD
    told = pushed(line, "มาลี")[-1]
    assert "ฝนตกหนัก ทางเข้าขาด" in told and "เคยขอเลื่อน" in told


def test_dates_that_cannot_be_are_asked_again(house, clock, standing_road, phones):
    day_comes(house, clock, moment(5, 12, 8, 40))
    somchai = phones["สมชาย"]
    somchai.reads()
    assert "ไม่ใช่วันหลังจากวันนี้" in somchai.says("เลื่อน 13 ถึง 11 พ.ค. เพราะ ฝนตก")
    assert "ไกลเกินไป" in somchai.says("เลื่อน 13 ถึง 30 ก.ย. เพราะ ฝนตก")
    assert case_of_13(house, standing_road).snoozed_until is None


def test_a_catch_up_plan_rests_the_ladder_and_is_kept(house, clock, standing_road, phones, line):
    day_comes(house, clock, moment(5, 12, 8, 40))
    somchai = phones["สมชาย"]
    somchai.reads()
    said = somchai.says("แผนเร่งรัด 13 28 พ.ค. เทคอนกรีตชั้นที่ 2 ให้เสร็จ")
    assert "28 พ.ค. 64" in said and "เทคอนกรีตชั้นที่ 2 ให้เสร็จ" in said
    office_at(house, clock, standing_road, moment(5, 28, 8, 40))
    case = case_of_13(house, standing_road)
    assert (case.level, case.promised_on) == (Level.OFFICER, date(2021, 5, 28))
    assert len(pushed(line, "สมชาย")) == 1 and pushed(line, "มาลี") == []
    clock.set(moment(5, 28, 10, 0))
    somchai.reads()
    somchai.says("13 งานคืบหน้า 55% เบิก 4 ล้าน")
    assert "ปิดกรณีเร่งรัด" in somchai.taps("ยืนยัน")


def test_a_broken_plan_goes_one_step_higher_at_once(house, clock, standing_road, phones, line):
    day_comes(house, clock, moment(5, 12, 8, 40))
    somchai = phones["สมชาย"]
    somchai.reads()
    somchai.taps("แผนเร่งรัด")
    assert "จะทำอะไรให้เสร็จ" in somchai.taps("19 พ.ค. 64")
    somchai.says("เร่งผู้รับจ้างเพิ่มคนงาน")
    office_at(house, clock, standing_road, moment(5, 20, 8, 40))
    case = case_of_13(house, standing_road)
    assert (case.level, case.promised_on) == (Level.HEAD, None)
    told = pushed(line, "มาลี")[-1]
    assert "ไม่เป็นไปตามแผนเร่งรัด" in told and "เร่งผู้รับจ้างเพิ่มคนงาน" in told


def test_whom_messages_do_not_reach_the_next_above_is_told_to_phone(
    house, clock, standing_road, phones, line
):
    with house.db.write() as session:
        person = person_at(session, "default", user_id("สมชาย"))
        person.unreachable_since, person.phone = clock.now(), "0 3200 0001"
    day_comes(house, clock, moment(5, 12, 8, 40))
    (told,) = pushed(line, "มาลี")
    assert "สมชาย" in told and "0 3200 0001" in told
    assert case_of_13(house, standing_road).level is Level.OFFICER


def test_when_monday_is_a_day_off_it_comes_into_tuesdays_summary(house, clock, standing_road, line):
    with house.db.write() as session:
        set_holiday(session, standing_road.province.id, date(2021, 5, 31), "วันหยุดพิเศษ")
    office_at(house, clock, standing_road, moment(5, 31, 8, 40))
    assert case_of_13(house, standing_road).level is Level.OFFICE
    assert "จะอยู่ในสรุปถึงผู้ว่าฯ วันอังคาร 1 มิ.ย. 64" in "\n".join(pushed(line, "มาลี"))
    day_comes(house, clock, moment(6, 1, 8, 40))
    assert case_of_13(house, standing_road).level is Level.EXECUTIVE


def test_nobody_elses_case_can_be_seen_or_touched(house, clock, standing_road, phones):
    day_comes(house, clock, moment(5, 12, 8, 40))
    prasit, case = phones["ประสิทธิ์"], case_of_13(house, standing_road)
    for typed in ("กรณี 13", "แผนเร่งรัด 13 28 พ.ค. เร่งงาน", "เลื่อน 13 ถึง 25 พ.ค. เพราะ ฝน", "รับทราบ 13"):
        assert "เป็นของ" in prasit.says(typed)
    for verb in ("ack", "plan:2021-05-28", "postpone", "close", "show", "nonsense"):
        phones.line.tap(prasit.user_id, f"case:{case.id}:{verb}", "x")
        assert "ไม่คืบหน้า" not in prasit.reads()
    assert "ไม่มีกรณีเร่งรัด" in prasit.says("กรณีเร่งรัด")
    assert case_of_13(house, standing_road).acknowledged_until is None


def test_an_old_button_of_an_ended_case_explains_itself(house, clock, standing_road, phones):
    day_comes(house, clock, moment(5, 12, 8, 40))
    somchai, case = phones["สมชาย"], case_of_13(house, standing_road)
    somchai.reads()
    somchai.says("13 งานคืบหน้า 45% เบิก 3 ล้าน")
    somchai.taps("ยืนยัน")
    phones.line.tap(somchai.user_id, f"case:{case.id}:ack", "รับทราบ 13")
    assert "ไม่มีกรณีเร่งรัดที่เปิดอยู่" in somchai.reads()


def test_the_office_notes_the_letter_the_agenda_and_closes_by_hand(house, clock, standing_road, phones):
    office_at(house, clock, standing_road, moment(5, 20, 8, 40))
    anong = phones["อนงค์"]
    anong.reads()
    assert "เลขที่เท่าไร" in anong.says("หนังสือ 13")
    assert "พบ 0017.2/123" in anong.says("พบ 0017.2/123")
    assert "วาระประชุม" in anong.says("เข้าวาระ 13")
    assert "สรุปถึงผู้ว่าฯ ก่อน" in anong.says("เสนอผู้ตรวจ 13")
    card = anong.says("กรณี 13")
    assert "พบ 0017.2/123" in card and "ส่งหนังสือแล้ว" in card
    assert "เพราะอะไร" in anong.says("ปิดกรณี 13")
    assert "ปิดกรณีเร่งรัดกิจกรรม 13 แล้ว" in anong.says("โอนงบประมาณไปโครงการอื่น")
    day_comes(house, clock, moment(5, 21, 8, 40))
    assert case_of_13(house, standing_road) is None, "the office's word counts for a while"
    assert "ไม่มีกรณีเร่งรัด" in anong.says("กรณีเร่งรัด")


def test_an_officer_cannot_do_what_is_the_offices(house, clock, standing_road, phones):
    day_comes(house, clock, moment(5, 12, 8, 40))
    somchai = phones["สมชาย"]
    somchai.reads()
    for typed in ("หนังสือ 13 พบ 1", "เข้าวาระ 13", "เสนอผู้ตรวจ 13", "ปิดกรณี 13 เพราะ ไม่อยากตอบ"):
        assert "เฉพาะสำนักงานจังหวัด" in somchai.says(typed)
    assert case_of_13(house, standing_road) is not None
