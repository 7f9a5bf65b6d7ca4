"""How templates write values: {{ budget|baht }}, {{ as_of|date }}; what is not known becomes dots to fill in by hand."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from rules.fiscal_year import BUDDHIST_ERA, fiscal_year_of
from thai import writing

SATANG_PER_BAHT = 100
DOTS = "....."
EMPTY, TICKED = "☐", "☑"


class AsWritten(str):
    """Text whose digits stay as they are in a document with Thai digits."""

    __slots__ = ()


def baht(satang: int | None) -> str:
    """Return "15,000,000", with satang where there are any; dots for an unknown amount."""
    if satang is None:
        return DOTS
    whole, rest = divmod(abs(satang), SATANG_PER_BAHT)
    sign = "-" if satang < 0 else ""
    return f"{sign}{whole:,}.{rest:02d}" if rest else f"{sign}{whole:,}"


def baht_and_satang(satang: int | None) -> str:
    """Return "15,000,000.00"; dots for an unknown amount."""
    if satang is None:
        return DOTS
    whole, rest = divmod(abs(satang), SATANG_PER_BAHT)
    return f"{'-' if satang < 0 else ''}{whole:,}.{rest:02d}"


def or_dash(satang: int | None) -> str:
    """Return the amount with satang, and "-" for nothing, as finance tables print it."""
    return "-" if satang == 0 else baht_and_satang(satang)


def count(number: int | None) -> str:
    return DOTS if number is None else f"{number:,}"


def percent(value: Decimal | None) -> str:
    """Return "14.72" with two decimals; dots where there is nothing to divide by."""
    return DOTS if value is None else f"{value:.2f}"


def whole_percent(value: Decimal | None) -> str:
    """Return "96" without idle decimals, as targets are printed."""
    return DOTS if value is None else f"{value.normalize():f}"


def on_date(day: date | None) -> str:
    """Return "30 เมษายน 2564"; dots for an unknown day."""
    return DOTS if day is None else writing.long_date(day)


def month(day: date | None) -> str:
    return DOTS if day is None else writing.month(day)


def calendar_year(day: date | None) -> str:
    """Return the Buddhist year in which a day lies."""
    return DOTS if day is None else str(day.year + BUDDHIST_ERA)


def fiscal_year(day: date | None) -> str:
    return DOTS if day is None else str(fiscal_year_of(day))


def tick(is_so: object) -> str:
    """Return a box, ticked or empty."""
    return TICKED if is_so else EMPTY


def or_dots(value: object) -> str:
    """Return the words, and dots to write on where there are none."""
    return str(value) if value not in (None, "") else "." * 40


def picture(_sha256: object, _width_cm: float = 0) -> str:
    """Show a kept photo; the document that is being made puts its own in this place (documents/papers/pictures)."""
    return ""


def chart(_shown: object, _width_cm: float = 0) -> str:
    """Draw a chart (documents/charts); the document that is being made puts its own picture in this place."""
    return ""


FILTERS: dict[str, Callable[..., str]] = {
    "baht": baht,
    "baht2": baht_and_satang,
    "dash": or_dash,
    "count": count,
    "percent": percent,
    "whole": whole_percent,
    "date": on_date,
    "month": month,
    "year": calendar_year,
    "fiscal_year": fiscal_year,
    "tick": tick,
    "dots": or_dots,
    "arabic": AsWritten,
    "picture": picture,
    "chart": chart,
}
# Of jinja's own filters, those that neither grow text without end nor reach into objects.
PLAIN_FILTERS = frozenset({"length", "first", "last", "default", "trim", "escape", "e", "string"})
