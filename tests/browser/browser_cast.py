"""The people and the clock of the browser tests."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

BANGKOK = ZoneInfo("Asia/Bangkok")
SOMCHAI = "U" + "5a" * 16
MALI = "U" + "3a" * 16
GOVERNOR = "U" + "60" * 16
EVIL_NAME = '<img src=x onerror="document.title=1">'

CAST = [
    {"user_id": SOMCHAI, "name": "สมชาย", "role": "officer", "agency": "แขวงทางหลวงชนบทเพชรบุรี", "note": "กิจกรรม 13 14 15"},
    {"user_id": MALI, "name": "มาลี", "role": "head", "agency": "แขวงทางหลวงชนบทเพชรบุรี", "note": ""},
    {"user_id": "U" + "a0" * 16, "name": "อนงค์", "role": "admin", "agency": "สำนักงานจังหวัดเพชรบุรี", "note": ""},
    {"user_id": GOVERNOR, "name": "ท่านผู้ว่าฯ", "role": "executive", "agency": "จังหวัดเพชรบุรี", "note": ""},
    {"user_id": "U" + "b1" * 16, "name": "ประสิทธิ์", "role": "officer", "agency": "สำนักงานโยธาธิการและผังเมือง", "note": "กิจกรรม 20 21"},
    {"user_id": "U" + "e0" * 16, "name": EVIL_NAME, "role": "<b>", "agency": "", "note": "", "is_following": False},
]  # fmt: skip


class DemoClock:
    """A clock with one duty, on the 1st at 08:30: it reminds สมชาย and มาลี through the stand-in's API."""

    def __init__(self) -> None:
        self.at = datetime(2021, 4, 30, 9, 0, tzinfo=BANGKOK)
        self.bot: Any = None

    def now(self) -> datetime:
        return self.at

    def upcoming(self, n: int) -> list[dict[str, Any]]:
        due = self.at.replace(day=1, hour=8, minute=30)
        rows = []
        while len(rows) < n:
            if due > self.at:
                rows.append({"duty": "remind-officers", "due": due})
            due = (due + timedelta(days=32)).replace(day=1)
        return rows

    def advance_to(self, target: datetime) -> list[dict[str, Any]]:
        ran = []
        for row in self.upcoming(24):
            if row["due"] <= target:
                self.at = row["due"]
                for user_id in (SOMCHAI, MALI):
                    self.bot.push(user_id, [self.bot.reminder()])
                ran.append(row | {"counts": {"sent": 2, "skipped": 0}})
        self.at = target
        return ran
