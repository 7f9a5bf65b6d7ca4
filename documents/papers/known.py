"""A year's activities as their reports showed them on a day: what every paper is gathered from, in one read session."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from documents.papers.form import Ask
from models.agency import Agency
from models.overview import ActivityState, states_of
from models.plan import Activity, Project, activities, projects
from models.province import Province
from models.report import Report
from rules.cause import Cause
from rules.figures import Figures
from rules.section34 import CountRow
from rules.status import Status
from thai.paper_phrases import NAMES

CHOSEN = "paper_names"


@dataclass(frozen=True)
class Known:
    """An activity with its newest valid report as of the paper's day; None where nothing was reported by then.

    `reports` are all valid reports up to that day, oldest month first.
    """

    activity: Activity
    project: Project
    agency: Agency
    reports: tuple[Report, ...]

    @property
    def report(self) -> Report | None:
        return self.reports[-1] if self.reports else None

    @cached_property
    def figures(self) -> Figures:
        return self.report.figures() if self.report else Figures()

    @property
    def disbursed_satang(self) -> int:
        """Satang disbursed since 1 October; 0 where nothing was said."""
        return self.figures.disbursed_satang or 0

    @property
    def is_done(self) -> bool:
        return self.figures.status is Status.COMPLETED

    @property
    def sources(self) -> tuple[int, ...]:
        """The id of the report behind the activity's figures, for the trace."""
        return (self.report.id,) if self.report else ()


@dataclass(frozen=True)
class KnownYear:
    """What was known of a province's year on a day; cancelled activities are left out and counted apart."""

    ask: Ask
    activities: tuple[Known, ...]
    cancelled: tuple[Known, ...]
    projects: tuple[Project, ...]
    data_version: int
    names: dict[str, str] = field(default_factory=dict)

    def of_project(self, project: Project) -> list[Known]:
        return [known for known in self.activities if known.project.id == project.id]

    @property
    def budget_satang(self) -> int:
        return sum(known.activity.budget_satang for known in self.activities)

    @property
    def disbursed_satang(self) -> int:
        return sum(known.disbursed_satang for known in self.activities)


def known_year(session: Session, ask: Ask) -> KnownYear:
    """Return the year as of `ask.as_of`: for each activity the valid reports whose own as-of date is not later."""
    by_id = {project.id: project for project in projects(session, ask.province.id, ask.year_be)}
    states = states_of(session, activities(session, ask.province.id, ask.year_be))
    known = [
        Known(state.activity, by_id[state.activity.project_id], state.agency, _up_to(state, ask.as_of))
        for state in states
    ]
    kept = tuple(each for each in known if each.figures.status is not Status.CANCELLED)
    used = {each.project.id for each in kept}
    return KnownYear(
        ask=ask,
        activities=kept,
        cancelled=tuple(each for each in known if each.figures.status is Status.CANCELLED),
        projects=tuple(project for project in by_id.values() if project.id in used),
        data_version=newest_report(session, ask.province.id),
        names=names_of(ask.province),
    )


def _up_to(state: ActivityState, day: date) -> tuple[Report, ...]:
    return tuple(state.valid[month] for month in sorted(state.valid) if state.valid[month].as_of <= day)


def newest_report(session: Session, province_id: int) -> int:
    """Return the id of the newest revision that a province has, the version of its data; 0 before the first."""
    return session.scalar(select(func.max(Report.id)).where(Report.province_id == province_id)) or 0


def names_of(province: Province) -> dict[str, str]:
    """Return the names of bodies, laws and signers that papers print: the office's own before those of the forms."""
    chosen: dict[str, Any] = province.chosen.get(CHOSEN) or {}
    return {**NAMES, **{key: str(value) for key, value in chosen.items() if key in NAMES}}


def choose_name(province: Province, key: str, value: str | None) -> None:
    """Let papers print `value` for one of NAMES; None goes back to what the forms print.

    KeyError for other keys, ValueError for a row of Section 34 in which procurement cannot count.
    """
    if key not in NAMES:
        raise KeyError(key)
    if key == "procurement" and value not in (None, CountRow.GOING, CountRow.NOT_BEGUN):
        raise ValueError(value)
    kept = {name: words for name, words in (province.chosen.get(CHOSEN) or {}).items() if name != key}
    province.chosen = {**province.chosen, CHOSEN: kept if value is None else {**kept, key: value}}


def sources_of(known: Iterable[Known]) -> tuple[int, ...]:
    """Return the ids of the reports behind the figures of several activities."""
    return tuple(report for each in known for report in each.sources)


def caused_by(known: Sequence[Known], cause: Cause) -> list[tuple[Known, Report]]:
    """Return the activities whose reports named a cause up to the paper's day, each with the newest such report."""
    found = []
    for each in known:
        naming = [report for report in each.reports if str(cause) in report.causes]
        if naming:
            found.append((each, naming[-1]))
    return found
