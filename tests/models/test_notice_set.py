"""Hundreds of notices at once: each is written once, and all of them or none."""

from datetime import datetime
from uuid import RFC_4122, UUID

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from engine.clock import BANGKOK
from models.notice import Notice
from models.notice_set import AT_ONCE, Draft, write_notices
from tests.office import found_office

NOW = datetime(2021, 5, 3, 8, 30, tzinfo=BANGKOK)
MANY = 3 * AT_ONCE + 7


def draft(office, number, words="รอรายงาน 3 กิจกรรม"):
    messages = [{"type": "text", "text": f'{words} "{number}"\nแขวงทางหลวง'}]
    return Draft(office.people["สมชาย"].id, "default", f"U{number:032d}", messages)


def write(session, office, drafts):
    return write_notices(
        session, drafts, kind="reminder", key="2021-04", urgency=5, province_id=office.province.id, now=NOW,
        not_before=NOW, worthless_after=None,
    )  # fmt: skip


def test_each_of_hundreds_is_written_once_and_told_in_order(db):
    with db.write() as session:
        office = found_office(session, NOW)
        assert len(write(session, office, [draft(office, number) for number in range(150)])) == 150
        written = write(session, office, (draft(office, number) for number in range(MANY)))
        assert [each.recipient for each in written] == [f"U{number:032d}" for number in range(150, MANY)]
        for each in written[:: MANY // 5]:
            notice = session.get_one(Notice, each.notice_id)
            assert notice.messages == draft(office, int(notice.recipient[1:])).messages
        keys = set(session.scalars(select(Notice.retry_key)))
        assert len(keys) == MANY and {(str(UUID(key)), UUID(key).version) for key in keys} == {
            (key, 4) for key in keys
        }
        assert {UUID(key).variant for key in keys} == {RFC_4122}
        assert write(session, office, iter(())) == []


def test_what_fails_on_the_way_leaves_nothing(db):
    def drafts(office):
        yield from (draft(office, number) for number in range(MANY - 1))
        raise LookupError("no such person")

    def with_a_stranger(office):
        yield from (draft(office, number) for number in range(MANY - 1))
        yield Draft(10**9, "default", "U" + "f" * 32, [])

    with db.write() as session:
        office = found_office(session, NOW)
    for each, error in ((drafts, LookupError), (with_a_stranger, IntegrityError)):
        with pytest.raises(error) as failed, db.write() as session:
            write(session, office, each(office))
        assert "ffff" not in str(failed.value), "an error goes to the log, where nobody's id belongs"
        with db.read() as session:
            assert session.scalar(select(func.count(Notice.id))) == 0
