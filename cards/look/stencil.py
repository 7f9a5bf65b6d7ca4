"""The JSON of a piece that thousands of cards share, but for what is filled into its holes."""

from collections.abc import Iterable, Mapping
from typing import Any

import orjson


def hole(name: str) -> Any:
    """Return what stands in a piece where a text, a number or a row of pieces is filled in."""
    return f"\ue000{name}\ue001"  # for private use: nothing that we say has these


class Stencil:
    """A piece made into JSON once. Into its `holes` JSON is filled, into those of `within` what stands within its texts."""

    def __init__(self, piece: object, holes: Iterable[str], within: Iterable[str] = ()) -> None:
        sheet = orjson.dumps(piece).replace(b"%", b"%%")
        for name in holes:
            sheet = sheet.replace(orjson.dumps(hole(name)), f"%({name})b".encode())
        for name in within:
            sheet = sheet.replace(hole(name).encode(), f"%({name})b".encode())
        self._sheet = sheet

    def filled(self, given: Mapping[bytes, bytes]) -> bytes:
        """Return the piece as JSON."""
        return self._sheet % given


def said(text: str) -> bytes:
    """Return a text as JSON. LINE refuses an empty text, so nothing becomes a dash."""
    return orjson.dumps(text.strip() or "–")
