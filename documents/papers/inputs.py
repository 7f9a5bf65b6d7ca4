"""A paper's data as canonical JSON and back: the same data give the same text, and so the same hash and code."""

import json
from datetime import date
from decimal import Decimal
from typing import Any

DATE, DECIMAL = "$date", "$decimal"


def in_json(context: dict[str, Any]) -> str:
    """Return the data as text; dates and decimals keep their kind."""
    return json.dumps(context, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_marked)


def from_json(text: str) -> dict[str, Any]:
    """Return the data that in_json() wrote."""
    found: dict[str, Any] = json.loads(text, object_hook=_unmarked)
    return found


def _marked(value: Any) -> dict[str, str]:
    if isinstance(value, date):
        return {DATE: value.isoformat()}
    if isinstance(value, Decimal):
        return {DECIMAL: str(value)}
    raise TypeError(f"a paper holds plain data, not {type(value).__name__}")


def _unmarked(found: dict[str, Any]) -> Any:
    if found.keys() == {DATE}:
        return date.fromisoformat(found[DATE])
    return Decimal(found[DECIMAL]) if found.keys() == {DECIMAL} else found
