"""status: อนงค์ looks up, at a terminal, what the bot would tell somebody in chat."""

import pytest
from sqlalchemy import func, select

from models import Base
from models.person import Person, ensure_person
from tests.office import MARCH, PUBLIC_WORKS, Office, found_office, reported, user_id

ROAD = "บ้านห้วยสีตอ"


@pytest.fixture
def office(db, clock) -> Office:
    """สมชาย has reported activity 13 for March."""
    with db.write() as session:
        office = found_office(session, clock.now())
        reported(session, office, 13, MARCH, percent=30, baht=2_250_000)
        return office


def rows(db) -> dict[str, int]:
    """Return how many rows every table has."""
    with db.read() as session:
        return {
            table.name: session.scalar(select(func.count()).select_from(table))
            for table in Base.metadata.sorted_tables
        }


def test_an_officer_is_told_of_his_own_activities(terminal, office):
    result = terminal("status", "--as", "สมชาย")
    assert result.exit_code == 0
    assert ROAD in result.stdout
    assert PUBLIC_WORKS not in result.stdout


def test_one_activity_with_its_figures(terminal, office):
    said = terminal("status", "สถานะ 13", "--as", "อนงค์").stdout
    assert "2,250,000" in said
    assert "30%" in said


def test_another_agencys_officer_sees_none_of_it(terminal, office):
    assert "2,250,000" not in terminal("status", "สถานะ 13", "--as", "ประสิทธิ์").stdout


def test_a_person_is_found_by_number_and_by_line_user_id(terminal, office):
    by_name = terminal("status", "--as", "มาลี").stdout
    assert by_name
    assert terminal("status", "--as", office.people["มาลี"].id).stdout == by_name
    assert terminal("status", "--as", user_id("มาลี")).stdout == by_name


def test_a_person_who_reads_english_is_answered_in_english(terminal, db, office):
    with db.write() as session:
        session.get_one(Person, office.people["อนงค์"].id).language = "en"
    assert "disbursed" in terminal("status", "--as", "อนงค์").stdout.lower()


def test_a_stranger_is_asked_for_a_code(terminal, db, clock):
    with db.write() as session:
        ensure_person(session, "default", "U" + "5" * 32, clock.now())
    result = terminal("status", "--as", "U" + "5" * 32)
    assert result.exit_code == 0
    assert "รหัส" in result.stdout


@pytest.mark.parametrize("query", ["สถานะ", "13 45% เบิกแล้ว 3 ล้าน", "รายงาน", "ABCD-EFGH"])
def test_nothing_is_stored_whatever_is_asked(terminal, db, office, query):
    before = rows(db)
    assert terminal("status", query, "--as", "สมชาย").exit_code == 0
    assert rows(db) == before


@pytest.mark.parametrize("who", ["ไม่มีใคร", "999999999999999999999", "4711", ""])
def test_nobody_of_that_name_gets_one_clear_line(terminal, office, who):
    result = terminal("status", "--as", who)
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1


def test_two_of_one_name_are_told_apart_by_number(terminal, db, office):
    with db.write() as session:
        session.get_one(Person, office.people["มาลี"].id).name = "สมชาย"
    result = terminal("status", "--as", "สมชาย")
    assert result.exit_code == 2
    assert str(office.people["มาลี"].id) in result.stderr
