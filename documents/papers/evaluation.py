"""The yearly evaluation of Lampang 2560: sections 1 to 7, money by strategic issue against the year's targets."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy.orm import Session

from documents.papers.drafts import Named, Worded, cause_cells, causes_named, from_causes, problems, worded
from documents.papers.form import Ask, Cell, Gathered
from documents.papers.known import Known, KnownYear, known_year, sources_of
from models.import_finding import findings_of
from models.paper_text import paper_texts
from models.target import targets
from rules.rest_of_budget import rest_of_budget
from rules.shares import percent_of
from rules.targets import Measure
from thai.paper_phrases import CLASSES, COUNTERMEASURES, NO_ISSUE, STEP_OF_CAUSE, STEPS

NAME = "evaluation"


@dataclass(frozen=True)
class IssueRow:
    """Money of one strategic issue, or of all: budget = disbursed + remaining + left over, in satang."""

    no: int
    name: str
    budget_satang: int
    disbursed_satang: int
    remaining_satang: int
    left_over_satang: int
    percent: Decimal | None


@dataclass(frozen=True)
class TargetRow:
    """The targets of one class: of the year, and what each quarter adds, in percent; None where none is set."""

    name: str
    year: Decimal | None
    quarters: tuple[Decimal | None, ...]


@dataclass(frozen=True)
class Step:
    """A step of work with what is good practice in it."""

    no: int
    name: str
    practices: list[str]


@dataclass(frozen=True)
class Evaluation:
    province: str
    year_be: int
    as_of: date
    project_count: int
    activity_count: int
    issues: tuple[IssueRow, ...]
    total: IssueRow
    targets: tuple[TargetRow, ...]
    texts: dict[str, list[str]]
    own_practice: tuple[Step, ...]
    practice: tuple[Step, ...]
    names: dict[str, str]


def gather(session: Session, ask: Ask) -> Gathered:
    """Return the year's evaluation; what no report speaks for is left to the office's own words."""
    year = known_year(session, ask)
    named = causes_named(year)
    wrong = [found.sentence for found in findings_of(session, ask.province.id, ask.year_be)]
    texts = _texts(named, paper_texts(session, ask.province.id, ask.year_be, NAME, ask.part), year, wrong)
    issues = _issues(year)
    paper = Evaluation(
        province=ask.province.name,
        year_be=ask.year_be,
        as_of=ask.as_of,
        project_count=len(year.projects),
        activity_count=len(year.activities),
        issues=tuple(_money(no, name, known) for no, (name, known) in enumerate(issues.items(), start=1)),
        total=_money(0, "", year.activities),
        targets=tuple(_targets(session, ask)),
        texts={name: list(text.items) for name, text in texts.items()},
        own_practice=_steps("own", texts),
        practice=_steps("practice", texts),
        names=year.names,
    )
    drafts = tuple(name for name, text in texts.items() if text.is_draft)
    cells = {**_cells(paper, issues, year), **cause_cells(named)}
    return Gathered(asdict(paper), year.data_version, cells, drafts)


def _texts(named: list[Named], own: dict[str, str], year: KnownYear, wrong: list[str]) -> dict[str, Worded]:
    """Return the sections' words; `wrong` says which imported figures do not agree, and is stated as remarks."""
    drafted: dict[str, list[str]] = {
        "method": [],
        "remarks": wrong,
        "problems": problems(named, year.names),
        "use": [],
    }
    for no in range(1, len(STEPS) + 1):
        of_step = [each for each in named if STEP_OF_CAUSE.get(each.cause) == no]
        drafted[f"own{no}"] = []
        drafted[f"practice{no}"] = from_causes(of_step, COUNTERMEASURES, year.names)
    return {name: worded(own.get(name), draft) for name, draft in drafted.items()}


def _steps(kind: str, texts: dict[str, Worded]) -> tuple[Step, ...]:
    return tuple(Step(no, name, list(texts[f"{kind}{no}"].items)) for no, name in enumerate(STEPS, start=1))


def _issues(year: KnownYear) -> dict[str, list[Known]]:
    """Return the activities by strategic issue, in the order in which the plan first names them."""
    found: dict[str, list[Known]] = {}
    for known in year.activities:
        found.setdefault(known.project.strategic_issue or NO_ISSUE, []).append(known)
    return found


def _money(no: int, name: str, known: Iterable[Known]) -> IssueRow:
    counted = list(known)
    budget = sum(each.activity.budget_satang for each in counted)
    disbursed = sum(each.disbursed_satang for each in counted)
    rests = [rest_of_budget(each.figures, each.activity.budget_satang) for each in counted]
    return IssueRow(
        no=no,
        name=name,
        budget_satang=budget,
        disbursed_satang=disbursed,
        remaining_satang=sum(rest.remaining_satang for rest in rests),
        left_over_satang=sum(rest.left_over_satang for rest in rests),
        percent=percent_of(disbursed, budget),
    )


def _targets(session: Session, ask: Ask) -> Iterable[TargetRow]:
    stored = {
        (row.expense_class, row.quarter): row.percent
        for row in targets(session, ask.province.id, ask.year_be)
        if row.measure == Measure.DISBURSED
    }
    for expense_class, name in CLASSES.items():
        quarters = tuple(stored.get((expense_class, quarter)) for quarter in (1, 2, 3, 4))
        known = [percent for percent in quarters if percent is not None]
        yield TargetRow(name, sum(known, Decimal(0)) if len(known) == 4 else None, quarters)


def _cells(paper: Evaluation, issues: dict[str, list[Known]], year: KnownYear) -> dict[str, Cell]:
    behind = {**{f"issue{row.no}": row for row in paper.issues}, "total": paper.total}
    known = {f"issue{no}": each for no, each in enumerate(issues.values(), start=1)}
    cells: dict[str, Cell] = {
        "projects": Cell(paper.project_count),
        "activities": Cell(paper.activity_count),
    }
    for name, row in behind.items():
        sources = sources_of(known.get(name, year.activities))
        cells[f"{name}.budget"] = Cell(row.budget_satang)
        cells[f"{name}.disbursed"] = Cell(row.disbursed_satang, sources)
        cells[f"{name}.remaining"] = Cell(row.remaining_satang, sources)
        cells[f"{name}.left_over"] = Cell(row.left_over_satang, sources)
        cells[f"{name}.percent"] = Cell(row.percent, sources)
    return cells
