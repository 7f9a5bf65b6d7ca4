"""The results summary of Phetchaburi 2564: totals in a sentence, every activity in a table, problems and what is done."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy.orm import Session

from documents.papers.drafts import cause_cells, causes_named, from_causes, problems, worded
from documents.papers.form import Ask, Cell, Gathered
from documents.papers.known import Known, KnownYear, known_year, sources_of
from models.paper_text import paper_texts
from models.plan import Project
from rules.shares import percent_of
from thai.paper_phrases import COUNTERMEASURES

NAME = "results"


@dataclass(frozen=True)
class ResultRow:
    """A row below a project: a main activity as a heading, or an activity with its figures in satang."""

    is_heading: bool
    name: str
    no: int | None = None
    budget_satang: int | None = None
    disbursed_satang: int | None = None
    agency: str = ""
    is_done: bool = False


@dataclass(frozen=True)
class ResultProject:
    no: int
    name: str
    rows: tuple[ResultRow, ...]


@dataclass(frozen=True)
class Results:
    """Everything on the paper; `going` is every activity that is not done, whatever keeps it."""

    province: str
    year_be: int
    as_of: date
    project_count: int
    activity_count: int
    budget_satang: int
    done: int
    going: int
    disbursed_satang: int
    percent: Decimal | None
    projects: tuple[ResultProject, ...]
    texts: dict[str, list[str]]
    names: dict[str, str]


def gather(session: Session, ask: Ask) -> Gathered:
    """Return the summary as of any day."""
    year = known_year(session, ask)
    named = causes_named(year)
    own = paper_texts(session, ask.province.id, ask.year_be, NAME, ask.part)
    texts = {
        "problems": worded(own.get("problems"), problems(named, year.names)),
        "solutions": worded(own.get("solutions"), from_causes(named, COUNTERMEASURES, year.names)),
    }
    done = [known for known in year.activities if known.is_done]
    paper = Results(
        province=ask.province.name,
        year_be=ask.year_be,
        as_of=ask.as_of,
        project_count=len(year.projects),
        activity_count=len(year.activities),
        budget_satang=year.budget_satang,
        done=len(done),
        going=len(year.activities) - len(done),
        disbursed_satang=year.disbursed_satang,
        percent=percent_of(year.disbursed_satang, year.budget_satang),
        projects=tuple(_project(year, no, each) for no, each in enumerate(year.projects, start=1)),
        texts={name: list(text.items) for name, text in texts.items()},
        names=year.names,
    )
    cells = {**_totals(year, paper, done), **_of_activities(year), **cause_cells(named)}
    drafts = tuple(name for name, text in texts.items() if text.is_draft)
    return Gathered(asdict(paper), year.data_version, cells, drafts)


def _project(year: KnownYear, no: int, project: Project) -> ResultProject:
    return ResultProject(project.no or no, project.name, tuple(_rows(year.of_project(project))))


def _rows(known: list[Known]) -> Iterator[ResultRow]:
    heading = None
    for each in known:
        activity = each.activity
        if activity.main_activity and activity.main_activity != heading:
            heading = activity.main_activity
            yield ResultRow(is_heading=True, name=heading)
        yield ResultRow(
            is_heading=False,
            name=activity.name,
            no=activity.no,
            budget_satang=activity.budget_satang,
            disbursed_satang=each.disbursed_satang,
            agency=each.agency.name,
            is_done=each.is_done,
        )


def _totals(year: KnownYear, paper: Results, done: list[Known]) -> dict[str, Cell]:
    every = sources_of(year.activities)
    return {
        "projects": Cell(paper.project_count),
        "activities": Cell(paper.activity_count),
        "budget": Cell(paper.budget_satang),
        "done": Cell(paper.done, sources_of(done)),
        "going": Cell(paper.going, sources_of(each for each in year.activities if not each.is_done)),
        "disbursed": Cell(paper.disbursed_satang, every),
        "percent": Cell(paper.percent, every),
    }


def _of_activities(year: KnownYear) -> dict[str, Cell]:
    cells: dict[str, Cell] = {}
    for known in year.activities:
        no = known.activity.no
        cells[f"{no}.budget"] = Cell(known.activity.budget_satang)
        cells[f"{no}.disbursed"] = Cell(known.disbursed_satang, known.sources)
        cells[f"{no}.status"] = Cell(str(known.figures.status or "") or None, known.sources)
    return cells
