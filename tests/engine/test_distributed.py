"""What only the queue in PostgreSQL does: the dead are replaced, nothing piles up, and it can be seen from outside."""

import threading
import time
from importlib import resources
from pathlib import Path

import pytest
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from bot import build_house, create_app
from engine import queue, queue_worker
from engine.clock import SettableClock
from engine.database import Database
from engine.distributed import DistributedWork
from engine.queue_worker import RESCUE_EVERY_SECONDS
from migrations import _config
from settings import SettingsError, load
from tests.office import user_id

pytestmark = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
SCHEMA = Path(__file__).parents[2] / "migrations" / "sql" / "procrastinate_3_10.sql"


def wait_for(happened, seconds=10.0):
    until = time.monotonic() + seconds
    while not happened() and time.monotonic() < until:
        time.sleep(0.01)
    return happened()


def jobs(db, where="true"):
    with db.read() as session:
        return session.scalar(text(f"SELECT count(*) FROM procrastinate_jobs WHERE {where}"))


IDLE = """
    SELECT pid FROM pg_stat_activity
    WHERE pid <> pg_backend_pid() AND datname = current_database() AND state = 'idle' AND pid <> ALL(:spared)
"""


def cut_connections(db, spared):
    """Cut the connections that have nothing to do, as a server does that is restarted; return how many."""
    with db.engine.connect() as connection:
        found = connection.scalars(text(IDLE), {"spared": spared}).all()
        for each in found:
            connection.execute(text("SELECT pg_terminate_backend(:pid, 5000)"), {"pid": each})
    return len(found)


def turn(session, worker, ended=(), most=1):
    """Say what has ended and take others, as a worker does."""
    given = {"ended": list(ended), "worker": worker, "queues": [queue.QUEUE], "most": most}
    return session.connection().exec_driver_sql(queue.TURN, given).all()


def as_if_killed(db, key, lock):
    """Leave a task as a worker leaves it that was killed a minute ago in the middle of it."""
    with db.write() as session:
        queue.put(session, [queue.Job("do", key, lock)])
        worker = session.scalar(text("SELECT worker_id FROM procrastinate_register_worker_v1()"))
        taken = session.execute(queue.TAKE, {"queues": [queue.QUEUE], "worker": worker}).one()
        assert taken.key == key
        session.execute(text("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '1 minute'"))


def test_the_task_of_a_killed_worker_is_given_to_a_living_one_and_its_lock_is_free_again(db, started):
    ran = []
    as_if_killed(db, "held", "a")
    work = started({"do": ran.append})
    with db.write() as session:
        work.enqueue(session, "do", "behind it", "a")
    assert wait_for(lambda: ran == ["held", "behind it"], RESCUE_EVERY_SECONDS + 15), ran


def test_who_waits_for_a_lock_goes_on_at_once_when_it_is_free(db, made, monkeypatch):
    monkeypatch.setattr(queue_worker, "POLL_SECONDS", 60.0)
    ran, release = [], threading.Event()

    def do(key):
        ran.append((key, time.monotonic()))
        if key == "first":
            release.wait(10)

    work = made({"do": do})
    for key in ("first", "second"):
        with db.write() as session:
            work.enqueue(session, "do", key, "a")
    work.start()  # what is put in just while it starts to listen would wait for its next look
    assert wait_for(lambda: ran)
    time.sleep(0.5)
    release.set()
    freed_at = time.monotonic()
    assert wait_for(lambda: len(ran) == 2)
    assert ran[1][1] - freed_at < 5, "without waiting for the next look"


def test_connections_that_the_server_ended_are_replaced_before_anybody_notices(db, started):
    ran = []
    with db.engine.connect() as connection:
        of_others = connection.scalars(text(IDLE), {"spared": []}).all()
    work = started({"do": ran.append})
    for key in ("first", "second"):
        with db.write() as session, db.write() as another:
            work.enqueue(session, "do", key, "a")
            work.enqueue(another, "do", f"{key} of another", "b")
        assert wait_for(lambda: {key, f"{key} of another"} <= set(ran)), ran  # noqa: B023  asked at once
        assert cut_connections(db, of_others) > 1, "ours and those of the queue"


def test_a_task_that_was_given_to_another_meanwhile_stays_theirs(db, started):
    ran, release = [], threading.Event()

    def do(key):
        ran.append(key)
        if key == "slow":
            release.wait(10)

    work = started({"do": do})
    with db.write() as session:
        work.enqueue(session, "do", "slow", "a")
    assert wait_for(lambda: ran == ["slow"])
    with db.write() as session:
        another = session.scalar(text("SELECT worker_id FROM procrastinate_register_worker_v1()"))
        session.execute(text("UPDATE procrastinate_jobs SET worker_id = :another"), {"another": another})
    release.set()
    with db.write() as session:
        work.enqueue(session, "do", "of the same person", "a")
        work.enqueue(session, "do", "of somebody else", "b")
    assert wait_for(lambda: jobs(db) == 2), "both are known, and one of the three has ended"
    assert ran == ["slow", "of somebody else"], "the first one's lock is still another's"


def test_a_task_that_panics_costs_no_thread(db, started):
    class Panic(BaseException):
        pass

    def do(key):
        ran.append(key)
        if key.startswith("bad"):
            raise Panic

    ran, keys = [], ["bad 1", "bad 2", "good 1", "good 2"]
    work = started({"do": do}, threads=2)
    for key in keys:
        with db.write() as session:
            work.enqueue(session, "do", key, key)
    assert work.drain(10)
    assert sorted(ran) == keys


def test_what_ended_leaves_nothing_behind(db, started):
    def fails(_key):
        raise RuntimeError

    work = started({"do": lambda _key: None, "fails": fails})
    with db.write() as session:
        for number in range(10):
            work.enqueue(session, "do", str(number), "a")
        work.enqueue(session, "fails", "1", "b")
    assert work.drain(10)
    assert wait_for(lambda: jobs(db) == 0), "nobody tries again but the sweep"


def test_sweeping_again_and_again_piles_nothing_up(db, made):
    found = [("do", str(number), f"lock {number % 3}") for number in range(50)]
    with db.write() as session:
        assert queue.put_left_behind(session, found) == 50
    for _ in range(3):
        with db.write() as session:
            assert queue.put_left_behind(session, found) == 0
    ran = []
    assert made({"do": ran.append}, threads=0).drain()
    assert sorted(ran, key=int) == [key for _, key, _ in found]


def test_only_one_sweeps_at_a_time(db):
    with db.write() as session:
        assert queue.may_sweep(session)
        with db.write() as other:
            assert not queue.may_sweep(other)
    with db.write() as session:
        assert queue.may_sweep(session)


def test_a_person_who_waits_goes_before_the_thousands_that_a_sweep_found(db, made):
    ran = []
    work = made({"deliver": ran.append}, threads=0)
    with db.write() as session:
        queue.put_left_behind(session, [("deliver", f"reminder {n}", f"person {n}") for n in range(20)])
    with db.write() as session:
        work.enqueue(session, "deliver", "answer", "person 3")
    assert work.drain()
    assert ran == ["answer", *(f"reminder {number}" for number in range(20))]


def test_asking_for_the_same_again_from_within_is_one_task(db, made):
    ran = []

    def again(key):
        ran.append(key)
        if len(ran) < 3:
            with db.write() as session:
                work.enqueue(session, "do", key, "a")
                work.enqueue(session, "do", key, "a")

    work = made({"do": again}, threads=0)
    for _ in range(2):
        with db.write() as session:
            work.enqueue(session, "do", "k", "a")
    assert work.drain()
    assert ran == ["k"] * 3, "the first finds the second waiting, and only the second asks for one more"


def test_of_two_that_take_tasks_of_one_lock_both_go_on(db, database_url):
    """Two processes put in tasks of one lock at the same moment, and the later one is committed first."""
    ran, lock = [], threading.Lock()

    def do(key):
        with lock:
            ran.append(key)

    works = [DistributedWork({"do": do}, list, db, threads=3) for _ in range(2)]
    for work in works:
        work.start()
    threads = [threading.Thread(target=put_many, args=(db, works[0], number)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    try:
        assert wait_for(lambda: len(ran) == 200, 30)
        assert sorted(ran) == sorted(f"{number}-{count}" for number in range(4) for count in range(50))
    finally:
        for work in works:
            work.stop(5)


def put_many(db, work, number):
    for count in range(50):
        with db.write() as session:
            work.enqueue(session, "do", f"{number}-{count}", f"lock {count % 2}")


def test_a_turn_takes_the_most_urgent_first_and_one_of_each_lock(db):
    with db.write() as session:
        mine, others = (
            session.scalar(text("SELECT worker_id FROM procrastinate_register_worker_v1()")) for _ in range(2)
        )
        jobs = [
            ("a1", "a", queue.LEFT_BEHIND),
            ("b1", "b", queue.NOW),
            ("a2", "a", queue.LEFT_BEHIND),
            ("b2", "b", queue.NOW),
        ]
        queue.put(session, [queue.Job("do", key, lock, priority) for key, lock, priority in jobs])
        first, second = turn(session, mine, most=4)
        assert (first.key, second.key) == ("b1", "a1")
        assert turn(session, others, [first.id, second.id], most=4) == [], (
            "who has not taken it cannot end it"
        )
        assert turn(session, mine, [first.id], most=0) == []
        assert [each.key for each in turn(session, mine, [second.id], most=4)] == ["b2", "a2"]


def test_one_lock_is_found_without_reading_the_whole_queue(db):
    """With 20,000 reminders waiting, taking one must not cost more with each."""
    with db.write() as session:
        queue.put(session, [queue.Job("do", str(n), f"lock {n}", queue.LEFT_BEHIND) for n in range(20_000)])
        session.execute(text("ANALYZE procrastinate_jobs"))
    with db.write() as session:
        began = time.monotonic()
        for _ in range(20):
            session.execute(queue.TAKE, {"queues": [queue.QUEUE], "worker": None}).one()
        assert (time.monotonic() - began) / 20 < 0.1
        session.rollback()


def test_the_outside_sees_that_no_worker_is_alive(house, settings, line, office, phones):
    without = build_house(settings, clock=house.clock, threads=2)
    client = create_app(house=without).test_client()
    line.say(user_id("สมชาย"), "ช่วยเหลือ")
    assert client.get("/readyz").status_code == 200, "a worker that died is replaced within seconds"
    with house.db.write() as session:
        session.execute(text("UPDATE procrastinate_events SET at = at - interval '2 minutes'"))
    answer = client.get("/readyz")
    assert answer.status_code == 503 and "workers" in answer.json["troubles"][0]
    figures = client.get("/metrics").text
    assert "tamngan_tasks_waiting 1.0" in figures and "tamngan_workers 0.0" in figures
    said = create_app(house=without).test_cli_runner().invoke(args=["doctor"]).output
    assert "workers: 0 alive, 1 tasks wait" in said and "flask --app bot worker" in said
    without.db.close()


def test_a_started_house_counts_as_a_worker_until_it_stops(house, settings, clock):
    running = build_house(settings, clock=SettableClock(start=clock.now()), threads=1)

    def alive():
        with house.db.read() as session:
            return running.work.vitals(session).workers

    running.work.start()
    assert wait_for(lambda: alive() == 1)
    running.work.stop()
    assert alive() == 0
    running.db.close()


def test_the_tables_are_those_of_the_installed_library(database_url):
    ours = SCHEMA.read_text(encoding="utf-8")
    theirs = (resources.files("procrastinate.sql") / "schema.sql").read_text(encoding="utf-8")
    assert ours.endswith(theirs), (
        "Procrastinate has another schema: it needs a migration of its own, and engine/queue.py its rules"
    )


def test_the_tables_can_be_taken_away_and_made_again(postgres, database_url):
    step = ScriptDirectory.from_config(_config()).get_revision("0005").module
    with postgres.fresh_database() as url:
        db = Database(url)
        with db.engine.begin() as connection, Operations.context(MigrationContext.configure(connection)):
            step.downgrade()
            assert not any("procrastinate" in name for name in inspect(connection).get_table_names())
            step.upgrade()
        assert jobs(db) == 0
        db.close()


def test_a_web_that_leaves_the_work_to_others_needs_postgresql(database_url, tmp_path):
    given = {"DATA_DIR": str(tmp_path), "WORK_IN_WEB": "0"}
    assert load({**given, "DATABASE_URL": database_url}).work_in_web is False
    with pytest.raises(SettingsError, match="WORK_IN_WEB"):
        load(given)
    with pytest.raises(SettingsError, match="WORK_IN_WEB"):
        load({**given, "DATABASE_URL": database_url, "WORK_IN_WEB": "no"})
