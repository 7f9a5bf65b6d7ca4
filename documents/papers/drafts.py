"""Drafts the worded sections of papers from the causes that officers reported: counted, grouped, in the forms' phrases.

Nothing is made up: a section that no report speaks for stays blank until the office words it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from documents.papers.form import Cell
from documents.papers.known import Known, KnownYear, caused_by
from models.report import Report
from rules.cause import Cause
from thai.paper_phrases import COUNTED, IN_OWN_WORDS, PROBLEMS

LONGEST_WORDS = 300


@dataclass(frozen=True)
class Named:
    """A cause with the activities that named it, and the reports in which they did."""

    cause: Cause
    found: tuple[tuple[Known, Report], ...]

    @property
    def numbers(self) -> str:
        return ", ".join(str(known.activity.no) for known, _report in self.found)

    @property
    def reports(self) -> tuple[int, ...]:
        return tuple(report.id for _known, report in self.found)


@dataclass(frozen=True)
class Worded:
    """A section: its items, and whether the office stands for them or they are only a draft."""

    items: tuple[str, ...]
    is_draft: bool


def causes_named(year: KnownYear) -> list[Named]:
    """Return the causes that were reported, those of most activities first; OTHER comes last."""
    named = [Named(cause, tuple(caused_by(year.activities, cause))) for cause in Cause]
    reported = [each for each in named if each.found]
    return sorted(reported, key=lambda each: (each.cause is Cause.OTHER, -len(each.found), str(each.cause)))


def problems(named: Sequence[Named], names: Mapping[str, str]) -> list[str]:
    """Return one item for each cause, with how many activities reported it; other causes in the officers' own words."""
    found = [
        COUNTED.format(
            phrase=PROBLEMS[each.cause].format(**names), count=len(each.found), numbers=each.numbers
        )
        for each in named
        if each.cause in PROBLEMS
    ]
    return found + [item for each in named if each.cause is Cause.OTHER for item in _own_words(each)]


def _own_words(named: Named) -> list[str]:
    said: dict[str, list[str]] = {}
    for known, report in named.found:
        words = " ".join((report.problem_text or "").split())[:LONGEST_WORDS]
        if words:
            said.setdefault(words, []).append(str(known.activity.no))
    return [IN_OWN_WORDS.format(words=words, numbers=", ".join(nos)) for words, nos in said.items()]


def from_causes(named: Sequence[Named], phrases: Mapping[Cause, str], names: Mapping[str, str]) -> list[str]:
    """Return what the forms say about the causes that were reported; causes without a phrase are passed over."""
    return [phrases[each.cause].format(**names) for each in named if each.cause in phrases]


def worded(own: str | None, draft: Sequence[str]) -> Worded:
    """Return the office's own words, a line each, or else the draft."""
    if own is not None:
        return Worded(tuple(line.strip() for line in own.splitlines() if line.strip()), is_draft=False)
    return Worded(tuple(draft), is_draft=bool(draft))


def cause_cells(named: Sequence[Named]) -> dict[str, Cell]:
    """Return the counts of causes for the trace, such as "cause.EPIDEMIC"."""
    return {f"cause.{each.cause}": Cell(len(each.found), each.reports) for each in named}
