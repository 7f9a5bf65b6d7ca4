"""KPI form 3.1.2 (2554): five levels, weight × score, measures, and the evidence of what was done and when.

The office says which level is reached and how; the bot never scores its own office. Names: `report name kpi_level 4`.
"""

from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from sqlalchemy.orm import Session

from documents.papers.drafts import causes_named, problems, worded
from documents.papers.form import Ask, Cell, Gathered
from documents.papers.known import known_year, sources_of
from documents.papers.kpi_evidence import evidence
from models.paper_text import paper_texts
from rules.fiscal_year import quarter_of
from rules.shares import percent_of
from thai.kpi_words import LEVELS

NAME = "kpi"
SECTIONS = (*(f"level{no}" for no in range(1, len(LEVELS) + 1)), "measures", "support", "obstacles")
HUNDRED, PLACES = Decimal(100), Decimal("0.0001")


@dataclass(frozen=True)
class LevelRow:
    """A level with what it demands; `done` is how the office met it, an item a line."""

    no: int
    demands: str
    done: tuple[str, ...]
    is_reached: bool


@dataclass(frozen=True)
class Kpi:
    """Everything on the form; `score` and `weighted` are None until the office entered the level."""

    province: str
    year_be: int
    as_of: date
    is_nine_months: bool
    weight: Decimal | None
    score: int | None
    weighted: Decimal | None
    levels: tuple[LevelRow, ...]
    activity_count: int
    reported_count: int
    budget_satang: int
    disbursed_satang: int
    percent: Decimal | None
    evidence: tuple[str, ...]
    texts: dict[str, list[str]]
    names: dict[str, str]


def gather(session: Session, ask: Ask) -> Gathered:
    """Return the form for the nine or the twelve months in which the day lies."""
    year = known_year(session, ask)
    own = paper_texts(session, ask.province.id, ask.year_be, NAME, ask.part)
    drafted = {"obstacles": problems(causes_named(year), year.names)}
    texts = {name: worded(own.get(name), drafted.get(name, ())) for name in SECTIONS}
    score, weight = level_of(year.names["kpi_level"]), weight_of(year.names["kpi_weight"])
    reported = [known for known in year.activities if known.report]
    paper = Kpi(
        province=ask.province.name,
        year_be=ask.year_be,
        as_of=ask.as_of,
        is_nine_months=quarter_of(ask.as_of) < 4,
        weight=weight,
        score=score,
        weighted=weighted_score(weight, score),
        levels=tuple(
            LevelRow(no, demands.format(**year.names), texts[f"level{no}"].items, no <= (score or 0))
            for no, demands in enumerate(LEVELS, start=1)
        ),
        activity_count=len(year.activities),
        reported_count=len(reported),
        budget_satang=year.budget_satang,
        disbursed_satang=year.disbursed_satang,
        percent=percent_of(year.disbursed_satang, year.budget_satang),
        evidence=tuple(evidence(session, ask, NAME)),
        texts={name: list(text.items) for name, text in texts.items()},
        names=year.names,
    )
    every = sources_of(year.activities)
    cells = {
        "reported": Cell(paper.reported_count, every),
        "disbursed": Cell(paper.disbursed_satang, every),
        "percent": Cell(paper.percent, every),
        "weighted": Cell(paper.weighted),
    }
    drafts = tuple(name for name, text in texts.items() if text.is_draft)
    return Gathered(asdict(paper), year.data_version, cells, drafts)


def level_of(text: str) -> int | None:
    """Return the level that the office entered, None where it is none of the five."""
    return int(text) if text.isdecimal() and 1 <= int(text) <= len(LEVELS) else None


def weight_of(text: str) -> Decimal | None:
    """Return the weight in percent, None where it is none."""
    try:
        weight = Decimal(text)
    except InvalidOperation:
        return None
    return weight if weight.is_finite() and 0 < weight <= HUNDRED else None


def weighted_score(weight: Decimal | None, score: int | None) -> Decimal | None:
    """Return weight / 100 × score with four decimals, as the form prints 0.2000 for weight 4 and score 5."""
    return None if weight is None or score is None else (weight / HUNDRED * score).quantize(PLACES)
