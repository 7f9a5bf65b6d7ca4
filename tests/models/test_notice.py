"""A notice that is taken as it is written: whoever will send it hears its id by the commit, once."""

import pytest
from sqlalchemy import select

from models.notice import Notice, write_notice
from tests.models.test_notice_set import NOW
from tests.office import found_office


def take(session, office, heard):
    write_notice(
        session,
        channel="default",
        recipient="U1",
        kind="answer",
        key="e1",
        messages=[{"type": "text", "text": "ถูกต้องไหม"}],
        now=NOW,
        province_id=office.province.id,
        taken=heard.append,
    )


def test_its_id_is_heard_by_the_commit_and_not_where_it_was_written_before(db):
    heard, again = [], []
    with db.write() as session:
        office = found_office(session, NOW)
        take(session, office, heard)
    with db.write() as session:
        take(session, office, again)
        assert heard == list(session.scalars(select(Notice.id))) and again == []
    assert again == []


def test_where_it_is_undone_nothing_is_left_to_be_sent(db):
    with db.write() as session:
        office = found_office(session, NOW)
    with pytest.raises(ValueError, match="afterwards"), db.write() as session:
        take(session, office, [])
        raise ValueError("afterwards")
    with db.read() as session:
        assert session.scalars(select(Notice.id)).all() == []
