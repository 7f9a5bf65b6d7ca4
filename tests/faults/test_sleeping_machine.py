"""The real process sleeps over the 1st, far from Thailand, and wakes up three days later."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import select

from benchmarks.office import move_in
from benchmarks.running_bot import RunningBot, settings_of
from engine.clock import BANGKOK
from engine.database import Database
from models.fire import Fire
from samples.cast import officer_of
from tests.days import moment
from web.stand_in import LineStandIn


class Sleeper:
    """The real process on a machine in New York, which sleeps and wakes up at whatever moment; LINE keeps its time."""

    def __init__(self, folder):
        self.off = timedelta()
        self.line = LineStandIn(now=lambda: datetime.now(UTC) + self.off).start()
        line = self.line
        self.folder = folder
        self.given = settings_of(folder, line.channel_secret, line.access_token, line.base_url)
        self.given |= {"TZ": "America/New_York", "THREADS": "2"}
        self._set(moment(5, 31, 17))
        move_in(self.given, line, self.off.total_seconds())
        self.bot = None

    def _set(self, at):
        self.off = at - datetime.now(UTC)

    def wakes_up(self, at):
        self._set(at)
        self.bot = RunningBot(f"bot-{at:%d}", self.folder, self.given, self.off.total_seconds())
        self.bot.start()

    def sleeps(self):
        self.bot.kill()

    def reminded(self):
        """Return how many reminders of May each officer was pushed."""
        words = [(row["to"], row["at"]) for row in self.line.sent if row["how"] == "push"]
        return Counter(to for to, at in words if at.astimezone(BANGKOK).date() == date(2021, 6, 4))


def test_the_real_process_slept_over_the_first_and_wakes_up_on_the_4th(tmp_path):
    sleeper = Sleeper(tmp_path)
    try:
        sleeper.wakes_up(moment(5, 31, 18))
        sleeper.sleeps()
        for _ in range(2):  # and once more: what was made up is not made up again
            sleeper.wakes_up(moment(6, 4, 9))
            assert sleeper.line.wait_for(lambda: sleeper.reminded()[officer_of(13).line_user_id], 30)
            sleeper.sleeps()
        assert set(sleeper.reminded().values()) == {1}
        db = Database(sleeper.given["DATABASE_URL"])
        with db.read() as session:
            due = select(Fire.due_at).where(Fire.duty == "remind-officers", Fire.due_at > moment(5, 31))
            assert list(session.scalars(due)) == [moment(6, 1)]
        db.close()
    finally:
        sleeper.sleeps()
        sleeper.line.stop()
