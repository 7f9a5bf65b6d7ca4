"""JSON that is only passed on comes as its bytes, and only where it was asked for so."""

import json
from datetime import UTC, datetime

from sqlalchemy import select

from engine.kept_json import as_kept
from models.notice import Notice, write_notice

NOW = datetime(2021, 5, 3, 1, 30, tzinfo=UTC)
MESSAGES = [{"type": "text", "text": "ถึงเวลารายงาน 😀"}]


def test_json_comes_as_bytes_within_the_block_and_read_behind_it(db):
    with db.write() as session:
        write_notice(
            session, channel="default", recipient="U1", kind="reminder", key="5", now=NOW, messages=MESSAGES
        )
        with as_kept(session, Notice.messages) as messages:
            found = session.scalar(select(messages))
        assert isinstance(found, bytes) and json.loads(found) == MESSAGES
        assert session.scalar(select(Notice.messages)) == MESSAGES
