"""Open data of a fiscal year: a CSV that Excel opens in Thai, JSON, the data dictionary and the licence.

Text that a spreadsheet would run as a formula is defused in the CSV: it begins with an apostrophe there.
"""

import csv
import io
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from i18n import _, speaking

BOM = "\ufeff"
RUNS = ("=", "+", "-", "@", "\t", "\r", "\n")
SATANG_PER_BAHT = 100


@dataclass(frozen=True)
class Field:
    """`name` is the column's; `key` where it stands in a row of the announcement, satang there where unit is baht."""

    name: str
    key: str
    kind: str
    unit: str
    meaning: Callable[[], str]


FIELDS = (
    Field("activity_no", "no", "integer", "", lambda: _("Number of the activity in the year's plan")),
    Field("project", "project", "text", "", lambda: _("Project")),
    Field("strategic_issue", "strategic_issue", "text", "", lambda: _("Strategic issue")),
    Field("activity", "activity", "text", "", lambda: _("Activity")),
    Field("place", "place", "text", "", lambda: _("Place")),
    Field("agency", "agency", "text", "", lambda: _("Agency")),
    Field("funding_source", "funding_source", "text", "", lambda: _("Source of the budget")),
    Field("budget_baht", "budget_satang", "number", "baht", lambda: _("Budget after approved transfers")),
    Field("disbursed_baht", "disbursed_satang", "number", "baht", lambda: _("Disbursed since 1 October")),
    Field("remaining_baht", "remaining_satang", "number", "baht", lambda: _("Still to be disbursed")),
    Field("left_over_baht", "left_over_satang", "number", "baht", lambda: _("Left over")),
    Field("disbursed_percent", "percent", "number", "percent", lambda: _("Disbursed / budget × 100")),
    Field("progress_percent", "progress_percent", "number", "percent", lambda: _("Progress of the work")),
    Field("status", "status", "code", "", lambda: _("State of the work as reported")),
    Field("causes", "causes", "codes", "", lambda: _("Reported causes of delay, separated by spaces")),
    Field("latitude", "latitude", "number", "degrees", lambda: _("Latitude (WGS 84)")),
    Field("longitude", "longitude", "number", "degrees", lambda: _("Longitude (WGS 84)")),
    Field(
        "reported_as_of", "reported_as_of", "date", "", lambda: _("Day as of which the newest report stands")
    ),
)


def open_data(context: dict[str, Any]) -> dict[str, bytes]:
    """Return the files by name; `context` is that of an announcement with its paper's code."""
    stem = f"activities-{context['year_be']}"
    return {
        f"{stem}.csv": _csv([[field.name for field in FIELDS], *_csv_rows(context["rows"])]),
        f"{stem}.json": _json(context),
        "data-dictionary.csv": _csv(_dictionary()),
        "LICENCE.txt": _licence(context).encode(),
    }


def defused(text: str) -> str:
    """Return text that no spreadsheet runs."""
    return f"'{text}" if text.startswith(RUNS) else text


def _csv(rows: Sequence[Sequence[str]]) -> bytes:
    written = io.StringIO(newline="")
    csv.writer(written, lineterminator="\r\n").writerows(rows)
    return (BOM + written.getvalue()).encode("utf-8")


def _csv_rows(rows: Sequence[dict[str, Any]]) -> Iterator[list[str]]:
    for row in rows:
        yield [_in_csv(field, row[field.key]) for field in FIELDS]


def _in_csv(field: Field, value: Any) -> str:
    if value is None:
        return ""
    if field.unit == "baht":
        return f"{Decimal(value) / SATANG_PER_BAHT:.2f}"
    if isinstance(value, date):
        return value.isoformat()
    return defused(value) if isinstance(value, str) else str(value)


def _json(context: dict[str, Any]) -> bytes:
    whole = {
        "province": context["province"],
        "fiscal_year_be": context["year_be"],
        "as_of": context["as_of"].isoformat(),
        "code": context["paper"]["code"],
        "licence": context["names"]["licence"],
        "activities": [
            {field.name: _in_json(field, row[field.key]) for field in FIELDS} for row in context["rows"]
        ],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def _in_json(field: Field, value: Any) -> Any:
    if field.unit == "baht" and value is not None:
        return value / SATANG_PER_BAHT
    if isinstance(value, date):
        return value.isoformat()
    return float(value) if isinstance(value, Decimal) else value


def _dictionary() -> list[list[str]]:
    rows = [["field", "type", "unit", "meaning_th", "meaning_en"]]
    for field in FIELDS:
        meanings = []
        for language in ("th", "en"):
            with speaking(language):
                meanings.append(field.meaning())
        rows.append([field.name, field.kind, field.unit, *meanings])
    return rows


def _licence(context: dict[str, Any]) -> str:
    said = _(
        "Open data of {province}, fiscal year {year}. Licence: {licence}. Figures as reported, code {code}."
    )
    return said.format(
        province=context["province"],
        year=context["year_be"],
        licence=context["names"]["licence"],
        code=context["paper"]["code"],
    )
