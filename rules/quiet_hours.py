"""When people may be written to: not in the evening, not at night, not on days off; the notices' verbs call it.

Moments are of the province's own time. Source: our choice, office hours with room for those who come early.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from rules.calendar import WorkCalendar

# The day's post goes out with the duties of this hour, so that one push can carry all of them.
POST_HOUR = time(8, 30)
NOON = time(12)
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class QuietHours:
    """The bot is quiet from `begin` in the afternoon or evening to `end` the next morning, and on days off."""

    begin: time = time(18)
    end: time = time(8)

    def is_sound(self) -> bool:
        """Return whether these are hours of one night: begin after noon, end before it."""
        return self.end <= NOON <= self.begin

    def is_quiet(self, moment: datetime, calendar: WorkCalendar) -> bool:
        """Return whether nobody is written to at `moment`."""
        return self.opens_at(moment, calendar) != moment

    def opens_at(self, moment: datetime, calendar: WorkCalendar) -> datetime:
        """Return the first moment from `moment` on at which people may be written to."""
        return _first_open(moment, self.end, self.begin, calendar)

    def posts(self, moment: datetime, calendar: WorkCalendar) -> Iterator[datetime]:
        """Yield when what is planned may go out: now or in the coming morning, then each next working morning."""
        begin = max(self.end, POST_HOUR)
        at = _first_open(moment, begin, self.begin, calendar)
        while True:
            yield at
            at = _first_open(_morning(at, begin) + _DAY, begin, self.begin, calendar)


def _first_open(moment: datetime, begin: time, end: time, calendar: WorkCalendar) -> datetime:
    while True:
        if calendar.is_working_day(moment.date()):
            if begin <= moment.time() < end:
                return moment
            if moment.time() < begin:
                return _morning(moment, begin)
        moment = _morning(moment, time()) + _DAY


def _morning(moment: datetime, hour: time) -> datetime:
    return datetime.combine(moment.date(), hour, moment.tzinfo)
