"""What time it is. Only the edges ask; in demo mode the simulator may set it."""

import json
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

BANGKOK = ZoneInfo("Asia/Bangkok")


class Clock:
    """The machine's clock."""

    def now(self) -> datetime:
        """Return the moment, aware, in UTC."""
        return datetime.now(UTC)


class SettableClock(Clock):
    """A clock that runs on from whatever moment it was last set to, also across restarts where `kept_in` is given."""

    def __init__(self, start: datetime | None = None, kept_in: Path | None = None) -> None:
        self._lock = threading.Lock()
        self._offset = timedelta()
        self._kept_in = kept_in
        if kept_in is not None and kept_in.exists():
            self._offset = timedelta(
                seconds=json.loads(kept_in.read_text(encoding="utf-8"))["offset_seconds"]
            )
        elif start is not None:
            self.set(start)

    def now(self) -> datetime:
        with self._lock:
            return super().now() + self._offset

    def set(self, moment: datetime) -> None:
        with self._lock:
            self._offset = moment - super().now()
            if self._kept_in is not None:
                kept = {"offset_seconds": self._offset.total_seconds()}
                self._kept_in.write_text(json.dumps(kept), encoding="utf-8")


class StoppedClock(Clock):
    """A clock for tests: stands still until it is moved."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at

    def set(self, moment: datetime) -> None:
        self.at = moment
