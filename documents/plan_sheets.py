"""Opens a plan file by what it holds, not by what it is called, and returns its sheets."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path

from documents.csv_rows import read_csv
from documents.grid import Sheet
from documents.refusals import PlanFileRefused, Refusal
from documents.workbook_process import read_workbook
from documents.zip_check import MEGABYTE, check_zip

KINDS = (".csv", ".xlsx", ".xls", ".ods")
FILE_MB = 20
_ZIP = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED_XLSX = "EncryptedPackage".encode("utf-16-le")


@dataclass(frozen=True)
class PlanSheets:
    sheets: list[Sheet]
    is_cp874: bool = False


_opened: ContextVar[dict[Path, PlanSheets] | None] = ContextVar("opened", default=None)


@contextmanager
def opened_once() -> Iterator[None]:
    """Let a file that is read in several ways within the block be opened only once; blocks may stand in one another."""
    if _opened.get() is not None:
        yield
        return
    token = _opened.set({})
    try:
        yield
    finally:
        _opened.reset(token)


def open_sheets(path: Path) -> PlanSheets:
    """Return the sheets of a .csv, .xlsx, .xls or .ods file; raises PlanFileRefused for anything else."""
    known = _opened.get()
    if known is None:
        return _open(path)
    if path not in known:
        known[path] = _open(path)
    return known[path]


def _open(path: Path) -> PlanSheets:
    content = _content(path)
    if content.startswith(_ZIP):
        check_zip(path)
        return PlanSheets(read_workbook(path))
    if content.startswith(_OLD_OFFICE):
        if _LOCKED_XLSX in content:
            raise PlanFileRefused(Refusal.PASSWORD, path)
        return PlanSheets(read_workbook(path))
    if _is_web_page(content):
        raise PlanFileRefused(Refusal.WEB_PAGE, path)
    if path.suffix.lower() != ".csv":
        raise PlanFileRefused(Refusal.DAMAGED, path)
    sheet, is_cp874 = read_csv(path, content)
    return PlanSheets([sheet], is_cp874)


def _content(path: Path) -> bytes:
    if not path.is_file():
        raise PlanFileRefused(Refusal.MISSING, path)
    if path.suffix.lower() not in KINDS:
        raise PlanFileRefused(Refusal.KIND, path)
    if path.stat().st_size > FILE_MB * MEGABYTE:
        raise PlanFileRefused(Refusal.TOO_LARGE, path, FILE_MB)
    content = path.read_bytes()
    if not content.strip():
        raise PlanFileRefused(Refusal.EMPTY, path)
    return content


def _is_web_page(content: bytes) -> bool:
    head = content[:2_000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return head.startswith((b"<!doctype html", b"<html", b"<table", b"<head", b"<meta")) or b"<html" in head
