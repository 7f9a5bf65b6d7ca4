"""JSON as it is written into the database, and as it is read from there."""

import json
from typing import Any

_read = json.JSONDecoder().decode


def json_text(value: Any) -> str:
    """Return a value as JSON: what the fast writer refuses, such as half a letter or 30 digits, Python's own writes."""
    import orjson  # a process that only takes in does without

    try:
        return orjson.dumps(value).decode()
    except orjson.JSONEncodeError:
        return json.dumps(value)


def json_value(text: str | bytes) -> Any:
    """Return what JSON in UTF-8 says; the fast reader would make 30 digits a float, and json.loads guess the encoding."""
    return _read(text if isinstance(text, str) else text.decode())
