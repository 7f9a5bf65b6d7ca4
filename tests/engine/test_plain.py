"""What every message asks goes straight to the driver: it finds what SQLAlchemy would find, and breaks as it would."""

import pytest
from sqlalchemy import bindparam, column, func, select, table, update
from sqlalchemy.exc import DBAPIError

from engine import plain
from models.person import AT, Person
from models.post import REACH
from models.report import HISTORIES, Report
from tests.office import APRIL, MARCH, reported, user_id

SOMCHAI = {"channel": "default", "line_user_id": user_id("สมชาย")}
COUNTED = select(func.count()).where(Person.language == bindparam("language"))
RENAME = update(Person.__table__).where(Person.__table__.c.id == bindparam("of_id")).values(name="สมชาย ใ.")


def told(row):
    return {name: value for name, value in vars(row).items() if name != "_sa_instance_state"}


@pytest.fixture
def reports(house, office):
    with house.db.write() as session:
        reported(session, office, 13, MARCH, baht=1_000_000)
        reported(session, office, 13, APRIL, baht=2_000_000)
        reported(session, office, 20, MARCH, baht=3_000_000)


@pytest.mark.parametrize("numbers", [[], [13], [13, 20]])
def test_whole_rows_are_what_the_mapper_finds(house, office, reports, numbers):
    given = {"ids": tuple(office.activities[no].id for no in numbers)}
    with house.db.read() as session:
        mapped = [told(report) for report in session.scalars(HISTORIES, given)]
    with house.db.read() as session:
        assert [told(report) for report in plain.scalars(session, HISTORIES, given)] == mapped
    assert len(mapped) == {0: 0, 1: 2, 2: 3}[len(numbers)]


def test_columns_are_what_sqlalchemy_finds(house, office, clock):
    given = {"ids": tuple(post.id for post in office.posts.values()), "on": clock.now().date()}
    with house.db.read() as session:
        assert plain.rows(session, REACH, given) == [tuple(row) for row in session.execute(REACH, given)]
        assert plain.scalar(session, COUNTED, {"language": "th"}) == len(office.people)
        assert plain.scalar(session, AT, {**SOMCHAI, "channel": "another"}) is None


def test_a_row_is_the_sessions_own_object_and_is_written_when_changed(house, office):
    with house.db.write() as session:
        somchai = plain.scalar(session, AT, SOMCHAI)
        assert plain.scalar(session, AT, SOMCHAI) is somchai is session.get(Person, somchai.id)
        somchai.phone = "032-000000"
        assert plain.scalar(session, AT, SOMCHAI).phone == "032-000000"
    with house.db.read() as session:
        assert plain.scalar(session, AT, SOMCHAI).phone == "032-000000"


def test_what_is_not_written_yet_is_found(house, office, clock):
    with house.db.write() as session:
        before = plain.scalar(session, COUNTED, {"language": "en"})
        session.add(Person(channel="default", line_user_id="U1", language="en", first_seen_at=clock.now()))
        assert plain.scalar(session, COUNTED, {"language": "en"}) == before + 1
        plain.scalar(session, AT, SOMCHAI).language = "en"
        assert plain.scalar(session, COUNTED, {"language": "en"}) == before + 2


def test_what_a_question_is_not_about_waits_for_the_commit(house, office, reports):
    with house.db.write() as session:
        somchai = plain.scalar(session, AT, SOMCHAI)
        somchai.phone = "032-000000"
        plain.scalars(session, HISTORIES, {"ids": (office.activities[13].id,)})
        assert somchai in session.dirty


def test_a_savepoint_that_is_rolled_back_leaves_the_row_as_it_was(house, office):
    with house.db.write() as session:
        somchai = plain.scalar(session, AT, SOMCHAI)
        savepoint = session.begin_nested()
        assert plain.write(session, RENAME, {"of_id": somchai.id}) == 1
        somchai.phone = "032-000000"
        savepoint.rollback()
        assert (somchai.name, somchai.phone) == (office.people["สมชาย"].name, None)


def test_a_broken_question_breaks_as_sqlalchemys_error_and_tells_no_values(house, office):
    broken = select(column("x")).select_from(table("nowhere")).where(column("y") == bindparam("y"))
    with pytest.raises(DBAPIError) as broke, house.db.write() as session:
        plain.rows(session, broken, {"y": "ความลับ"})
    assert "nowhere" in str(broke.value) and "ความลับ" not in str(broke.value)
    with house.db.write() as session:
        assert plain.scalar(session, AT, SOMCHAI) is not None


def test_a_connection_that_has_ended_is_not_used_again(house, office):
    with pytest.raises(DBAPIError) as broke, house.db.read() as session:
        session.connection().connection.dbapi_connection.close()
        plain.scalar(session, AT, SOMCHAI)
    assert broke.value.connection_invalidated
    with house.db.read() as session:
        assert plain.scalar(session, AT, SOMCHAI) is not None


def test_questions_about_very_many_rows_are_not_all_kept(house, office, reports):
    ids = tuple(activity.id for activity in office.activities.values())
    with house.db.read() as session:
        few = len(plain.scalars(session, HISTORIES, {"ids": ids}))
        kept = len(plain._written)
        for more in range(plain.LONGEST_KEPT, plain.LONGEST_KEPT + 20):
            given = {"ids": (*ids, *range(-more, 0))}
            assert len(plain.scalars(session, HISTORIES, given)) == few == 3
    assert len(plain._written) == kept


def test_every_column_of_a_table_comes_back(house, office, reports):
    with house.db.read() as session:
        (report,) = plain.scalars(session, HISTORIES, {"ids": (office.activities[20].id,)})
        assert set(told(report)) == {each.key for each in Report.__mapper__.column_attrs}
