"""A bot under siege: people write, a duty falls due, and processes are killed at random; in the end everything is counted.

LINE delivers again what was not answered with 200, so every event of a round is delivered once more after the restart,
also those that had been stored, and some twice.
"""

import random
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from benchmarks.office import move_in
from benchmarks.running_bot import RunningBot, RunningProcess, RunningWorker, settings_of
from engine.clock import BANGKOK
from engine.database import Database
from models.fire import Fire
from models.inbox import Event, Handled, lanes_waiting
from models.notice import Notice, Sent
from models.plan import Activity
from models.report import Report
from samples.cast import officer_of
from web.stand_in import LineStandIn, redelivered

# Twenty seconds before the reminders of May 2021 fall due; the 1st was a Saturday.
BEGINS = datetime(2021, 5, 3, 8, 29, 40, tzinfo=BANGKOK)
QUESTIONS = ("ฉันคือใคร", "ช่วยเหลือ", "กำหนดส่ง")  # each is answered with one message, whoever asks
ACTIVITY = 13
SECONDS_TO_ANSWER = 90.0


class Server(Protocol):
    """A database server that can be killed and started again."""

    def crash(self) -> None: ...

    def start_again(self) -> None: ...


@dataclass
class Counts:
    """What a siege did, and what went wrong in it."""

    kills: Counter[str] = field(default_factory=Counter)
    messages: int = 0
    confirmed: int = 0
    reminders: int = 0
    answered_twice: int = 0
    rested_after: float = 0.0
    wrong: list[str] = field(default_factory=list)


class Siege:
    """One bot: a web process on SQLite, or, with a `server`, one web and two workers on its `database_url`."""

    def __init__(
        self, folder: Path, people: int = 10, server: Server | None = None, database_url: str | None = None
    ) -> None:
        self.off = (BEGINS - datetime.now(UTC)).total_seconds()
        self.line = LineStandIn(now=lambda: datetime.now(UTC) + timedelta(seconds=self.off)).start()
        self.server = server
        line = self.line
        given = settings_of(folder, line.channel_secret, line.access_token, line.base_url, database_url)
        self.database_url = given["DATABASE_URL"]
        self.everybody = move_in(given, line, self.off)
        self.officer = officer_of(ACTIVITY).line_user_id
        self.people = [person for person in self.everybody if person != self.officer][:people]
        if server is not None:
            given["WORK_IN_WEB"] = "0"
        self.web = RunningBot("web", folder, given, self.off)
        count = 0 if server is None else 2
        self.workers = [RunningWorker(f"worker{n}", folder, given, self.off) for n in range(count)]
        self.line.callback_url = self.web.callback_url
        self.events: list[dict[str, Any]] = []
        self.counts = Counts()

    def start(self) -> None:
        for process in self._processes:
            process.launch()
        self.web.wait_until_ready()

    def end(self) -> None:
        for process in self._processes:
            process.kill()
        self.line.stop()

    @property
    def _processes(self) -> list[RunningProcess]:
        return [self.web, *self.workers]

    def round(self, kills: int, trouble: Callable[[LineStandIn], None] | None = None) -> None:
        """Let everybody write at once, kill in the middle of it, start again, and deliver everything again."""
        events: list[dict[str, Any]] = []
        writers = [threading.Thread(target=self._write, args=(person, events)) for person in self.people]
        reporter = threading.Thread(target=self._report)
        for thread in (*writers, reporter):
            thread.start()
        if trouble is not None:
            trouble(self.line)
        for _ in range(kills):
            time.sleep(random.uniform(0.05, 0.6))
            self._kill_one()
        for writer in writers:
            writer.join()
        self.web.wait_until_ready()
        self._deliver_again(events)
        self.events += events
        reporter.join()

    def _kill_one(self) -> None:
        """Kill a process, or PostgreSQL, and start it again."""
        names = ["web", *(f"worker {n}" for n in range(len(self.workers)))]
        name = random.choice([*names, "postgresql"] if self.server else names)
        self.counts.kills[name] += 1
        if self.server is not None and name == "postgresql":
            self.server.crash()
            time.sleep(random.uniform(0, 1))
            self.server.start_again()
        else:
            process = self._processes[names.index(name)]
            process.kill()
            process.launch()

    def _write(self, person: str, events: list[dict[str, Any]]) -> None:
        for question in QUESTIONS:
            events.append(self.line.say(person, question))
            time.sleep(random.uniform(0, 0.2))

    def _deliver_again(self, events: list[dict[str, Any]]) -> None:
        again = [*events, *random.sample(events, len(events) // 4)]
        random.shuffle(again)
        for event in again:
            self._deliver(event)

    def _deliver(self, event: dict[str, Any]) -> None:
        until = time.monotonic() + SECONDS_TO_ANSWER
        while self.line.deliver([redelivered(event)]) != 200:
            if time.monotonic() > until:
                raise SystemExit("the bot takes nothing in any more:\n" + self.web.log()[-2000:])
            time.sleep(0.1)

    def _report(self) -> None:
        """Report an activity and confirm what is shown, each message again until LINE has its 200."""
        self.counts.confirmed += 1
        percent = f"{40 + self.counts.confirmed / 10:g}%"
        lines = ((f"{ACTIVITY} {percent} เบิกแล้ว 3 ล้าน", "ถูกต้องไหม"), ("ยืนยัน", "บันทึกแล้ว"))
        for words, answer in lines:
            event = self.line.say(self.officer, words)
            self.events.append(event)
            self._deliver(event)
            # A reminder, or an earlier answer that comes again, may come first.
            self.line.wait_for(partial(self._has_read, answer, percent), SECONDS_TO_ANSWER)

    def _has_read(self, answer: str, percent: str) -> bool:
        """Return whether the officer has been shown this card with this figure."""
        with self.line.world.changed:
            entries = [
                each["message"]
                for each in self.line.world.chats[self.officer].entries
                if each["from"] == "bot"
            ]
        read = [each.get("altText") or each.get("text") or "" for each in entries]
        return any(each.startswith(answer) and f" {percent} " in each for each in read)

    def judge(self) -> Counts:
        """Wait until the bot has come to rest, and say what was lost or done twice."""
        began = time.monotonic()
        db = Database(self.database_url)
        while self._waits(db) and time.monotonic() - began < SECONDS_TO_ANSWER:
            time.sleep(0.5)
        self.counts.rested_after = time.monotonic() - began
        with db.read() as session:
            self._judge_events(session)
            self._judge_messages(session)
            self._judge_duties(session)
        db.close()
        self.counts.messages = len(self.events)
        return self.counts

    def _waits(self, db: Database) -> bool:
        soon = self.line.world.now() + timedelta(minutes=2)
        with db.read() as session:
            due = select(Notice.id).where(Notice.state == Sent.WAITING, Notice.not_before < soon)
            ran = select(Fire.id).where(Fire.duty == "remind-officers", Fire.finished_at.is_not(None))
            return (
                bool(lanes_waiting(session)) or bool(session.scalar(due.limit(1))) or not session.scalar(ran)
            )

    def _judge_events(self, session: Session) -> None:
        """Each event was stored once and handled, and each answered with one message."""
        handled = {row.webhook_event_id: row.state for row in session.scalars(select(Event))}
        answers = select(Notice.key, Notice.state).where(Notice.kind == "answer")
        answered = {row.key: row.state for row in session.execute(answers)}
        for event in self.events:
            state = handled.get(event["webhookEventId"])
            if state is not Handled.DONE or answered.get(event["webhookEventId"]) is not Sent.SENT:
                self.counts.wrong.append(f"an event was lost or left: {state}")

    def _judge_messages(self, session: Session) -> None:
        """LINE took each message once: as many for each person as the bot says that it sent them."""
        sent = (
            select(Notice.recipient, func.count().label("total"))
            .where(Notice.state == Sent.SENT, Notice.how != "carried")  # those go with another
            .group_by(Notice.recipient)
        )
        meant = {row.recipient: row.total for row in session.execute(sent)}
        took = Counter(row["to"] for row in self.line.sent)
        late = select(Notice.recipient).where(Notice.kind == "answer", Notice.how == "push")
        pushed = Counter(session.scalars(late))
        for person in meant.keys() | took.keys():
            more = took[person] - meant.get(person, 0)
            # docs/reliability.md: a reply whose end nobody saw is pushed once its token has expired.
            if 0 <= more <= pushed[person]:
                self.counts.answered_twice += more
            else:
                self.counts.wrong.append(f"LINE took {took[person]} messages for {meant.get(person, 0)} sent")
        twice = [key for key, count in self.line.accepted.items() if count > 1]
        self.counts.wrong += [f"a push was accepted twice: {key}" for key in twice]
        reports = (
            select(Report.id)
            .join(Activity)
            .where(Activity.no == ACTIVITY, Report.sent_at >= BEGINS - timedelta(minutes=1))
        )
        stored = len(session.scalars(reports).all())
        if stored != self.counts.confirmed:
            self.counts.wrong.append(f"{self.counts.confirmed} reports confirmed, {stored} stored")

    def _judge_duties(self, session: Session) -> None:
        """The duty ran once and nobody was left out."""
        fires = session.scalars(select(Fire).where(Fire.duty == "remind-officers")).all()
        written = select(Notice.state).where(Notice.kind == "reminder")
        states = Counter(session.scalars(written))
        self.counts.reminders = states[Sent.SENT]
        if [bool(fire.finished_at) for fire in fires] != [True]:
            self.counts.wrong.append(f"the reminders ran {len(fires)} times")
        if not states[Sent.SENT] or set(states) - {Sent.SENT, Sent.CARRIED}:
            self.counts.wrong.append(f"reminders: {dict(states)}")
