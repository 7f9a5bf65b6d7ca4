"""The few marks in which the shipped templates are written; scripts/draw_templates.py turns them into .docx.

    @title …          what the paper is called        @digits thai      fill in with Thai digits
    @landscape        A4 on its side                  @size 15          letters in points, else 16
    @header … @footer …  above and below every page; {PAGE} is the number of the page
    === …             large, bold, centred            == …              bold, centred
    ^ …               centred                         # …               bold, to the left
    . …               a paragraph, first line set in  - …               an item, further lines set in
    ~ …               the place for a signature       > …               to the right
    ---               a new page                      (blank)           nothing; a line with only _ is an empty one
    {%p … %}          a loop or condition around paragraphs, alone on its line
    [table 2.5 7 3]   a table with columns of these centimetres; [table:13 …] with letters of 13 points
    [plain 8 8]       the same without lines, to set things side by side
    |! a | b          a heading row, repeated on each page; a cell that is only < joins the cell before it
    | a | >b | ^c     a row; > sets a cell to the right, ^ centres it; // begins a new paragraph in the cell
    |= a | b          a row in bold                   |% {%tr … %}      a loop around rows
    [end]
Words between ** are bold. Everything else is Word's own, and can be changed there.
"""

import re
from dataclasses import dataclass, field
from typing import Any

BOLD = re.compile(r"(\*\*.+?\*\*)")


@dataclass
class Line:
    """One paragraph or row: `mark` says what kind, `cells` holds a row's cells."""

    mark: str
    text: str = ""
    cells: list[str] = field(default_factory=list)


@dataclass
class Table:
    widths_cm: list[float]
    size: float | None
    rows: list[Line] = field(default_factory=list)
    has_lines: bool = True


@dataclass
class Template:
    """A template as it was written; `settings` are the lines with @."""

    settings: dict[str, str] = field(default_factory=dict)
    headers: list[str] = field(default_factory=list)
    footers: list[str] = field(default_factory=list)
    body: list[Line | Table] = field(default_factory=list)


MARKS = ("===", "==", "^", "#", ".", "-", "~", ">")


def read_template(text: str) -> Template:
    """Return the template that `text` describes."""
    template, table = Template(), None
    for raw in text.splitlines():
        line = raw.strip()
        if table is not None:
            table = None if line == "[end]" else _add_row(table, line)
        elif line.startswith("@"):
            _set(template, *line[1:].partition(" ")[::2])
        elif line.startswith(("[table", "[plain")):
            table = _table(line)
            template.body.append(table)
        elif line:
            template.body.append(_line(line))
    return template


def pieces(text: str) -> list[tuple[str, bool]]:
    """Return the words of a paragraph with whether they are bold."""
    parts = [(part[2:-2], True) if BOLD.fullmatch(part) else (part, False) for part in BOLD.split(text)]
    return [part for part in parts if part[0]]


def _set(template: Template, name: str, value: str) -> None:
    lists: dict[str, Any] = {"header": template.headers, "footer": template.footers}
    if name in lists:
        lists[name].append(value)
    else:
        template.settings[name] = value


def _line(line: str) -> Line:
    if line == "---":
        return Line("page")
    for mark in MARKS:
        if line.startswith(mark + " "):
            return Line(mark, line[len(mark) + 1 :].strip())
    return Line("", "" if line == "_" else line)


def _table(line: str) -> Table:
    head, *widths = line.strip("[]").split()
    size = head.partition(":")[2]
    return Table(
        [float(width) for width in widths],
        float(size) if size else None,
        has_lines=head.startswith("table"),
    )


def _add_row(table: Table, line: str) -> Table:
    if line:
        mark = line[1] if line[1] in "!%=" else ""
        rest = line[1 + len(mark) :]
        cells = (
            [rest.strip()]
            if mark == "%"
            else [cell.strip() for cell in re.split(r"(?:^|\s)\|(?=\s|$)", rest)]
        )
        table.rows.append(Line(mark, cells=cells))
    return table
