"""The JSON of a piece that thousands of cards share, but for what is filled into its holes."""

from collections.abc import Mapping
from typing import Any

import orjson


def hole(name: str) -> Any:
    """Return what stands in a piece where something is filled in: a text, a number, or pieces one after another."""
    return f"\ue000{name}\ue001"  # for private use: nothing that we say has these


class Stencil:
    """A piece made into JSON once."""

    def __init__(self, piece: object, *holes: str) -> None:
        sheet = orjson.dumps(piece).replace(b"%", b"%%")
        for name in holes:
            sheet = sheet.replace(orjson.dumps(hole(name)), f"%({name})b".encode())
        self._sheet = sheet

    def filled(self, given: Mapping[bytes, bytes]) -> bytes:
        """Return the piece as JSON; what is given for each hole is JSON as well."""
        return self._sheet % given


def said(text: str) -> bytes:
    """Return a text as JSON. LINE refuses an empty text, so nothing becomes a dash."""
    return orjson.dumps(text.strip() or "–")
