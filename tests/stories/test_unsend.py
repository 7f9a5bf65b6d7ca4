"""สมชาย takes messages back: words and photos go from everywhere, the figures stay with a note."""

import json

import pytest
from sqlalchemy import select

from jobs.fetch_evidence import file_path
from models.dialogue import Dialogue
from models.evidence import Evidence, Kept
from models.inbox import Event
from models.notice import Notice
from models.plan import activity_numbered
from models.report import history
from models.standing import Standing
from rules.status import Status
from tests.office import MARCH, reported

JPEG = b"\xff\xd8\xff\xe0" + b"road" * 50
SECRET = "หลวงพ่อวัดข้างเคียงขอให้รอฤกษ์"


@pytest.fixture
def somchai(house, office, phones):
    with house.db.write() as session:
        for no in (13, 14):
            reported(session, office, no, MARCH, percent=30, baht=1_000_000)
    return phones["สมชาย"]


def sends(phone, event_of):
    """Send something and return the id of the message."""
    message_id = event_of()["message"]["id"]
    phone.reads()
    return message_id


def takes_back(phone, message_id):
    phone.line.unsend(phone.user_id, message_id)
    return phone.reads()


def everything_stored(house) -> str:
    """Return all that the database holds in words."""
    with house.db.read() as session:
        events = [event.body or "" for event in session.scalars(select(Event))]
        notices = [
            json.dumps(notice.messages, ensure_ascii=False) for notice in session.scalars(select(Notice))
        ]
        drafts = [json.dumps(each.state, ensure_ascii=False) for each in session.scalars(select(Dialogue))]
        standings = [each.problem_text or "" for each in session.scalars(select(Standing))]
    return "\n".join([*events, *notices, *drafts, *standings])


def blocked_13(somchai) -> str:
    """Report 13 as blocked, in own words, and return the id of the message that says why."""
    somchai.says("รายงาน 13")
    somchai.taps("ติดปัญหา")
    somchai.taps("เท่าเดิม")
    somchai.taps("30%")
    message_id = sends(somchai, lambda: somchai.line.say(somchai.user_id, SECRET))
    somchai.taps("ยืนยัน")
    return message_id


def test_the_words_of_a_report_go_and_its_figures_stay_with_a_note(house, office, somchai):
    message_id = blocked_13(somchai)
    with house.db.read() as session:
        assert history(session, office.activities[13].id)[-1].problem_text == SECRET
    assert takes_back(somchai, message_id) == "", "LINE gives no way to answer"

    with house.db.read() as session:
        stored = history(session, office.activities[13].id)[-1]
    assert (stored.status, stored.problem_text) == (Status.BLOCKED, None)
    assert stored.disbursed_satang == 100_000_000
    assert SECRET not in everything_stored(house)
    assert SECRET not in somchai.says("สถานะ 13")
    told = somchai.says("ประวัติ 13")
    assert "ถอนข้อความแล้ว" in told and SECRET not in told


def test_words_carried_into_the_next_report_go_too(house, office, somchai):
    message_id = blocked_13(somchai)
    somchai.says("13 เบิกแล้ว 1.1 ล้าน")
    somchai.taps("ยืนยัน")
    takes_back(somchai, message_id)
    with house.db.read() as session:
        assert [report.problem_text for report in history(session, office.activities[13].id)] == [None] * 3


def test_a_message_of_a_card_that_still_waits_is_forgotten_too(house, office, somchai):
    message_id = sends(somchai, lambda: somchai.line.say(somchai.user_id, "13 45% เบิกแล้ว 1.2 ล้าน"))
    takes_back(somchai, message_id)
    assert "1.2 ล้าน" not in everything_stored(house)
    with house.db.read() as session:
        assert len(history(session, office.activities[13].id)) == 1


def test_a_photo_is_removed_from_disk_and_from_the_history(house, office, somchai):
    somchai.says("13 45% เบิกแล้ว 1.2 ล้าน")
    somchai.taps("ยืนยัน")
    message_id = sends(somchai, lambda: somchai.line.send_image(somchai.user_id, JPEG))
    with house.db.read() as session:
        path = file_path(house.files, session.scalar(select(Evidence.sha256)))
    assert path.exists()
    takes_back(somchai, message_id)
    with house.db.read() as session:
        piece = session.scalars(select(Evidence)).one()
    assert (piece.state, piece.sha256) == (Kept.REMOVED, None)
    assert not path.exists()
    assert "/photos/" not in somchai.says("ประวัติ 13")
    takes_back(somchai, message_id)


def test_a_photo_that_somebody_else_sent_too_stays_theirs(house, office, somchai, phones):
    message_id = sends(somchai, lambda: somchai.line.send_image(somchai.user_id, JPEG))
    prasit = phones["ประสิทธิ์"]
    sends(prasit, lambda: prasit.line.send_image(prasit.user_id, JPEG))
    takes_back(somchai, message_id)
    with house.db.read() as session:
        gone, stays = session.scalars(select(Evidence).order_by(Evidence.id)).all()
    assert (gone.state, stays.state) == (Kept.REMOVED, Kept.STORED)
    assert file_path(house.files, stays.sha256).exists()


def test_a_photo_taken_back_before_it_was_fetched_is_never_kept(house, office, somchai):
    message_id = somchai.line.send_image(somchai.user_id, JPEG)["message"]["id"]
    takes_back(somchai, message_id)
    with house.db.read() as session:
        piece = session.scalars(select(Evidence)).one()
    assert (piece.state, piece.sha256) == (Kept.REMOVED, None)
    assert not [path for path in house.files.rglob("*") if path.is_file()]


def test_a_photo_taken_back_while_it_was_fetched_leaves_no_file(house, office, somchai, monkeypatch):
    from jobs import fetch_evidence

    gateway = house.gateways["default"]
    fetch = gateway.content

    def fetch_slowly(message_id):
        content = fetch(message_id)
        with house.db.write() as session:
            session.scalars(select(Evidence)).one().state = Kept.REMOVED
        return content

    monkeypatch.setattr(gateway, "content", fetch_slowly)
    sends(somchai, lambda: somchai.line.send_image(somchai.user_id, JPEG))
    assert not [path for path in house.files.rglob("*") if path.is_file()]
    assert fetch_evidence.file_path(house.files, "ab").name == "ab"


@pytest.mark.parametrize("kind", ["text", "image"])
def test_what_is_taken_back_before_it_arrives_is_not_kept_when_it_does(house, office, somchai, kind, line):
    with line.holding() as held:
        if kind == "text":
            message_id = line.say(somchai.user_id, SECRET)["message"]["id"]
        else:
            message_id = line.send_image(somchai.user_id, JPEG)["message"]["id"]
        line.unsend(somchai.user_id, message_id)
    message, unsend = held
    line.deliver([unsend])
    somchai.reads()
    line.deliver([message])
    assert somchai.reads() == ""
    assert SECRET not in everything_stored(house)
    with house.db.read() as session:
        assert [piece.state for piece in session.scalars(select(Evidence))] == [Kept.REMOVED]


def test_a_place_taken_back_leaves_the_activity_without_one(house, office, somchai):
    somchai.says("13 45% เบิกแล้ว 1.2 ล้าน")
    message_id = sends(somchai, lambda: somchai.line.send_location(somchai.user_id, 13.1, 99.9))
    takes_back(somchai, message_id)
    with house.db.read() as session:
        road = activity_numbered(session, office.province.id, 2564, 13)
    assert (road.latitude, road.longitude) == (None, None)


def test_nobody_takes_back_what_another_sent(house, office, somchai, phones):
    message_id = blocked_13(somchai)
    prasit = phones["ประสิทธิ์"]
    event = prasit.line._event(
        "unsend",
        {"type": "user", "userId": prasit.user_id},
        can_answer=False,
        unsend={"messageId": message_id},
    )
    prasit.line.deliver([event])
    prasit.reads()
    with house.db.read() as session:
        assert history(session, office.activities[13].id)[-1].problem_text == SECRET
