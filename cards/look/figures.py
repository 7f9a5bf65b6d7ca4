"""Figures drawn: bars for work and money, the three columns last, now and plan."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from cards.look.colours import INK, MUTED, RULE, WASH
from cards.look.pieces import Piece, columns, rows, rule, small, words


class Compared(NamedTuple):
    """One figure at three moments, already written for people."""

    label: str
    last: str
    now: str
    plan: str
    is_changed: bool = False


def share(part_satang: int | None, whole_satang: int) -> Decimal:
    """Return the part as percent of the whole, half up to two decimals; 0 where either is missing.

    Source: Lampang 2560 section 4 (percent = disbursed / budget x 100).
    """
    if not part_satang or whole_satang <= 0:
        return Decimal(0)
    return (Decimal(part_satang) * 100 / whole_satang).quantize(Decimal("0.01"), rounding="ROUND_HALF_UP")


def bar(percent: Decimal | None, color: str) -> Piece:
    """Return a bar filled to `percent`, held between 0 and 100."""
    filled = min(max(percent or Decimal(0), Decimal(0)), Decimal(100))
    # A sliver under one percent would look like nothing, and one percent is not nothing.
    width = max(filled, Decimal(1)) if filled else filled
    fill = rows(width=f"{width.normalize():f}%", height="8px", backgroundColor=color, cornerRadius="4px")
    return rows(
        fill if filled else None, height="8px", backgroundColor=RULE, cornerRadius="4px", spacing="none"
    )


def measured(label: str, value: str, percent: Decimal | None, color: str, detail: str = "") -> Piece:
    """Return a figure over its bar: what it is, how much, and one detail below."""
    line = columns(
        words(label, size="sm", color=MUTED, flex=0, wrap=False),
        words(value, size="md", weight="bold", align="end", wrap=False, adjustMode="shrink-to-fit"),
        alignItems="flex-end",
    )
    return rows(line, bar(percent, color), small(detail) if detail else None, spacing="xs")


def compare(heads: tuple[str, str, str], lines: Sequence[Compared]) -> Piece:
    """Return last, now and plan side by side, the present one bold and on its own ground."""
    head = columns(
        *[_cell(text, MUTED, is_now=column == 1) for column, text in enumerate(heads)], spacing="none"
    )
    body: list[Piece] = [head]
    for line in lines:
        body += [rule(), _compared(line)]
    return rows(*body, spacing="xs")


def _compared(line: Compared) -> Piece:
    cells = columns(
        _cell(line.last, MUTED),
        _cell(line.now, INK, is_now=True, is_bold=line.is_changed),
        _cell(line.plan, MUTED),
        spacing="none",
    )
    return rows(small(line.label, size="xxs"), cells, spacing="none")


def _cell(text: str, color: str, is_now: bool = False, is_bold: bool = False) -> Piece:
    cell = words(text, size=_size(text), color=color, align="center", maxLines=2)
    cell["weight"] = "bold" if is_bold else "regular"
    ground = {"backgroundColor": WASH, "cornerRadius": "6px"} if is_now else {}
    return rows(cell, flex=1, paddingAll="3px", justifyContent="center", **ground)


def _size(text: str) -> str:
    """Return a size at which the longest word keeps to one line: an amount broken in two is misread."""
    longest = max(len(word) for word in text.split() or [""])
    return "sm" if longest <= 10 else "xs" if longest <= 12 else "xxs"
