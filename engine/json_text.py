"""JSON as it is written into the database."""

import json
from typing import Any


def json_text(value: Any) -> str:
    """Return a value as JSON: what the fast writer refuses, such as half a letter or 30 digits, Python's own writes."""
    import orjson  # a process that only takes in does without

    try:
        return orjson.dumps(value).decode()
    except orjson.JSONEncodeError:
        return json.dumps(value)
