"""Reads the name of a weekday in Thai or English."""

from thai.calendar_names import WEEKDAYS, WEEKDAYS_ENGLISH

_SHORT = ("จันทร์", "อังคาร", "พุธ", "พฤหัส", "ศุกร์", "เสาร์", "อาทิตย์")


def read_weekday(text: str) -> int | None:
    """Return 0 for Monday to 6 for Sunday, None where `text` (in lower case) names no weekday."""
    for at in range(7):
        names = (WEEKDAYS[at], _SHORT[at], WEEKDAYS_ENGLISH[at].lower())
        if any(name in text for name in names):
            return at
    return None
