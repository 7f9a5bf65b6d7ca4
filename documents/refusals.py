"""Why a plan file is not read at all: one clear line that says what to do; all readers here raise it."""

from enum import StrEnum
from pathlib import Path

from i18n import _


class Refusal(StrEnum):
    MISSING = "MISSING"
    EMPTY = "EMPTY"
    TOO_LARGE = "TOO_LARGE"
    UNPACKS_TOO_LARGE = "UNPACKS_TOO_LARGE"
    NEEDS_TOO_MUCH = "NEEDS_TOO_MUCH"
    TOO_SLOW = "TOO_SLOW"
    TOO_MANY_ROWS = "TOO_MANY_ROWS"
    KIND = "KIND"
    WEB_PAGE = "WEB_PAGE"
    PASSWORD = "PASSWORD"  # noqa: S105 (a reason, not a secret)
    DAMAGED = "DAMAGED"
    ENCODING = "ENCODING"
    NO_TABLE = "NO_TABLE"
    NO_KNOWN_TABLE = "NO_KNOWN_TABLE"


class PlanFileRefused(Exception):
    """The file is not read; `reason` is one line for people, `code` is for tests and counts."""

    def __init__(self, code: Refusal, path: Path, limit: int = 0) -> None:
        self.code, self.limit = code, limit
        self.reason = _reason(code).format(file=path.name, limit=f"{limit:,}")
        super().__init__(self.reason)


def _reason(code: Refusal) -> str:
    return {**_about_size(), **_about_kind()}[code]


def _about_size() -> dict[Refusal, str]:
    return {
        Refusal.MISSING: _("There is no file {file}."),
        Refusal.EMPTY: _("{file} is empty."),
        Refusal.TOO_LARGE: _(
            "{file} is larger than {limit} MB. Keep only the plan's sheets and send it again."
        ),
        Refusal.UNPACKS_TOO_LARGE: _(
            "{file} unpacks to more than {limit} MB. Copy the plan's cells into a new workbook and send that."
        ),
        Refusal.NEEDS_TOO_MUCH: _(
            "{file} reaches far beyond a plan. Copy the plan's cells into a new workbook and send that."
        ),
        Refusal.TOO_SLOW: _(
            "{file} takes over {limit} seconds to read. Copy the plan's cells into a new workbook."
        ),
        Refusal.TOO_MANY_ROWS: _(
            "{file} holds more than {limit} rows, or as much text. Keep only the plan and send it again."
        ),
    }


def _about_kind() -> dict[Refusal, str]:
    return {
        Refusal.KIND: _("{file} is not a plan file. Save it as .xlsx, .xls, .ods or .csv and send it again."),
        Refusal.WEB_PAGE: _(
            "{file} is a web page, not a workbook. Open it in Excel, save it as .xlsx and send that."
        ),
        Refusal.PASSWORD: _("{file} is protected by a password. Remove the password and send it again."),
        Refusal.DAMAGED: _("{file} is damaged or incomplete. Open it in Excel, save it again and send that."),
        Refusal.ENCODING: _(
            "{file} is neither UTF-8 nor Windows Thai text. Save it as CSV UTF-8 and send it again."
        ),
        Refusal.NO_TABLE: _(
            "{file} has no headings for activity, budget and agency. Add a heading row and send it again."
        ),
        Refusal.NO_KNOWN_TABLE: _(
            "{file} has no headings that I know. Tell me one column, or add a heading row and send it again."
        ),
    }
