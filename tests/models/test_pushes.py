"""However many pushes wait, taking some hundreds and writing down their ends touches no others."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from sqlalchemy import event

from models.notice import Notice, Sent, write_notice
from models.pushes import due_pushes, lease_pushes, settle_pushed

NOW = datetime(2021, 5, 3, 1, 30, tzinfo=UTC)


@contextmanager
def plans(session) -> Iterator[list[str]]:
    """Gather how the database goes about each question or change of notices."""
    said, found = "EXPLAIN QUERY PLAN " if session.get_bind().dialect.name == "sqlite" else "EXPLAIN ", []
    seen = []

    def see(_connection, _cursor, statement, parameters, _context, _many):
        if "notices" in statement:
            seen.append((statement, parameters))

    event.listen(session.get_bind(), "before_cursor_execute", see)
    yield found
    event.remove(session.get_bind(), "before_cursor_execute", see)
    cursor = session.connection().connection.cursor()
    for statement, parameters in seen:
        cursor.execute(said + statement, parameters)
        found.append("\n".join(str(row[-1]) for row in cursor.fetchall()))


def write(session, count):
    for number in range(count):
        write_notice(
            session, channel="default", recipient=f"U{number:032x}", kind="reminder", key="5", now=NOW,
            messages=[{"type": "text", "text": str(number)}],
        )  # fmt: skip


def test_the_next_are_taken_without_sorting_all_that_waits(db):
    with db.write() as session:
        write(session, 50)
        with plans(session) as found:
            assert len(due_pushes(session, "default", NOW, 20)) == 20
    assert "ix_notices_state_urgency" in found[0]
    assert "Sort" not in found[0] and "TEMP B-TREE" not in found[0]


def test_what_is_taken_and_sent_is_written_down_and_nothing_else(db):
    with db.write() as session:
        write(session, 5)
        ids = [row.id for row in due_pushes(session, "default", NOW, 3)]
        taken = lease_pushes(session, ids, NOW)
        assert taken[ids[1]].replace(b" ", b"") == b'[{"type":"text","text":"1"}]'
        assert len(due_pushes(session, "default", NOW, 9)) == 2, "who is taken is not due"
        with plans(session) as found:
            settle_pushed(session, {ids[0]: "a-1", ids[2]: None}, NOW)
    if db.is_sqlite:
        assert "notices USING INTEGER PRIMARY KEY" in found[0], "not all that waits, for each of these"
    with db.read() as session:
        rows = session.query(Notice).order_by(Notice.id).all()
        assert [row.state is Sent.SENT for row in rows] == [True, False, True, False, False]
        assert [row.request_id for row in rows] == ["a-1", None, None, None, None]
        assert [row.attempts for row in rows] == [1, 1, 1, 0, 0]
