"""The words the simulator's clock knows, Thai and English, with what each one says."""

import functools
from typing import Any

from babel.dates import get_day_names

from i18n import _, speaking
from thai.calendar_names import MONTHS_ENGLISH, MONTHS_LONG, MONTHS_SHORT

Word = tuple[str, Any]


@functools.cache
def lexicon() -> dict[str, Word]:
    """Return {word: (what it says, value)}, longest first, so that "วันจันทร์" is read before "วัน"."""
    words = _months() | _weekdays()
    for language in ("en", "th"):
        with speaking(language):
            for group, says in _groups().items():
                words |= {word.strip(): says for word in group.split("|")}
    return dict(sorted(words.items(), key=lambda pair: -len(pair[0])))


def _groups() -> dict[str, Word]:
    return {
        _("minutes|minute|min"): ("unit", "minutes"),
        _("hours|hour|hrs|hr"): ("unit", "hours"),
        _("days|day"): ("unit", "days"),
        _("weeks|week"): ("unit", "weeks"),
        _("months|month"): ("unit", "months"),
        _("in|after"): ("sign", True),
        _("next|coming"): ("is_next", True),
        _("today|now"): ("days_ahead", 0),
        _("tomorrow|tmr"): ("days_ahead", 1),
        _("at|on|the|of|date|time"): ("filler", None),
    }


def _months() -> dict[str, Word]:
    words: dict[str, Word] = {"sept": ("month", 9)}
    for names in (MONTHS_ENGLISH, MONTHS_LONG, MONTHS_SHORT):
        words |= {name.lower(): ("month", number) for number, name in enumerate(names, 1)}
    words |= {name[:3].lower(): ("month", number) for number, name in enumerate(MONTHS_ENGLISH, 1)}
    return words | {name.replace(".", ""): ("month", number) for number, name in enumerate(MONTHS_SHORT, 1)}


def _weekdays() -> dict[str, Word]:
    words: dict[str, Word] = {}
    for number in range(7):
        english = get_day_names("wide", locale="en")[number].lower()
        thai = get_day_names("wide", locale="th")[number]
        for word in (english, english[:3], thai, thai.removeprefix(_day_in_thai())):
            words[word] = ("weekday", number)
    return words


def _day_in_thai() -> str:
    with speaking("th"):
        return _("days|day").split("|")[0]
