"""Procrastinate's tables, as far as every process speaks to them: put a task in, take one out, look how the queue is.

Its worker does the taking where tasks run by themselves (queue_worker.py); putting in is one statement of the
session's own transaction and needs nothing of the library.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Connection, PoolProxiedConnection, text

from engine.driver import run_on_postgresql
from engine.work import Found, Vitals

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

QUEUE = "tamngan"
# A person who waits goes before what a sweep found. A task that shall run later has to come after those of its lock
# that may run now: whatever is ahead in its lock holds it up.
NOW, LATER, LEFT_BEHIND = 30, 20, 10
HEARTBEAT_SECONDS = 3.0
# A worker that has said nothing for so long is dead, and its tasks are given to others.
DEAD_AFTER_SECONDS = 12.0
SWEEPING = 20210510


@dataclass(frozen=True)
class Job:
    """`may_merge`: leave it out where the same task waits already, which is safe only for whoever holds the lock."""

    task: str
    key: str
    lock: str
    priority: int = NOW
    wait_seconds: float = 0.0
    may_merge: bool = False


DEFER = text("""
    SELECT procrastinate_defer_jobs_v1(array_agg(
        ROW(:queue, f.task, f.priority, f.lock, NULL, jsonb_build_object('key', f.key),
            CASE WHEN f.wait > 0 THEN clock_timestamp() + make_interval(secs => f.wait) END
        )::procrastinate_job_to_defer_v1 ORDER BY f.place))
    FROM unnest(CAST(:tasks AS text[]), CAST(:keys AS text[]), CAST(:locks AS text[]), CAST(:priorities AS int[]),
                CAST(:waits AS float8[]), CAST(:merges AS bool[]))
         WITH ORDINALITY AS f(task, key, lock, priority, wait, may_merge, place)
    WHERE NOT (f.may_merge AND EXISTS (
        SELECT 1 FROM procrastinate_jobs j
        WHERE j.lock = f.lock AND j.status = 'todo' AND j.task_name = f.task AND j.args ->> 'key' = f.key
            AND (j.scheduled_at IS NULL OR f.wait > 0)))
    HAVING count(*) > 0
""")
# The same for rows that are put in by one statement with their tasks: no word to and fro with the database in between.
PUT_EACH = """
    WITH new (lock) AS ({insert})
    SELECT procrastinate_defer_jobs_v1(array_agg(
        ROW($2, CAST($3 AS text), CAST($4 AS int), lock, NULL, jsonb_build_object('key', lock), NULL
        )::procrastinate_job_to_defer_v1))
    FROM (SELECT DISTINCT lock FROM new) AS locks HAVING count(*) > 0
"""
KNOWN = text("""
    SELECT task_name, args ->> 'key' FROM procrastinate_jobs
    WHERE lock = ANY(CAST(:locks AS text[])) AND status IN ('todo', 'doing')
""")
TAKE = text("""
    SELECT id, task_name, args ->> 'key' AS key, lock
    FROM procrastinate_fetch_job_v2(CAST(:queues AS varchar[]), :worker) WHERE id IS NOT NULL
""")
# A turn of the worker in one word to and fro, in the way the library's driver is asked: tasks that have ended go, unless
# they were given to others meanwhile, and others are taken until there is none or `most` are. Each look is the
# library's own, which sees what has gone before it: so the next of a lock is taken as soon as the lock is free.
TURN = """
    WITH RECURSIVE gone AS (
        DELETE FROM procrastinate_jobs
        WHERE id = ANY(%(ended)s::bigint[]) AND worker_id = %(worker)s AND status = 'doing' RETURNING id
    ), taken (job, number) AS (
        SELECT procrastinate_fetch_job_v2(%(queues)s::varchar[], %(worker)s), 1
        FROM (SELECT count(*) FROM gone) AS first WHERE %(most)s > 0
        UNION ALL
        SELECT procrastinate_fetch_job_v2(%(queues)s::varchar[], %(worker)s), number + 1
        FROM taken WHERE (job).id IS NOT NULL AND number < %(most)s
    )
    SELECT (job).id, (job).task_name AS task, (job).args ->> 'key' AS key, coalesce((job).lock, '') AS lock
    FROM taken WHERE (job).id IS NOT NULL ORDER BY number
"""
DUE = "status = 'todo' AND (scheduled_at IS NULL OR scheduled_at <= now())"
IS_BUSY = text(f"SELECT EXISTS (SELECT 1 FROM procrastinate_jobs WHERE status = 'doing' OR ({DUE}))")  # noqa: S608  ours
VITALS = text(f"""
    SELECT count(*) AS waiting,
        coalesce((SELECT extract(epoch FROM now() - at) FROM procrastinate_events
                  WHERE job_id = min(job.id) AND type = 'deferred' LIMIT 1), 0) AS oldest,
        (SELECT count(*) FROM procrastinate_workers
         WHERE last_heartbeat > now() - make_interval(secs => :dead_after)) AS workers
    FROM procrastinate_jobs job WHERE {DUE}
""")  # noqa: S608  ours


def put(session: Session, jobs: Sequence[Job]) -> None:
    """Put tasks into the queue, in this order, when the session commits."""
    session.execute(
        DEFER,
        {
            "queue": QUEUE,
            "tasks": [job.task for job in jobs],
            "keys": [job.key for job in jobs],
            "locks": [job.lock for job in jobs],
            "priorities": [job.priority for job in jobs],
            "waits": [job.wait_seconds for job in jobs],
            "merges": [job.may_merge for job in jobs],
        },
    )


def take_in(connection: PoolProxiedConnection, insert: str, given: str, task: str) -> None:
    """Run an INSERT of what is `given` ($1) that returns locks, and put in `task` for each of them, in one statement."""
    run_on_postgresql(connection, PUT_EACH.replace("{insert}", insert), (given, QUEUE, task, str(NOW)))


def put_left_behind(session: Session, found: Found) -> int:
    """Put in what a sweep found and nobody waits to do or does already; return how many."""
    known = {tuple(row) for row in session.execute(KNOWN, {"locks": list({lock for _, _, lock in found})})}
    missing = [Job(task, key, lock, LEFT_BEHIND) for task, key, lock in found if (task, key) not in known]
    if missing:
        put(session, missing)
    return len(missing)


def may_sweep(session: Session) -> bool:
    """Return whether nobody else sweeps just now; until the session ends nobody else will."""
    return bool(session.scalar(text("SELECT pg_try_advisory_xact_lock(:key)"), {"key": SWEEPING}))


def wait_to_sweep(session: Session) -> None:
    """Wait until nobody else sweeps."""
    session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": SWEEPING})


def is_busy(connection: Connection) -> bool:
    """Return whether a task runs or may run now."""
    return bool(connection.scalar(IS_BUSY))


def vitals_of(session: Session | Connection) -> Vitals:
    row = session.execute(VITALS, {"dead_after": DEAD_AFTER_SECONDS}).one()
    return Vitals(waiting=row.waiting, oldest_seconds=max(0.0, float(row.oldest)), workers=row.workers)
