"""One new or changed row is written as the mapper would write it, with its defaults, and goes back where it is undone."""

import pytest
from sqlalchemy import inspect, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm.exc import StaleDataError

from engine import plain
from models.agency import Agency
from models.dialogue import Dialogue
from models.person import Person
from models.province import Province
from tests.asked import statements


@pytest.fixture
def told(house):
    """What the database is told to change, from now on."""
    with statements(house.db.engine) as every:
        yield lambda: [each for each in every if each.startswith(("INSERT", "UPDATE"))]


def dialogue(office, clock, token="t1", **more):
    values = {"kind": "report", "opened_at": clock.now(), "touched_at": clock.now(), **more}
    return Dialogue(person_id=office.people["สมชาย"].id, token=token, **values)


def in_another_session(house, row):
    with house.db.read() as session:
        return session.get(type(row), row.id)


@pytest.mark.parametrize("flush", [plain.flush, lambda session: session.flush()], ids=["plain", "mapped"])
def test_a_new_row_has_its_number_and_its_defaults(house, office, clock, flush):
    with house.db.write() as session:
        made = [dialogue(office, clock), Agency(province_id=office.province.id, name="ใหม่", short_name=None)]
        for row in made:
            session.add(row)
            flush(session)
            assert row.id and inspect(row).persistent
        assert (made[0].state, made[0].closed_at, made[1].aliases) == ({}, None, [])
        person = Person(channel="default", line_user_id="U1", first_seen_at=clock.now(), language=None)
        session.add(person)
        flush(session)
    found = in_another_session(house, person)
    assert (found.language, found.prefers_text, found.link_generation) == ("th", False, 0)
    found = in_another_session(house, made[0])
    assert (found.state, found.opened_at, found.outcome) == ({}, clock.now(), None)


def test_only_what_changed_is_written(house, office, told):
    with house.db.write() as session:
        somchai = session.get(Person, office.people["สมชาย"].id)
        somchai.phone, somchai.language = "032-000000", somchai.language
        plain.flush(session)
        assert len(told()) == 1 and "phone" in told()[0] and "language" not in told()[0]
        somchai.phone = somchai.phone
        plain.flush(session)
        assert len(told()) == 1 and somchai not in session.dirty
    assert in_another_session(house, somchai).phone == "032-000000"


def test_several_rows_are_written_in_the_mappers_order(house, office, clock):
    with house.db.write() as session:
        somchai = session.get(Person, office.people["สมชาย"].id)
        somchai.phone = "032-000000"
        session.add(dialogue(office, clock))
        plain.flush(session)
        assert not session.new and not session.dirty
    assert in_another_session(house, somchai).phone == "032-000000"


def test_what_is_reckoned_by_the_database_is_left_to_the_mapper(house, office):
    with house.db.write() as session:
        somchai = session.get(Person, office.people["สมชาย"].id)
        somchai.link_generation = Person.link_generation + 1
        plain.flush(session)
        assert somchai.link_generation == 1


def test_what_a_savepoint_wrote_is_gone_with_it(house, office, clock):
    with house.db.write() as session:
        somchai, row = session.get(Person, office.people["สมชาย"].id), dialogue(office, clock)
        savepoint = session.begin_nested()
        session.add(row)
        plain.flush(session)
        somchai.phone = "032-000000"
        plain.flush(session)
        savepoint.rollback()
        assert somchai.phone is None and row not in session
        again = dialogue(office, clock, token="t2")
        session.add(again)
        plain.flush(session)
        assert plain.get(session, Dialogue, again.id) is again
    with house.db.read() as session:
        assert session.scalars(select(Dialogue.token)).all() == ["t2"]


def test_a_row_that_may_not_be_is_refused_as_the_mapper_would(house, office, clock):
    with pytest.raises(IntegrityError), house.db.write() as session:
        session.add(dialogue(office, clock))
        plain.flush(session)
        session.add(dialogue(office, clock))
        plain.flush(session)
    with house.db.read() as session:
        assert session.scalars(select(Dialogue)).all() == []


def test_a_row_that_is_gone_is_not_silently_changed(house, office, clock):
    with pytest.raises(StaleDataError), house.db.write() as session:
        row = dialogue(office, clock)
        session.add(row)
        session.flush()
        session.connection().exec_driver_sql("DELETE FROM dialogues")
        row.outcome = "stored"
        plain.flush(session)


def test_a_row_is_found_by_its_key(house, office):
    with house.db.read() as session:
        found = plain.get(session, Province, office.province.id)
        assert found is session.get(Province, office.province.id) and found.name == office.province.name
        assert plain.get(session, Province, 10**6) is None is plain.get(session, Province, None)
