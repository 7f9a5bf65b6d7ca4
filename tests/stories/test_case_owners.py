"""Obstacles go to whoever owns them, everybody gets one notice a day with all of theirs, and nobody is asked in vain."""

from datetime import date, timedelta

from models.case import case_for, open_cases
from models.case_settings import choose_ladder
from models.post import Holding
from models.treasury import TreasuryLine, TreasurySnapshot
from rules.cause import Cause
from rules.ladder import Level
from rules.status import Status
from rules.who_can_act import Actor
from tests.days import day_comes, moment
from tests.office import APRIL, MARCH, reported, user_id
from tests.phones import words_of

MORNING = moment(5, 12, 8, 40)
LAND = {"status": Status.BLOCKED, "causes": (Cause.SITE_NOT_READY,)}


def pushed(line, name):
    return [words_of(message) for message in line.pushes(user_id(name))]


def all_moving_but(house, office, still, **how):
    """Record March and April: `still` as it was, and everything else moving."""
    with house.db.write() as session:
        for no in office.activities:
            by = "สมชาย" if no < 20 else "ประสิทธิ์"
            reported(session, office, no, MARCH, by=by)
            if no in still:
                reported(session, office, no, APRIL, by=by, **how)
            else:
                reported(session, office, no, APRIL, percent=50, baht=4_000_000, by=by)


def case_of(house, office, no):
    with house.db.read() as session:
        return case_for(session, office.activities[no].id)


def test_blocked_by_land_goes_to_the_office_and_not_back_to_the_officer(house, clock, office, phones, line):
    all_moving_but(house, office, {20}, **LAND)
    day_comes(house, clock, MORNING)
    assert pushed(line, "ประสิทธิ์") == []
    told = "\n".join(pushed(line, "อนงค์"))
    assert "พื้นที่ไม่พร้อม" in told and "เจ้าของพื้นที่" in told
    case = case_of(house, office, 20)
    assert (case.level, case.actors) == (Level.OFFICE, [Actor.LAND_OWNER])
    assert "ติดปัญหา" in phones["ประสิทธิ์"].says("กรณี 20")


def test_once_the_officer_names_the_obstacle_it_leaves_the_officers_hands(house, clock, office, phones, line):
    all_moving_but(house, office, {13})
    day_comes(house, clock, MORNING)
    somchai = phones["สมชาย"]
    somchai.reads()
    somchai.taps("ติดปัญหา")
    somchai.taps("พื้นที่ไม่พร้อม")
    somchai.taps("ยืนยัน")
    day_comes(house, clock, moment(5, 13, 8, 40))
    assert case_of(house, office, 13).level is Level.OFFICE
    assert len(pushed(line, "สมชาย")) == 1
    assert "พื้นที่ไม่พร้อม" in "\n".join(pushed(line, "อนงค์"))


def test_all_cases_of_a_person_come_in_one_notice(house, clock, office, phones, line):
    all_moving_but(house, office, {13, 14, 15})
    day_comes(house, clock, MORNING)
    (told,) = pushed(line, "สมชาย")
    assert all(f"กิจกรรม {no}" in told for no in (13, 14, 15))
    assert told.index("แยกทางหลวงหมายเลข 37") < told.index("บ้านห้วยสีตอ")  # the most money first


def test_what_was_not_reported_is_asked_about_only_after_the_chase(house, clock, office, phones, line):
    with house.db.write() as session:
        for no in office.activities:
            reported(session, office, no, MARCH, by="สมชาย" if no < 20 else "ประสิทธิ์")
            if no != 14:
                reported(session, office, no, APRIL, percent=50, baht=4_000_000)
    for day in (11, 12, 13, 14, 17, 18):
        day_comes(house, clock, moment(5, day, 8, 40))
        assert case_of(house, office, 14) is None
    day_comes(house, clock, moment(5, 19, 8, 40))
    assert case_of(house, office, 14).reasons == ["not_reported"]
    assert "ยังไม่มีรายงานเดือนเมษายน 2564" in pushed(line, "สมชาย")[-1]
    phones["สมชาย"].reads()
    phones["สมชาย"].says("14 งานคืบหน้า 45% เบิก 3 ล้าน")
    assert "ปิดกรณีเร่งรัด" in phones["สมชาย"].taps("ยืนยัน")


def test_an_activity_that_moved_never_gets_a_case(house, clock, office, phones, line):
    all_moving_but(house, office, set())
    day = date(2021, 5, 3)
    while day < date(2021, 6, 1):  # until the next report falls due
        day_comes(house, clock, moment(day.month, day.day, 8, 40))
        day += timedelta(days=1)
    with house.db.read() as session:
        assert open_cases(session, office.province.id) == []


def test_without_an_officer_the_head_is_asked(house, clock, office, phones, line):
    all_moving_but(house, office, {13})
    with house.db.write() as session:
        session.query(Holding).filter_by(post_id=office.posts["สมชาย"].id).delete()
    day_comes(house, clock, MORNING)
    assert "กิจกรรม 13" in pushed(line, "มาลี")[-1]


def test_a_province_has_its_own_steps(house, clock, office, phones, line):
    all_moving_but(house, office, {13})
    with house.db.write() as session:
        choose_ladder(session.get_one(type(office.province), office.province.id), officer=1)
    day_comes(house, clock, MORNING)
    day_comes(house, clock, moment(5, 13, 8, 40))
    assert case_of(house, office, 13).level is Level.HEAD


def test_executives_see_every_case(house, clock, office, phones, line):
    all_moving_but(house, office, {13})
    day_comes(house, clock, MORNING)
    governor = phones["ท่านผู้ว่าฯ"]
    assert "กิจกรรม 13" in governor.says("กรณี 13")
    assert "1 กรณี" in governor.says("กรณีเร่งรัด")


def paid(session, office, no, as_of, baht):
    """Keep an export of the treasury with one line, matched to activity `no`."""
    province_id = office.province.id
    snapshot = TreasurySnapshot(
        province_id=province_id,
        year_be=2564,
        as_of=as_of,
        file_name="x",
        sha256="0",
        imported_at=moment(5, 3),
    )
    session.add(snapshot)
    session.flush()
    session.add(
        TreasuryLine(
            snapshot_id=snapshot.id,
            row=1,
            name="-",
            disbursed_satang=baht * 100,
            activity_id=office.activities[no].id,
        )
    )


def test_what_the_treasury_paid_is_movement(house, clock, office, phones, line):
    all_moving_but(house, office, {13, 14})
    with house.db.write() as session:
        paid(session, office, 13, date(2021, 4, 23), 2_250_000)  # what the reports say already
    day_comes(house, clock, MORNING)
    assert case_of(house, office, 13) is not None
    with house.db.write() as session:
        paid(session, office, 13, date(2021, 5, 12), 3_000_000)
    day_comes(house, clock, moment(5, 13, 8, 40))
    assert case_of(house, office, 13) is None and case_of(house, office, 14) is not None
