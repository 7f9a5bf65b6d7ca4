"""What was kept long enough is forgotten: words and conversations go, the record and the trail stay."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from jobs.run import run_due
from jobs.schedule import duty_named
from models.access import Access, Seen, note_access
from models.dialogue import Dialogue
from models.inbox import Event
from models.notice import Notice
from models.report import Report
from settings import SettingsError, load
from tests.office import MARCH, reported


@pytest.fixture
def a_report_in_words(house, office, phones):
    with house.db.write() as session:
        reported(session, office, 13, MARCH)
        note_access(session, office.people["มาลี"], Seen.PHOTOS, 13, house.clock.now())
    phone = phones["สมชาย"]
    phone.says("14 30% เบิกแล้ว 3 ล้าน ผู้รับจ้างทิ้งงาน")
    return phone


def forget(house, office):
    return run_due(house, duty_named("forget"), office.province.id, house.clock.now())


def later(house, clock, days):
    clock.set(clock.now() + timedelta(days=days))


def test_nothing_is_forgotten_before_its_time(house, office, clock, a_report_in_words):
    later(house, clock, 29)
    assert set(forget(house, office).values()) == {0}


def test_each_kind_goes_when_its_own_time_is_over(house, office, clock, a_report_in_words):
    later(house, clock, 91)
    assert forget(house, office) == {"messages": 0, "dialogues": 1, "notices": 0, "accesses": 0}
    later(house, clock, 275)
    assert forget(house, office)["accesses"] == 1
    later(house, clock, 95)
    assert forget(house, office)["messages"] == 1
    with house.db.read() as session:
        assert session.scalars(select(Event.body)).all() == [None]
        assert session.scalars(select(Dialogue.state).where(Dialogue.kind == "report")).all() == [{}]
        assert session.scalars(select(Access)).all() == []
        assert all(not messages for messages in session.scalars(select(Notice.messages)))
        assert session.scalars(select(Report)).one().progress_percent == 30


def test_running_it_again_finds_nothing(house, office, clock, a_report_in_words):
    later(house, clock, 500)
    assert forget(house, office)["messages"] == 1
    later(house, clock, 1)
    assert set(forget(house, office).values()) == {0}


def test_an_event_that_still_waits_is_not_forgotten(house, office, clock):
    with house.db.write() as session:
        row = {"webhook_event_id": "01", "channel": "default", "lane": "default:U1", "timestamp_ms": 1}
        session.add(Event(**row, body='{"type":"message"}', received_at=clock.now()))
    later(house, clock, 500)
    assert forget(house, office)["messages"] == 0


def test_a_conversation_after_forgetting_begins_anew(house, office, clock, a_report_in_words):
    later(house, clock, 100)
    forget(house, office)
    assert a_report_in_words.says("ยืนยัน")
    with house.db.read() as session:
        assert len(session.scalars(select(Report)).all()) == 1


def test_shorter_than_the_law_allows_is_refused(tmp_path):
    with pytest.raises(SettingsError, match="KEEP_ACCESS_LOG_DAYS"):
        load({"DATA_DIR": str(tmp_path), "KEEP_ACCESS_LOG_DAYS": "30"})
