"""job, jobs and shift: อนงค์ runs a duty by hand, and sees when each ran, runs next, and what did not arrive."""

import json

import pytest
from sqlalchemy import text

from models.notice import Notice, Sent, settle_notice, write_notice
from models.province import Province
from models.working_days import shift_of
from rules.calendar import Shift
from tests.days import moment
from tests.office import found_office, user_id


@pytest.fixture
def office(db, clock):
    with db.write() as session:
        return found_office(session, clock.now())


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["job", "remind"], "remind-officers, chase-late, "),
        (["job", "remind-officers", "--at", "yesterday"], "2021-05-03T08:30"),
        (["job", "remind-officers", "--at", "2564-05-03T08:30"], "2021-05-03T08:30"),
        (["job", "remind-officers", "--at", "0001-01-01"], "2021-05-03T08:30"),
        (["job", "remind-officers", "--province", "เชียงใหม่"], "เพชรบุรี"),
        (["shift", "sideways"], "sideways"),
    ],
)
def test_bad_input_is_refused_in_one_line(terminal, office, words, says):
    result = terminal(*words)
    assert result.exit_code == 2
    assert says in result.stderr and "Traceback" not in result.output


@pytest.mark.parametrize("words", [["job", "chase-late"], ["shift", "next"]])
def test_before_a_plan_there_is_no_province_to_speak_of(terminal, words):
    result = terminal(*words)
    assert result.exit_code == 2 and "import a plan first" in result.stderr


def test_before_init_db_it_says_what_to_do(terminal, db):
    with db.write() as session:
        session.execute(text("DROP TABLE provinces" + ("" if db.is_sqlite else " CASCADE")))
    result = terminal("jobs")
    assert result.exit_code == 2 and "init-db" in result.stderr


def test_by_hand_twice_writes_once(terminal, office, db):
    command = ["job", "remind-officers", "--at", "2021-05-01T08:30", "--json"]
    first, second = (json.loads(terminal(*command).stdout) for _ in range(2))
    assert first["counts"]["written"] == 2 and second["counts"]["written"] == 0
    assert first["at"] == "2021-05-01T08:30:00+07:00"
    with db.read() as session:
        keys = [notice.key for notice in session.query(Notice).filter_by(kind="reminder")]
    assert keys == ["2564-04", "2564-04"], "on Saturday 1 May, too, April is meant"


def test_a_run_by_hand_is_worth_telling_however_late_it_is(terminal, office, db):
    terminal("job", "remind-officers", "--at", "2021-05-20T08:30")
    with db.read() as session:
        assert {notice.worthless_after for notice in session.query(Notice).filter_by(kind="reminder")} == {
            None
        }


def test_without_the_channel_the_notices_wait_for_the_process_that_has_it(terminal, office, db):
    terminal("job", "remind-officers")
    with db.read() as session:
        assert {notice.state for notice in session.query(Notice)} == {Sent.WAITING}


def test_jobs_lists_the_last_run_the_next_and_what_did_not_arrive(terminal, office, db, clock):
    terminal("job", "remind-officers")
    with db.write() as session:
        first = session.query(Notice).filter_by(recipient=user_id("สมชาย")).one()
        first.state, first.error = Sent.FAILED, "400: Failed"

    rows = {row["duty"]: row for row in json.loads(terminal("jobs", "--json").stdout)}
    assert rows["remind-officers"]["cron"] == "30 8 1 * *"
    assert rows["remind-officers"]["last"].startswith("2021-05-03T08:25")
    assert rows["remind-officers"]["next"] == "2021-05-03T08:30:00+07:00"
    assert rows["chase-late"] | {"province": ""} == {
        "province": "",
        "duty": "chase-late",
        "cron": "30 8 10 * *",
        "last": None,
        "next": "2021-05-11T08:30:00+07:00",
        "counts": None,
        "unsent": [],
    }
    unsent = [(each["state"], each["count"], each["reason"]) for each in rows["remind-officers"]["unsent"]]
    assert sorted(unsent) == [("failed", 1, "400: Failed"), ("waiting", 1, "")]
    assert "reminder: 1 failed (400: Failed)" in terminal("jobs").stdout


def test_jobs_lists_answers_that_did_not_arrive(terminal, office, db, clock):
    with db.write() as session:
        more = {"channel": "default", "recipient": user_id("สมชาย"), "messages": [], "now": clock.now()}
        for kind in ("answer", "reminder"):
            notice_id = write_notice(session, kind=kind, key="1", province_id=office.province.id, **more)
            settle_notice(session.get_one(Notice, notice_id), Sent.FAILED, clock.now(), error="400: Failed")
    row = json.loads(terminal("jobs", "--json").stdout)[-1]
    assert (row["duty"], row["cron"], row["next"]) == ("conversations", None, None)
    assert row["unsent"] == [{"kind": "answer", "state": "failed", "count": 1, "reason": "400: Failed"}]
    assert "conversations  -\n    answer: 1 failed (400: Failed)" in terminal("jobs").stdout


def test_a_province_chooses_where_its_duties_move(terminal, office, db, clock):
    clock.set(moment(4, 20))
    assert terminal("shift", "previous").stdout == "เพชรบุรี: previous\n"
    with db.read() as session:
        assert shift_of(session.get_one(Province, office.province.id)) is Shift.PREVIOUS
    assert "next 2021-04-30T08:30" in terminal("jobs").stdout
