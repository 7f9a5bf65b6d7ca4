"""What doctor sees of the database: whether it answers, is up to date, belongs here, and is being worked on."""

from collections.abc import Iterator

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from commands.finding import Finding, bad, ok, warn
from engine.house import House
from engine.intake import oldest_waiting
from engine.whose import holds_demo
from migrations import is_current, is_known, revision_of
from models.province import provinces

LONGEST_WAIT_SECONDS = 300


def check_database(house: House) -> Iterator[Finding]:
    kind = house.db.engine.dialect.name
    try:
        with house.db.read() as session:
            revision = revision_of(session.connection())
            if not is_current(session.connection()):
                yield _outdated(revision)
                return
            yield ok("database", f"{kind} answers, revision {revision}")
            yield from _content(house, session)
    except SQLAlchemyError as error:
        found = f"{kind} does not answer ({type(error).__name__})"
        yield bad(
            "database", found, "check DATABASE_URL, and that the database server runs and lets the bot in"
        )


def _outdated(revision: str | None) -> Finding:
    if revision is None:
        return bad("database", "it is empty", "run `flask --app bot init-db`")
    if not is_known(revision):
        found = f"revision {revision} was made by a newer version of the bot"
        return bad("database", found, "start that version, or restore a backup of this one (docs/running.md)")
    return bad("database", f"revision {revision} is older than this version", "run `flask --app bot init-db`")


def _content(house: House, session: Session) -> Iterator[Finding]:
    held = holds_demo(session)
    if held is None:
        yield warn("plan", "no plan was imported yet", "run `flask --app bot import-plan`")
    elif held is not house.settings.demo:
        whose = "the demo's invented office" if held else "a real office"
        yield bad(
            "plan",
            f"the database holds {whose}: the bot refuses to start",
            "set another DATABASE_URL or DATA_DIR",
        )
    else:
        yield ok("plan", ", ".join(province.name for province in provinces(session)))
    yield from _queue(house, session)


def _queue(house: House, session: Session) -> Iterator[Finding]:
    oldest = oldest_waiting(session)
    waited = (house.clock.now() - oldest).total_seconds() if oldest is not None else 0.0
    if waited > LONGEST_WAIT_SECONDS:
        found = f"a message has been waiting for {waited / 60:,.0f} minutes"
        yield bad("queue", found, "see that the bot runs, and what its log says")
    else:
        yield ok("queue", "no message waits for long")
    yield from _workers(house, session)


def _workers(house: House, session: Session) -> Iterator[Finding]:
    """Look who runs tasks; a single process on SQLite knows that only of itself."""
    vitals = house.work.vitals(session)
    if vitals.workers is None:
        return
    found = f"{vitals.workers} alive, {vitals.waiting} tasks wait"
    if vitals.workers:
        yield ok("workers", found)
    else:
        yield warn("workers", found, "start the bot, or `flask --app bot worker` where WORK_IN_WEB is 0")
