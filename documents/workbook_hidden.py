"""Learns which rows and columns of a workbook's sheets are hidden; workbook_child calls it within its limits.

The sheets' XML is streamed and nothing of it is kept but the spans. A document type, and with it every entity, is
refused: no program for sheets writes one. In an .xls file nothing is learned: its sheets are no XML.
"""

import posixpath
import re
import zipfile
from collections.abc import Callable
from xml.parsers import expat  # a document type ends the parsing, see _refuse

SPANS = 20_000  # as many as rows may be printed
ROWS, COLUMNS = 1_048_576, 16_384
CHUNK = 64 * 1024
OVERLAP = 32
ZIP = b"PK\x03\x04"
ODS_HIDDEN = ("collapse", "filter")
# Most sheets hide nothing: they are searched for these, which is quick, and not parsed.
_TELLING = re.compile(rb"""hidden|visibility|<!DOCTYPE|(?:ht|width)\s*=\s*["']\s*0""")

Attributes = dict[str, str]
OnStart = Callable[[str, Attributes], None]


class TooManySpans(Exception):
    """Every other row is hidden, all the way down: more than a plan can hold."""


class HostileXml(Exception):
    """The XML declares a document type, as entities need one."""


class Spans:
    """Hidden rows or columns as spans of numbers; ends are included."""

    def __init__(self, highest: int) -> None:
        self.highest = highest
        self._spans: list[list[int]] = []

    def add(self, first: int, last: int) -> None:
        first, last = max(first, 0), min(last, self.highest)
        if first > last:
            return
        if self._spans and self._spans[-1][0] <= first <= self._spans[-1][1] + 1:
            self._spans[-1][1] = max(self._spans[-1][1], last)
            return
        self._spans.append([first, last])
        if len(self._spans) > SPANS:
            raise TooManySpans

    def joined(self) -> list[list[int]]:
        """Return the spans in order, none touching another."""
        found = Spans(self.highest)
        for first, last in sorted(self._spans):
            found.add(first, last)
        return found._spans


class Hidden:
    """What one sheet hides: rows from 1, columns from 0."""

    def __init__(self) -> None:
        self.rows, self.columns = Spans(ROWS), Spans(COLUMNS)


def hidden_by_sheet(path: str) -> Callable[[str], Hidden | None]:
    """Return what tells by a sheet's name what it hides, or None where that cannot be seen."""
    with open(path, "rb") as source:  # noqa: PTH123 (pathlib costs start-up time here)
        is_zip = source.read(len(ZIP)) == ZIP
    if not is_zip:
        return lambda _name: None
    archive = zipfile.ZipFile(path)
    if "xl/workbook.xml" in archive.namelist():
        parts = _xlsx_parts(archive)
        return lambda name: _of_xlsx_sheet(archive, parts[name]) if name in parts else None
    return _of_ods(archive).get


def _xlsx_parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """Return the part of the archive that holds each sheet, by the sheet's name."""
    ids: dict[str, str] = {}
    targets: dict[str, str] = {}

    def on_sheet(tag: str, attributes: Attributes) -> None:
        if tag == "sheet":
            ids[attributes.get("name", "")] = attributes.get("id", "")

    def on_relation(tag: str, attributes: Attributes) -> None:
        if tag == "Relationship":
            targets[attributes.get("Id", "")] = attributes.get("Target", "")

    _parse(archive, "xl/workbook.xml", on_sheet)
    _parse(archive, "xl/_rels/workbook.xml.rels", on_relation)
    known = set(archive.namelist())
    parts = {name: _resolved(targets[each]) for name, each in ids.items() if each in targets}
    return {name: part for name, part in parts.items() if part in known}


def _resolved(target: str) -> str:
    return posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")


def _of_xlsx_sheet(archive: zipfile.ZipFile, part: str) -> Hidden:
    found = Hidden()
    row = 0

    def on_start(tag: str, attributes: Attributes) -> None:
        nonlocal row
        if tag == "row":
            row = int(attributes.get("r", row + 1))
            if _is_unseen(attributes, "ht"):
                found.rows.add(row, row)
        elif tag == "col" and _is_unseen(attributes, "width"):
            found.columns.add(int(attributes["min"]) - 1, int(attributes["max"]) - 1)

    if _is_telling(archive, part):
        _parse(archive, part, on_start)
    return found


def _is_unseen(attributes: Attributes, size: str) -> bool:
    """Return whether a row or column is hidden, or has no height or width, which looks the same."""
    return attributes.get("hidden") in ("1", "true") or float(attributes.get(size, 1)) == 0


def _of_ods(archive: zipfile.ZipFile) -> dict[str, Hidden]:
    sheets: dict[str, Hidden] = {}
    depth = row = column = 0
    now = Hidden()

    def on_start(tag: str, attributes: Attributes) -> None:
        nonlocal depth, row, column, now
        is_unseen = attributes.get("visibility") in ODS_HIDDEN
        if tag == "table":
            depth += 1
            if depth == 1:
                row, column, now = 1, 0, sheets.setdefault(attributes.get("name", ""), Hidden())
        elif tag == "table-row" and depth == 1:
            count = int(attributes.get("number-rows-repeated", 1))
            if is_unseen:
                now.rows.add(row, row + count - 1)
            row += count
        elif tag == "table-column" and depth == 1:
            count = int(attributes.get("number-columns-repeated", 1))
            if is_unseen:
                now.columns.add(column, column + count - 1)
            column += count

    def on_end(tag: str) -> None:
        nonlocal depth
        depth -= tag == "table"

    _parse(archive, "content.xml", on_start, on_end)
    return sheets


def _is_telling(archive: zipfile.ZipFile, part: str) -> bool:
    """Return whether a part says anything of hiding; one that is not written in bytes like ASCII may."""
    tail = b""
    with archive.open(part) as source:
        while chunk := source.read(CHUNK):
            if _TELLING.search(tail + chunk) or b"\0" in chunk:
                return True
            tail = chunk[-OVERLAP:]
    return False


def _parse(
    archive: zipfile.ZipFile, part: str, on_start: OnStart, on_end: Callable[[str], None] | None = None
) -> None:
    """Stream one part; tags and attributes are given without the prefixes of their namespaces."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = _refuse
    parser.StartElementHandler = lambda tag, attributes: on_start(
        _local(tag), {_local(name): said for name, said in attributes.items()}
    )
    if on_end is not None:
        parser.EndElementHandler = lambda tag: on_end(_local(tag))
    with archive.open(part) as source:
        while chunk := source.read(CHUNK):
            parser.Parse(chunk, False)
    parser.Parse(b"", True)


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _refuse(*_declared: object) -> None:
    raise HostileXml
