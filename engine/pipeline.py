"""Statements that travel to PostgreSQL together: a word to and fro costs both sides more than most of what is asked.

What nobody waits for yet lies here until an answer is needed, and then goes with that question, in the order in which
it was given; the first goes with its BEGIN, the last with its COMMIT. PostgreSQL's own pipeline mode carries them.
"""

from __future__ import annotations

import select
from collections.abc import Callable, Sequence
from itertools import count
from typing import TYPE_CHECKING, Any

from engine.driver import refusal_of

if TYPE_CHECKING:
    from psycopg.pq.abc import PGconn, PGresult
    from sqlalchemy import Connection

    from engine.errand import Errand

    Sent = tuple[str, Callable[[PGresult], None]]  # a command, and what takes its result


class Pipeline:
    """The way of one connection, which one thread uses at a time."""

    def __init__(self, driven: Any) -> None:
        from psycopg.adapt import PyFormat, Transformer
        from psycopg.pq import ExecStatus, TransactionStatus

        self._idle = TransactionStatus.IDLE
        self._good, self._synced = (ExecStatus.TUPLES_OK, ExecStatus.COMMAND_OK), ExecStatus.PIPELINE_SYNC
        self._pgconn: PGconn = driven.pgconn
        # The driver's own: how values are told, and how what comes back is read.
        self._transformer = Transformer(driven)
        self._as_text = PyFormat.TEXT
        self._numbers = count()
        self._names: dict[str, bytes] = {}  # of what the server has prepared
        self._listening = select.poll()
        self._listening.register(self._pgconn.socket, select.POLLIN)
        self._waiting: list[Errand] = []
        self._refused = ""
        self.ahead: dict[object, Errand] = {}

    def give(self, _connection: Connection, errand: Errand) -> None:
        """Let a statement go with the next that somebody waits for."""
        self._waiting.append(errand)

    def forget(self) -> None:
        """Leave what has not gone and what nobody has asked for: their transaction is over."""
        self._waiting.clear()
        self.ahead.clear()

    def deliver(self, connection: Connection) -> None:
        """Bring out what was given and come back with the answers."""
        if self._waiting:
            self._bring_out(connection)

    def commit(self, connection: Connection) -> None:
        """Bring out what was given, and end the transaction with it; whoever ends it after this has nothing to say."""
        if any(errand.may_fail for errand in self._waiting):
            self._bring_out(connection)
        if self._waiting or not self._is_idle:
            self._bring_out(connection, ends=True)

    @property
    def _is_idle(self) -> bool:
        return self._pgconn.transaction_status == self._idle

    def _bring_out(self, connection: Connection, ends: bool = False) -> None:
        errands, self._waiting = self._waiting, []
        try:
            refusal = self._talk(errands, ends)
            if refusal is not None:
                raise refusal
        except Exception as error:
            # It breaks as everything else does: with SQLAlchemy's error, and a connection that has ended is left.
            connection._handle_dbapi_exception(error, self._refused, None, None, None)
        for errand in errands:
            errand.come_back()

    def _talk(self, errands: Sequence[Errand], ends: bool) -> Exception | None:
        begins = self._is_idle
        try:
            self._pgconn.enter_pipeline_mode()
            sent = [self._say("BEGIN")] if begins else []
            for errand in errands:
                sent += self._send(errand)
            sent += [self._say("COMMIT")] if ends else []
            self._pgconn.pipeline_sync()
            refusal = self._take_all(sent)
            self._pgconn.exit_pipeline_mode()
        except BaseException:
            # Nobody knows what was said and what was not: such a connection is of no use to anybody.
            self._pgconn.finish()
            raise
        return refusal

    def _say(self, word: str) -> Sent:
        def take(result: PGresult) -> None:
            # Where something has failed before, PostgreSQL says ROLLBACK to a COMMIT, and calls it no error.
            if result.command_status != word.encode():
                raise RuntimeError(f"{word} was answered with {result.command_status!r}")

        self._pgconn.send_query_params(word.encode(), None)
        return word, take

    def _send(self, errand: Errand) -> list[Sent]:
        """Send a statement, and before the first of its kind how it is prepared."""
        sql = errand.words.sql
        name = self._names.get(sql)
        formats = [self._as_text] * len(errand.values)
        values = self._transformer.dump_sequence(errand.values, formats)
        first: list[Sent] = []
        if name is None:
            name = b"plain_%d" % next(self._numbers)
            self._pgconn.send_prepare(name, sql.encode())
            first.append((sql, lambda _result: self._names.update({sql: name})))
        self._pgconn.send_query_prepared(name, values)
        return [*first, (sql, lambda result: self._take(errand, result))]

    def _take(self, errand: Errand, result: PGresult) -> None:
        if errand.words.bring_rows:
            self._transformer.set_pgresult(result)
            errand.found = self._transformer.load_rows(0, result.ntuples, tuple)
            self._transformer.set_pgresult(None)
        errand.met, errand.described = result.command_tuples or 0, lambda: _described(result)

    def _take_all(self, sent: Sequence[Sent]) -> Exception | None:
        """Take the result of each command; return why the first was refused, after which none was run any more."""
        self._send_the_rest()
        refusal = None
        for words, take in sent:
            result = self._next()
            if result is not None and result.status in self._good:
                take(result)
            elif refusal is None:
                refusal, self._refused = refusal_of(result), words
                self._names.pop(words, None)  # a table may have changed since it was prepared
            if self._next() is not None:  # libpq says None behind each command
                raise refusal or RuntimeError("more than one result")
        synced = self._next()
        if synced is None or synced.status != self._synced:
            raise refusal or RuntimeError("no end")
        return refusal

    def _next(self) -> PGresult | None:
        while self._pgconn.is_busy():
            self._listening.poll()
            self._pgconn.consume_input()
        return self._pgconn.get_result()

    def _send_the_rest(self) -> None:
        """Send what did not go at once, while reading what comes: else each side might wait for the other."""
        while self._pgconn.flush():
            both = select.poll()
            both.register(self._pgconn.socket, select.POLLIN | select.POLLOUT)
            if any(event & select.POLLIN for _socket, event in both.poll()):
                self._pgconn.consume_input()


def _described(result: PGresult) -> list[tuple[str, int]]:
    return [((result.fname(at) or b"").decode(), result.ftype(at)) for at in range(result.nfields)]
