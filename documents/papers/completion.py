"""The completion report of an activity: its place, days and figures, and the photographs that officers sent.

Source: Lampang 2560 sections 6.1-4(4) and 6.2-3(3) (a report with photographs on completion).
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy.orm import Session

from documents.papers.form import Ask, Cell, Gathered
from documents.papers.known import Known, known_year
from documents.papers.words import why_of
from engine.clock import BANGKOK
from models.evidence import Evidence, photos_of_reports
from rules.rest_of_budget import rest_of_budget
from rules.shares import percent_of
from rules.status import Status

NAME = "completion"
MOST_PHOTOS = 6


@dataclass(frozen=True)
class Photo:
    """A photograph: its hash, blank for an empty place beside the last one, and when it was sent."""

    sha256: str
    sent_on: date | None


@dataclass(frozen=True)
class Step:
    """A month of the work, as reported; money is cumulative satang."""

    period: date
    progress_percent: Decimal | None
    disbursed_satang: int | None
    receipt_no: str
    problem: str


@dataclass(frozen=True)
class Completed:
    """One activity. Days are None where nobody entered or reported them; money is satang."""

    file: str
    no: int
    name: str
    project: str
    agency: str
    place: str
    latitude: Decimal | None
    longitude: Decimal | None
    planned_start: date | None
    planned_end: date | None
    first_reported_on: date | None
    completed_on: date | None
    budget_satang: int
    disbursed_satang: int
    remaining_satang: int
    left_over_satang: int
    percent: Decimal | None
    steps: tuple[Step, ...]
    photo_rows: tuple[tuple[Photo, ...], ...]
    photo_count: int


@dataclass(frozen=True)
class Completion:
    province: str
    year_be: int
    as_of: date
    activities: tuple[Completed, ...]
    names: dict[str, str]


def gather(session: Session, ask: Ask) -> Gathered:
    """Return the reports of every activity completed by the day, or of the one that is meant, done or not."""
    year = known_year(session, ask)
    chosen = [known for known in year.activities if _is_meant(known, ask)]
    paper = Completion(
        province=ask.province.name,
        year_be=ask.year_be,
        as_of=ask.as_of,
        activities=tuple(_completed(session, known) for known in chosen),
        names=year.names,
    )
    return Gathered(asdict(paper), year.data_version, _cells(chosen, paper.activities))


def _is_meant(known: Known, ask: Ask) -> bool:
    return known.is_done if ask.activity_no is None else known.activity.no == ask.activity_no


def _completed(session: Session, known: Known) -> Completed:
    activity, done = known.activity, [each for each in known.reports if each.status is Status.COMPLETED]
    rest = rest_of_budget(known.figures, activity.budget_satang)
    photos = photos_of_reports(session, [report.id for report in known.reports])
    return Completed(
        file=f"{activity.no}-{known.agency.short_name or known.agency.name}",
        no=activity.no,
        name=activity.name,
        project=known.project.name,
        agency=known.agency.name,
        place=activity.place or "",
        latitude=_degrees(activity.latitude),
        longitude=_degrees(activity.longitude),
        planned_start=activity.planned_start,
        planned_end=activity.planned_end,
        first_reported_on=known.reports[0].as_of if known.reports else None,
        completed_on=done[0].as_of if done else None,
        budget_satang=activity.budget_satang,
        disbursed_satang=known.disbursed_satang,
        remaining_satang=rest.remaining_satang,
        left_over_satang=rest.left_over_satang,
        percent=percent_of(known.disbursed_satang, activity.budget_satang),
        steps=tuple(_steps(known)),
        photo_rows=tuple(_pairs(_newest(photos))),
        photo_count=len(photos),
    )


def _degrees(value: float | None) -> Decimal | None:
    """Return degrees with five decimals, a metre or so."""
    return None if value is None else Decimal(f"{value:.5f}")


def _steps(known: Known) -> list[Step]:
    return [
        Step(
            period=report.period,
            progress_percent=report.progress_percent,
            disbursed_satang=report.disbursed_satang,
            receipt_no=report.receipt_no or "",
            problem=why_of(report.figures()),
        )
        for report in known.reports
    ]


def _newest(photos: Sequence[Evidence]) -> list[Photo]:
    """Return the newest photographs whose bytes are here, oldest first."""
    kept = [piece for piece in photos if piece.sha256]
    return [
        Photo(piece.sha256 or "", piece.sent_at.astimezone(BANGKOK).date()) for piece in kept[-MOST_PHOTOS:]
    ]


def _pairs(photos: list[Photo]) -> list[tuple[Photo, ...]]:
    """Return the photographs two by two, as they stand side by side."""
    filled = [*photos, *([Photo("", None)] * (len(photos) % 2))]
    return [tuple(filled[at : at + 2]) for at in range(0, len(filled), 2)]


def _cells(chosen: Sequence[Known], printed: Sequence[Completed]) -> dict[str, Cell]:
    cells: dict[str, Cell] = {}
    for known, one in zip(chosen, printed, strict=True):
        no, every = one.no, tuple(report.id for report in known.reports)
        cells[f"{no}.budget"] = Cell(known.activity.budget_satang)
        cells[f"{no}.disbursed"] = Cell(known.disbursed_satang, known.sources)
        cells[f"{no}.percent"] = Cell(one.percent, known.sources)
        cells[f"{no}.remaining"] = Cell(one.remaining_satang, known.sources)
        cells[f"{no}.left_over"] = Cell(one.left_over_satang, known.sources)
        cells[f"{no}.photos"] = Cell(one.photo_count, every)
    return cells
