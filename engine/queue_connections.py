"""The connections of the queue's worker: one word to and fro for each question, where the library's own take five."""

from collections.abc import Mapping
from typing import Any

from procrastinate import PsycopgConnector
from psycopg import AsyncConnection, OperationalError
from psycopg_pool import AsyncConnectionPool

from engine.database import has_ended


def connector_of(connect_args: Mapping[str, Any], seconds_to_connect: int) -> PsycopgConnector:
    """Return what the library asks PostgreSQL through; a connection that does not come in time is an error."""
    return PsycopgConnector(
        pool_factory=_pool,
        kwargs={**connect_args, "connect_timeout": seconds_to_connect},
        configure=_one_statement_each,
        min_size=1,
        max_size=4,
        timeout=seconds_to_connect,
    )


def _pool(**given: Any) -> AsyncConnectionPool:
    return AsyncConnectionPool(**given | {"check": _leave_the_dead})


async def _leave_the_dead(connection: AsyncConnection) -> None:
    if has_ended(connection.fileno()):
        await connection.close()  # otherwise the pool would offer it again
        raise OperationalError("the server has ended this connection")


async def _one_statement_each(connection: AsyncConnection) -> None:
    """Do without BEGIN and COMMIT: the library never asks for two things in one transaction."""
    await connection.set_autocommit(True)
