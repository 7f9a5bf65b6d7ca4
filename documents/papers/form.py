"""What an official form is: a name, what it is asked for, how its data are gathered, and a sample for the gallery.

To add a form: write a module with a frozen dataclass of plain data, a `gather(session, ask)` that fills it in one read
session, and a `FORM` of this class; put its template beside the others (templates/NAME.txt, drawn into NAME.docx by
`python -m scripts.draw_templates`); add it to documents/papers/forms.py. Everything else follows: the command, the
buttons, the checks of templates, the trace and the three kinds of files.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy.orm import Session

from documents.papers.sheet import Sheet
from models.province import Province

Value = str | int | Decimal | date | None


class Needs(StrEnum):
    """What a form is asked for besides the fiscal year."""

    NOTHING = "nothing"
    ROUND = "round"
    MONTH = "month"
    DAY = "day"
    ACTIVITY = "activity"  # a day, and one activity where only one is meant
    TODAY = "today"  # what waits for somebody now: any day can be asked for, and today is meant


@dataclass(frozen=True)
class Ask:
    """What is wanted: a fiscal year (BE), where the form needs it a round or a day; figures stand as of `as_of`.

    `activity_no` is the one activity that is meant; None for all that the form is about.
    """

    province: Province
    year_be: int
    as_of: date
    round_no: int | None = None
    activity_no: int | None = None

    @property
    def part(self) -> str:
        """What tells papers of one form and year apart in the office's own words: the round, else blank."""
        return "" if self.round_no is None else str(self.round_no)

    def in_json(self) -> dict[str, Any]:
        asked: dict[str, Any] = {"year_be": self.year_be, "as_of": self.as_of.isoformat()}
        more = {"round": self.round_no, "activity": self.activity_no}
        return asked | {name: number for name, number in more.items() if number is not None}


@dataclass(frozen=True)
class Cell:
    """A printed figure for the trace: money in satang, counts or percent, and the ids of the reports behind it."""

    value: Value
    reports: tuple[int, ...] = ()


@dataclass(frozen=True)
class Section:
    """A part of a form that the office words itself. `no` is how the form numbers it, `title` what it is about."""

    name: str
    no: str
    title: Callable[[], str]


@dataclass(frozen=True)
class Gathered:
    """A paper's data. `context` is what the template sees: plain lists, dicts, words, dates, satang and percent.

    `cells` names the figures: "budget" for one of the whole paper, "13.disbursed" for one of activity 13.
    `drafts` names the sections (Section.name) whose words nobody has approved yet. A form with sections keeps their
    items in context["texts"], by the section's name.
    """

    context: dict[str, Any]
    data_version: int = 0
    cells: dict[str, Cell] = field(default_factory=dict)
    drafts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Form:
    """One official form; `name` is what is typed after `report`, `title` what people call it (translated).

    A form with `split` also comes as a .zip that holds a document for each entry of that list in its context, named by
    the entry's "file"; a form with `loose` has the files that this makes of its context in its .zip.

    `stands`: month and day of the ends of the times that it is about, where it is asked for at these; `is_of_the_day`:
    it asks somebody to act now, so that there is none of a year that is over.
    """

    name: str
    title: Callable[[], str]
    needs: Needs
    gather: Callable[[Session, Ask], Gathered]
    sample: Callable[[], Gathered]
    sections: tuple[Section, ...] = ()
    sheets: Callable[[dict[str, Any]], Sequence[Sheet]] | None = None
    split: str = ""
    loose: Callable[[dict[str, Any]], dict[str, bytes]] | None = None
    stands: tuple[tuple[int, int], ...] = ()
    is_of_the_day: bool = False

    def kinds(self) -> tuple[str, ...]:
        """Return the endings of the files that can be had; figures also come as .xlsx, many documents as one .zip."""
        figures = ("xlsx",) if self.sheets else ()
        packed = ("zip",) if self.split or self.loose else ()
        return ("docx", "pdf", *figures, *packed)
