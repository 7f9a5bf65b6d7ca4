"""Rows and columns that a plan's sheets hide: most are old or dropped lines, so a person says whether they count."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

NAMED_AT_MOST = 12


class Hidden(StrEnum):
    """What becomes of hidden rows and columns: to be asked, read like others, or left out."""

    ASK = "ask"
    READ = "read"
    LEAVE = "leave"


@dataclass(frozen=True)
class HiddenParts:
    """What one sheet hides of its plan: the rows of activities and the letters of columns in use."""

    sheet: str
    rows: tuple[int, ...]
    columns: tuple[str, ...]
    choice: Hidden


def runs(numbers: Iterable[int]) -> str:
    """Return row numbers for people: "12, 13, 20–24"."""
    spans: list[list[int]] = []
    for number in sorted(numbers):
        if spans and spans[-1][1] == number - 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    written = [
        ", ".join(map(str, range(first, last + 1))) if last - first < 2 else f"{first}–{last}"
        for first, last in spans
    ]
    return ", ".join(written[:NAMED_AT_MOST]) + (" …" if len(written) > NAMED_AT_MOST else "")
