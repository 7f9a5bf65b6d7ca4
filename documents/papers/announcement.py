"""The public announcement of a year's results, and the same activities as open data.

Source: the rule quoted in the e-Plan project of 2566 (announced within fifteen days of being presented, posted for at
least thirty days, once a year by December). What officers wrote in free words may name people, so only causes are told.
"""

from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy.orm import Session

from documents.papers.form import Ask, Cell, Gathered
from documents.papers.known import Known, known_year, sources_of
from rules.rest_of_budget import rest_of_budget
from rules.shares import percent_of

NAME = "announcement"


@dataclass(frozen=True)
class PublicRow:
    """One activity as anybody may know it; money is satang, None is not known."""

    no: int
    project: str
    strategic_issue: str
    activity: str
    place: str
    agency: str
    funding_source: str
    budget_satang: int
    disbursed_satang: int
    remaining_satang: int
    left_over_satang: int
    percent: Decimal | None
    progress_percent: Decimal | None
    status: str
    is_done: bool
    causes: str
    latitude: Decimal | None
    longitude: Decimal | None
    reported_as_of: date | None


@dataclass(frozen=True)
class Announcement:
    province: str
    year_be: int
    as_of: date
    project_count: int
    activity_count: int
    budget_satang: int
    disbursed_satang: int
    percent: Decimal | None
    done: int
    going: int
    rows: tuple[PublicRow, ...]
    names: dict[str, str]


def gather(session: Session, ask: Ask) -> Gathered:
    """Return the year's results as of the day; cancelled activities are left out."""
    year = known_year(session, ask)
    done = [known for known in year.activities if known.is_done]
    paper = Announcement(
        province=ask.province.name,
        year_be=ask.year_be,
        as_of=ask.as_of,
        project_count=len(year.projects),
        activity_count=len(year.activities),
        budget_satang=year.budget_satang,
        disbursed_satang=year.disbursed_satang,
        percent=percent_of(year.disbursed_satang, year.budget_satang),
        done=len(done),
        going=len(year.activities) - len(done),
        rows=tuple(_row(known) for known in year.activities),
        names=year.names,
    )
    every = sources_of(year.activities)
    cells = {
        "budget": Cell(paper.budget_satang),
        "disbursed": Cell(paper.disbursed_satang, every),
        "percent": Cell(paper.percent, every),
        "done": Cell(paper.done, sources_of(done)),
    }
    for known in year.activities:
        cells[f"{known.activity.no}.disbursed"] = Cell(known.disbursed_satang, known.sources)
    return Gathered(asdict(paper), year.data_version, cells)


def _row(known: Known) -> PublicRow:
    activity, figures = known.activity, known.figures
    rest = rest_of_budget(figures, activity.budget_satang)
    return PublicRow(
        no=activity.no,
        project=known.project.name,
        strategic_issue=known.project.strategic_issue or "",
        activity=activity.name,
        place=activity.place or "",
        agency=known.agency.name,
        funding_source=known.project.funding_source or "",
        budget_satang=activity.budget_satang,
        disbursed_satang=known.disbursed_satang,
        remaining_satang=rest.remaining_satang,
        left_over_satang=rest.left_over_satang,
        percent=percent_of(known.disbursed_satang, activity.budget_satang),
        progress_percent=figures.progress_percent,
        status=str(figures.status or ""),
        is_done=known.is_done,
        causes=" ".join(str(cause) for cause in figures.causes or ()),
        latitude=_degrees(activity.latitude),
        longitude=_degrees(activity.longitude),
        reported_as_of=known.report.as_of if known.report else None,
    )


def _degrees(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(f"{value:.5f}")
