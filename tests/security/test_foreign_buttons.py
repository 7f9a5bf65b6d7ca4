"""Every kind of button that the cards really offer, tapped by ประสิทธิ์ of another agency and by a stranger: nothing changes.

A postback only names state that the bot keeps, and whose button it is is looked up; so are forged and replayed ones.
"""

from datetime import date

import pytest
from sqlalchemy import inspect, text

from models.evidence import Evidence
from models.join_code import make_code
from models.province import Province, choose_bounds
from models.report import report_of
from rules.bounds import Bounds
from rules.ladder import Level
from tests.days import day_comes, moment
from tests.documents.books import workbook
from tests.follow_up import stuck_case
from tests.office import APRIL, MARCH, reported
from tests.phones import actions_of
from tests.pictures import as_jpeg, scene

# What a tap writes about itself and not about the office: the event, its answer, and what was refused.
ITS_OWN = {
    "inbox", "notices", "push_days", "audit", "audit_end", "access_log", "quotas", "fires", "alembic_version", "menus",
}  # fmt: skip
# The buttons that a conversation of one's own offers, and those that name a thing of the office.
CONVERSATIONS = {
    "report", "retract", "join", "invite", "office", "details", "papers", "leave", "hand-over", "assign",
    "leave_service", "import", "give_order",
}  # fmt: skip
THINGS = {"case", "gov", "order", "same", "place", "heard", "photos"}

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


class Intruders:
    """Watches what the cast is offered, and lets others tap all of it."""

    def __init__(self, house, phones, line):
        self.house, self.phones, self.line = house, phones, line
        self.others = [phones["ประสิทธิ์"], phones.stranger("คนแปลกหน้า")]
        for other in self.others:
            other.says("สวัสดี")
        self.seen: set[str] = set()
        self.kinds: set[str] = set()

    def try_all_of(self, phone):
        """Let the others tap every button that stands in the phone's latest messages."""
        offered = {
            action["data"] for message in phone.last for action in actions_of(message) if "data" in action
        }
        for data in sorted(offered - self.seen):
            self.seen.add(data)
            self.kinds.add(self._kind(data))
            for other in self.others:
                before = self._kept(other)
                self.line.tap(other.user_id, data)
                answer = other.reads()
                assert self._kept(other) == before, f"{other.name} changed something with {data}"
                assert "ห้วยสีตอ" not in answer, f"{other.name} read of another agency with {data}"

    def _kind(self, data):
        kind, *rest = data.split(":")
        if kind != "d":
            return kind
        with self.house.db.read() as session:
            query = text("SELECT kind FROM dialogues WHERE token = :token")
            return session.execute(query, {"token": rest[0]}).scalar_one()

    def _kept(self, other):
        """Return every row of the office, without the conversations of the one who taps."""
        with self.house.db.read() as session:
            who = session.execute(
                text("SELECT id FROM people WHERE line_user_id = :id"), {"id": other.user_id}
            ).scalar_one()
            kept = {}
            for name in inspect(session.connection()).get_table_names():
                if name not in ITS_OWN:
                    theirs = f" WHERE person_id <> {who}" if name == "dialogues" else ""
                    kept[name] = sorted(
                        map(tuple, session.execute(text(f"SELECT * FROM {name}{theirs}"))), key=repr
                    )
            return kept


@pytest.fixture
def stuck(house, office):
    """Road 13 stands still, its case is the governor's; the province knows its edges."""
    with house.db.write() as session:
        for no in (13, 14, 20):
            reported(session, office, no, MARCH, by="ประสิทธิ์" if no == 20 else "สมชาย")
        reported(session, office, 13, APRIL)
        choose_bounds(session.get_one(Province, office.province.id), Bounds(12.5, 99.05, 13.35, 100.15))
        stuck_case(session, office, 13, on=date(2021, 5, 3), now=moment(5, 3), level=Level.EXECUTIVE)
    return office


def code_for(house, office, clock):
    with house.db.write() as session:
        code, _row = make_code(session, session.merge(office.posts["สมชาย"]), clock.now())
    return code


def send_the_photo_of_march_again(house, office, line, somchai, intruders):
    line.send_image(somchai.user_id, as_jpeg(scene(1)))
    somchai.reads()
    intruders.try_all_of(somchai)
    with house.db.write() as session:
        piece = session.query(Evidence).filter_by(kind="image").one()
        report = report_of(session, office.activities[14].id, MARCH)
        piece.report_id, piece.activity_id, piece.sent_at = report.id, report.activity_id, report.sent_at
    somchai.says("13 46% เบิกแล้ว 3.5 ล้าน")
    intruders.try_all_of(somchai)
    somchai.taps("ยืนยัน")
    intruders.try_all_of(somchai)
    line.send_image(somchai.user_id, as_jpeg(scene(1)))
    somchai.reads()
    intruders.try_all_of(somchai)


def test_no_button_does_anything_for_somebody_else(house, clock, stuck, phones, line, tmp_path):
    intruders = Intruders(house, phones, line)
    somchai, mali, anong, governor = (phones[name] for name in ("สมชาย", "มาลี", "อนงค์", "ท่านผู้ว่าฯ"))

    def say(phone, *lines):
        for each in lines:
            phone.says(each)
            intruders.try_all_of(phone)

    day_comes(house, clock, moment(5, 17, 8, 40))
    for phone in (somchai, mali, anong, governor):
        phone.reads()
        intruders.try_all_of(phone)
    say(somchai, "รายงาน", "รายงาน 13", "13 45% เบิกแล้ว 3.2 ล้าน ฝนตก", "แก้เบอร์โทร", "ลา 24-28 พ.ค.")
    say(somchai, "โอนงาน 13 ให้ มาลี", "ลบข้อมูลของฉัน", "กรณี 13", "สถานะ 13", "ประวัติ 13", "ยกเลิก")
    say(mali, "มอบหมาย 13 ให้ สมชาย", "กรณีเร่งรัด", "กรณี 13", "รายงาน")
    say(anong, "เชิญ", "ตั้งค่า เวลางดส่ง 18:00-08:00", "ส่งเตือน", "เอกสาร", "ปฏิทิน หยุด 12 มิ.ย. งานจังหวัด")
    anong.says("เอกสาร")
    papers = [action["text"] for message in anong.last for action in actions_of(message) if "text" in action]
    say(anong, *papers)
    clock.set(moment(5, 18, 10))
    say(anong, "ประกาศ ขอให้ส่งรูปหน้างาน")
    anong.says("เฉพาะหัวหน้า")
    mali.reads()
    intruders.try_all_of(mali)
    say(governor, "เรื่องค้าง", "สั่งการ 13", "สั่งการ 13 ให้เร่งเบิกจ่าย")
    governor.taps("ส่งข้อสั่งการ")
    for phone in (governor, somchai):
        phone.says("ข้อสั่งการ 1")
        intruders.try_all_of(phone)
    line.send_location(somchai.user_id, 13.75, 100.50)
    somchai.reads()
    intruders.try_all_of(somchai)
    send_the_photo_of_march_again(house, stuck, line, somchai, intruders)
    rows = [["ลำดับ", "กิจกรรม", "งบประมาณ", "หน่วยงาน"], [1, "ก่อสร้างถนน", 1_000_000, "อบต. หนึ่ง"]]
    line.send_file(anong.user_id, "plan.xlsx", workbook(tmp_path / "plan.xlsx", rows).read_bytes())
    anong.reads()
    intruders.try_all_of(anong)
    new = phones.stranger("สุดา")
    new.says(code_for(house, stuck, clock))
    intruders.try_all_of(new)
    missing = (CONVERSATIONS | THINGS) - intruders.kinds
    assert not missing


def test_a_confirmation_tapped_again_stores_nothing_twice(house, stuck, phones, line):
    somchai = phones["สมชาย"]
    somchai.says("14 50% เบิกแล้ว 5 ล้าน")
    offered = [
        action["data"] for message in somchai.last for action in actions_of(message) if "data" in action
    ]
    somchai.taps("ยืนยัน")
    with house.db.read() as session:
        before = session.execute(text("SELECT * FROM reports ORDER BY id")).all()
    for data in offered:
        line.tap(somchai.user_id, data)
        assert somchai.reads()
    with house.db.read() as session:
        assert session.execute(text("SELECT * FROM reports ORDER BY id")).all() == before


@pytest.mark.parametrize(
    "data",
    [
        "d:x:yes", "d::", "d", ":", "owed:999999999999", "owed:-1", "photos:13", "case:1:close", "case:x:y:z",
        "gov:order:1", "gov:thank:99999999999999999999", "order:close:1", "order:1", "same:1:keep", "place:1:right",
        "place:1:for:13", "heard:1", "gap:1:nothing", "d:" + "x" * 290, "\u0e01:\u0e52", "case:1:plan:2021-13-45",
        "d:' OR 1=1 --:yes",
    ],
)  # fmt: skip
def test_forged_data_is_answered_and_changes_nothing(house, stuck, phones, line, data):
    intruders = Intruders(house, phones, line)
    for other in intruders.others:
        before = intruders._kept(other)
        line.tap(other.user_id, data)
        answer = other.reads()
        assert "ผิดพลาด" not in answer and "ห้วยสีตอ" not in answer
        assert intruders._kept(other) == before
    with house.db.read() as session:
        assert session.execute(text("SELECT count(*) FROM inbox WHERE state = 'failed'")).scalar_one() == 0
