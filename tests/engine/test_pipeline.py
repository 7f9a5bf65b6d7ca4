"""What travels together comes back as if each had gone by itself: answers, order, errors, and nothing half stored."""

from contextlib import contextmanager

import pytest
from sqlalchemy import bindparam, insert, select, text, update
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm.exc import StaleDataError

from engine import plain
from engine.pipeline import Pipeline
from models.dialogue import OPEN, Dialogue
from models.person import AT, Person
from tests.office import user_id

SOMCHAI = {"channel": "default", "line_user_id": user_id("สมชาย")}
RENAME = update(Person.__table__).where(Person.__table__.c.id == bindparam("of")).values(name=bindparam("to"))
NAME = select(Person.__table__.c.name).where(Person.__table__.c.id == bindparam("of"))
ADD = insert(Dialogue.__table__).values(
    {
        name: bindparam(f"new_{name}")
        for name in ("person_id", "token", "kind", "state", "opened_at", "touched_at")
    }
)
on_postgresql = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)


@pytest.fixture
def somchai(office):
    return office.people["สมชาย"].id


@pytest.fixture
def dialogue(clock, somchai):
    now = clock.now()
    given = {"token": "t1", "kind": "report", "state": {}, "opened_at": now, "touched_at": now}
    return {f"new_{name}": value for name, value in {"person_id": somchai, **given}.items()}


@contextmanager
def trips():
    found, talk = [], Pipeline._talk

    def count(pipeline, errands, ends):
        found.append(len(errands) + ends)
        return talk(pipeline, errands, ends)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Pipeline, "_talk", count)
        yield found


def name_of(house, person_id):
    with house.db.read() as session:
        return plain.scalar(session, NAME, {"of": person_id})


def test_what_was_asked_ahead_is_what_is_found_when_it_is_asked(house, somchai):
    with house.db.write() as session:
        plain.ask_ahead(session, [(NAME, {"of": somchai}), (AT, SOMCHAI), plain.with_key(Person, somchai)])
        person = plain.scalar(session, AT, SOMCHAI)
        assert person is plain.get(session, Person, somchai) and person.id == somchai
        assert plain.scalar(session, NAME, {"of": somchai}) == person.name
        assert plain.scalar(session, NAME, {"of": somchai + 10**6}) is None


@on_postgresql
def test_questions_and_the_ends_of_a_transaction_take_few_words(house, somchai, dialogue):
    with trips() as taken, house.db.write() as session:
        plain.ask_ahead(session, [(NAME, {"of": somchai}), (AT, SOMCHAI)])
        plain.scalar(session, NAME, {"of": somchai})
        plain.scalar(session, AT, SOMCHAI)
        plain.write_later(session, ADD, dialogue)
        plain.write_later(session, RENAME, {"of": somchai, "to": "สมชาย ใ."})
    assert taken == [2, 3], "both questions, then both changes with the commit"
    assert name_of(house, somchai) == "สมชาย ใ."


def test_a_question_sees_what_was_given_before_it(house, somchai, dialogue):
    with house.db.write() as session:
        plain.ask_ahead(session, [(NAME, {"of": somchai}), (OPEN, {"person_id": somchai})])
        plain.write_later(session, RENAME, {"of": somchai, "to": "ก"})
        plain.write_later(session, ADD, dialogue)
        assert plain.scalar(session, NAME, {"of": somchai}) == "ก"
        assert plain.scalar(session, OPEN, {"person_id": somchai}).token == "t1"
        session.execute(update(Person).values(name="ข"))
        plain.write_later(session, RENAME, {"of": somchai, "to": "ค"})
        assert session.scalar(select(Person.name).where(Person.id == somchai)) == "ค", "also for the mapper"


def test_an_answer_is_worthless_once_its_table_changed(house, somchai):
    with house.db.write() as session:
        question = (NAME, {"of": somchai})
        for change, name in (
            (lambda: plain.write(session, RENAME, {"of": somchai, "to": "ก"}), "ก"),
            (lambda: session.execute(text("UPDATE people SET name = 'ข'")), "ข"),
            (lambda: setattr(plain.get(session, Person, somchai), "name", "ค"), "ค"),
        ):
            plain.ask_ahead(session, [question])
            plain.scalar(session, AT, {**SOMCHAI, "channel": "another"})  # brings the answer along
            change()
            assert plain.scalar(session, *question) == name


def test_an_answer_does_not_outlive_a_savepoint_or_its_transaction(house, somchai):
    before = name_of(house, somchai)
    with house.db.write() as session:
        savepoint = session.begin_nested()
        plain.write_later(session, RENAME, {"of": somchai, "to": "ก"})
        plain.ask_ahead(session, [(NAME, {"of": somchai})])
        plain.scalar(session, AT, SOMCHAI)
        savepoint.rollback()
        assert plain.scalar(session, NAME, {"of": somchai}) == before
        plain.ask_ahead(session, [(NAME, {"of": somchai})])
    with house.db.write() as session:
        session.execute(text("UPDATE people SET name = 'ข'"))
    assert name_of(house, somchai) == "ข"


def test_what_is_refused_on_the_way_breaks_the_transaction_as_sqlalchemys_error(house, somchai, dialogue):
    for end in (lambda _session: None, lambda session: plain.scalar(session, NAME, {"of": somchai})):
        with pytest.raises(IntegrityError) as broke, house.db.write() as session:
            plain.write_later(session, RENAME, {"of": somchai, "to": "ความลับ"})
            plain.write_later(session, ADD, dialogue)
            plain.write_later(session, ADD, dialogue)
            end(session)
        assert "dialogues" in str(broke.value) and "ความลับ" not in str(broke.value)
    assert name_of(house, somchai) != "ความลับ"
    with house.db.read() as session:
        assert session.scalars(select(Dialogue)).all() == []


def test_a_row_that_is_gone_keeps_its_transaction_from_ending(house, somchai, dialogue):
    with house.db.write() as session:
        plain.write(session, ADD, dialogue)
    with pytest.raises(StaleDataError), house.db.write() as session:
        row = plain.scalar(session, OPEN, {"person_id": somchai})
        plain.write_later(session, RENAME, {"of": somchai, "to": "ก"})
        session.connection().exec_driver_sql("DELETE FROM dialogues")
        row.outcome = "stored"
    assert name_of(house, somchai) != "ก"
    with house.db.read() as session:
        assert plain.scalar(session, OPEN, {"person_id": somchai}).outcome is None


@on_postgresql
def test_a_transaction_in_which_something_failed_is_never_taken_for_stored(house, somchai):
    with pytest.raises(DBAPIError), house.db.write() as session:
        plain.write_later(session, RENAME, {"of": somchai, "to": "ก"})
        with pytest.raises(DBAPIError):
            plain.scalar(session, select(Person.id).where(text("1 / 0 = 1")), {})
    assert name_of(house, somchai) != "ก"


@on_postgresql
def test_a_connection_that_ends_in_between_is_left(house, somchai):
    end = text("SELECT pg_terminate_backend(:pid)")
    with pytest.raises(DBAPIError) as broke, house.db.write() as session:
        plain.write_later(session, RENAME, {"of": somchai, "to": "ก"})
        pid = session.scalar(text("SELECT pg_backend_pid()"))
        with house.db.read() as another:
            another.execute(end, {"pid": pid})
        plain.write_later(session, RENAME, {"of": somchai, "to": "ข"})
    assert broke.value.connection_invalidated
    assert name_of(house, somchai) not in ("ก", "ข")


@on_postgresql
def test_more_than_goes_through_at_once_goes_through(house, somchai, dialogue):
    long = {"words": "ก" * 1_000_000}
    with house.db.write() as session:
        for number in range(5):
            plain.write_later(session, ADD, {**dialogue, "new_token": f"t{number}", "new_state": long})
        questions = [
            (select(Dialogue).where(Dialogue.token == bindparam("token")), {"token": f"t{number}"})
            for number in range(5)
        ]
        plain.ask_ahead(session, questions)
        assert [plain.scalar(session, *each).state for each in questions] == [long] * 5
