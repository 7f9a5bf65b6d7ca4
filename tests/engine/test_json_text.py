"""JSON in the database: half a letter and numbers without end are kept as they came."""

import json

import pytest
from sqlalchemy import select, update

from engine.json_text import json_text, json_value
from models.province import Province
from rules.status import Status


@pytest.mark.parametrize("value", ["เบิก 1.2 ล้าน 👍", "\ud83d", 10**30, [-0.5, None, True], {"a": {"b": []}}])
def test_what_is_written_reads_as_it_was(value):
    assert json.loads(json_text(value)) == json_value(json_text(value)) == value


def test_thai_stays_thai_and_keys_and_words_become_text():
    assert json_text({"สถานะ": Status.BLOCKED}) == '{"สถานะ":"BLOCKED"}'
    assert json_value(json_text({13: "ถนน"}).encode()) == {"13": "ถนน"}


def test_so_it_is_in_each_database(db, office):
    chosen = {"คำ": "ถนนลูกรัง 👍", "จำนวน": 10**30, "ว่าง": []}
    with db.write() as session:
        session.execute(update(Province).values(chosen=chosen))
    with db.read() as session:
        assert session.scalars(select(Province.chosen)).first() == chosen
