"""Webs and workers as real processes on one PostgreSQL, and people who write to them."""

import itertools
import random
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

from benchmarks.office import move_in
from benchmarks.running_bot import RunningBot, RunningWorker, settings_of
from tests.postgres import Postgres
from web.stand_in import LineStandIn

QUESTION = "ฉันคือใคร"  # answered with one message, whoever asks


@dataclass
class Processes:
    """What runs at one office, and LINE before it."""

    folder: Path
    line: LineStandIn
    postgres: Postgres
    database_url: str
    webs: list[RunningBot] = field(default_factory=list)
    workers: list[RunningWorker] = field(default_factory=list)
    asked: dict[str, int] = field(default_factory=dict)
    before: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._numbers = itertools.count(1)

    def move_in(self, people: int = 8) -> list[str]:
        """Put an office into the database, and return the ids of some of its people."""
        return move_in(self._settings(), self.line)[:people]

    def add_web(self, works: bool = False) -> RunningBot:
        """Start a web process; unless it `works`, tasks are the workers' business."""
        web = RunningBot(
            f"web{len(self.webs)}", self.folder, self._settings(WORK_IN_WEB="1" if works else "0")
        )
        self.webs.append(web)
        web.start()
        return web

    def add_worker(self) -> RunningWorker:
        worker = RunningWorker(f"worker{next(self._numbers)}", self.folder, self._settings())
        self.workers.append(worker)
        worker.start()
        return worker

    def _settings(self, **more: str) -> dict[str, str]:
        line = self.line
        made = settings_of(
            self.folder, line.channel_secret, line.access_token, line.base_url, self.database_url
        )
        return {**made, "THREADS": "3", **more}

    def ask(self, person: str, times: int = 1) -> None:
        """Let somebody write; each message comes in at one of the webs."""
        for _ in range(times):
            self.line.callback_url = random.choice(self.webs).callback_url
            self.line.say(person, QUESTION)
            self.asked[person] = self.asked.get(person, 0) + 1

    def begin(self, people: list[str]) -> None:
        """Count from here on."""
        self.asked = {}
        self.before = {person: self._said(person) for person in people}

    def answers(self, person: str) -> int:
        return self._said(person) - self.before.get(person, 0)

    def _said(self, person: str) -> int:
        return sum(each["from"] == "bot" for each in self.line.conversation(person))

    def all_answered(self, seconds: float) -> bool:
        """Wait until everybody has as many answers as they asked questions."""
        return self.line.wait_for(
            lambda: all(self.answers(person) >= count for person, count in self.asked.items()), seconds
        )

    def counts(self) -> dict[str, int]:
        return {person: self.answers(person) for person in self.asked}

    def forget_what_waits(self) -> None:
        """Give up every notice whose end nobody has written.

        A killed worker leaves such notices. Long after, LINE cannot be asked whether an answer had arrived, and it is
        said again, rather than never: to a later test that counts.
        """
        with psycopg.connect(self.database_url.replace("+psycopg", "")) as connection:
            connection.execute("UPDATE notices SET state = 'given_up' WHERE state = 'waiting'")

    def end_workers(self) -> None:
        for worker in self.workers:
            worker.kill()
        self.workers.clear()

    def end(self) -> None:
        self.end_workers()
        for web in self.webs:
            web.kill()
