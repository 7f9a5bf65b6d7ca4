"""Writes values for people, in the language now spoken; cards, documents, jobs and web call it.

Amounts are satang, percentages of work are Decimal, dates are CE and shown in the Buddhist era in Thai.
"""

from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from i18n import language
from thai.writing_dates import long_date, moment, month, short_date, short_month, weekday
from thai.writing_names import cause_long, cause_name, role_name, status_name, status_short

__all__ = [
    "baht", "baht_in_words", "baht_short", "cause_long", "cause_name", "long_date", "moment", "month",
    "percent", "role_name", "short_date", "short_month", "status_name", "status_short", "thai_digits",
    "weekday",
]  # fmt: skip

SATANG_PER_BAHT = 100
SHORTENED_FROM_BAHT = 100_000
_THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


def baht(satang: int, decimals: str = "auto") -> str:
    """Return "2,250,000 บาท"; satang are shown where there are any, or always with decimals="always"."""
    sign = "-" if satang < 0 else ""
    whole, rest = divmod(abs(satang), SATANG_PER_BAHT)
    amount = f"{sign}{whole:,}"
    if rest or decimals == "always":
        amount += f".{rest:02d}"
    return f"{amount} {'baht' if language() == 'en' else 'บาท'}"


def baht_short(satang: int) -> str:
    """Return "2.25 ล้าน" ("2.25M") for tight places.

    Rounded half up to two decimals of a million; below 100,000 baht written in full.
    """
    if abs(satang) < SHORTENED_FROM_BAHT * SATANG_PER_BAHT:
        return baht(satang)
    millions = (Decimal(satang) / SATANG_PER_BAHT / 1_000_000).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return _plain(millions) + ("M" if language() == "en" else " ล้าน")


@lru_cache(maxsize=10_001)
def percent(value: Decimal) -> str:
    """Return "45%" or "14.72%": half up to two decimals, without idle zeros; a duty writes the same ones all the time."""
    return _plain(value.quantize(Decimal("0.01"), ROUND_HALF_UP)) + "%"


def thai_digits(text: str) -> str:
    """Return `text` with ๐-๙ for 0-9, as official documents want."""
    return text.translate(_THAI_DIGITS)


def baht_in_words(satang: int) -> str:
    """Return the amount as documents spell it: "สองล้านสองแสนห้าหมื่นบาทถ้วน"."""
    from num2words import num2words  # reads every language at import: loaded where used

    amount = Decimal(satang) / SATANG_PER_BAHT
    if language() != "en":
        return str(num2words(amount, to="currency", lang="th", currency="THB"))
    whole, rest = divmod(abs(satang), SATANG_PER_BAHT)
    words = ("minus " if satang < 0 else "") + f"{num2words(whole)} baht"
    return words + (f" and {num2words(rest)} satang" if rest else "")


def _plain(value: Decimal) -> str:
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
