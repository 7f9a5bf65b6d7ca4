"""The task queue of several processes: Procrastinate's own tables, only where the database is PostgreSQL."""

from pathlib import Path

from alembic import op

revision = "0005"
down_revision = "0004"

# A copy, because the library's file changes with its versions and a migration must not.
SCHEMA = Path(__file__).parents[1] / "sql" / "procrastinate_3_10.sql"
TABLES = ("periodic_defers", "events", "jobs", "workers")
TYPES = ("job_to_defer_v1", "job_event_type", "job_status")
# Asking whether another task of the same lock goes first would otherwise read every task that waits.
BY_LOCK = """
    CREATE INDEX procrastinate_jobs_by_lock ON procrastinate_jobs (lock, priority DESC, id)
    WHERE status IN ('todo', 'doing')
"""
FUNCTIONS = """
    SELECT oid::regprocedure FROM pg_proc
    WHERE starts_with(proname, 'procrastinate_') AND pronamespace = current_schema()::regnamespace
"""


def upgrade() -> None:
    if _is_postgresql():
        _run(SCHEMA.read_text(encoding="utf-8"))
        _run(BY_LOCK)


def downgrade() -> None:
    if _is_postgresql():
        for table in TABLES:
            _run(f"DROP TABLE procrastinate_{table} CASCADE")
        for (function,) in op.get_bind().exec_driver_sql(FUNCTIONS).all():
            _run(f"DROP FUNCTION {function} CASCADE")
        for name in TYPES:
            _run(f"DROP TYPE procrastinate_{name}")


def _is_postgresql() -> bool:
    return op.get_bind().dialect.name == "postgresql"


def _run(statements: str) -> None:
    # Without parameters the driver takes several statements at once, and leaves their percent signs alone.
    op.get_bind().exec_driver_sql(statements, execution_options={"no_parameters": True})
