"""The Section 34 report, rounds 1 and 2: the whole form of Loei 2564, its data gathered and its sections worded."""

from dataclasses import asdict, dataclass
from datetime import date

from sqlalchemy.orm import Session

from documents.papers.drafts import Named, Worded, cause_cells, causes_named, from_causes, problems, worded
from documents.papers.form import Ask, Cell, Gathered
from documents.papers.known import KnownYear, known_year
from documents.papers.section34_counts import Counts, count_cells, counts_of
from documents.papers.section34_rows import FormRow, row_cells, rows_of
from models.paper_round import paper_rounds
from models.paper_text import paper_texts
from rules.fiscal_year import BUDDHIST_ERA
from thai.paper_phrases import AREA_PROPOSALS, COUNTERMEASURES, OVERALL_PROPOSALS, POLICY_PROPOSALS

NAME = "section-34"
# Loei 2564, section 2: the days as of which the rounds stand, as (month, day) of the year in which the fiscal year ends.
ROUND_ENDS = {1: (3, 31), 2: (9, 30)}


@dataclass(frozen=True)
class Round:
    """A round as the cover prints it; `due_on` is None until the office enters it."""

    no: int
    as_of: date
    due_on: date | None


@dataclass(frozen=True)
class Section34:
    """Everything on the form. `texts` holds the worded sections: measures, problems, management, area, policy, overall."""

    province: str
    year_be: int
    round_no: int
    as_of: date
    rounds: tuple[Round, ...]
    rows: tuple[FormRow, ...]
    counts: Counts
    texts: dict[str, list[str]]
    names: dict[str, str]


def gather(session: Session, ask: Ask) -> Gathered:
    """Return the round's report; its worded sections are the office's own where it has worded them, else drafts."""
    year = known_year(session, ask)
    named = causes_named(year)
    own = paper_texts(session, ask.province.id, ask.year_be, NAME, ask.part)
    texts = _texts(named, own, year)
    counts = counts_of(year)
    paper = Section34(
        province=ask.province.name,
        year_be=ask.year_be,
        round_no=ask.round_no or 1,
        as_of=ask.as_of,
        rounds=tuple(rounds_of(session, ask.province.id, ask.year_be)),
        rows=tuple(rows_of(year)),
        counts=counts,
        texts={name: list(text.items) for name, text in texts.items()},
        names=year.names,
    )
    cells: dict[str, Cell] = {**count_cells(year, counts), **row_cells(year), **cause_cells(named)}
    drafts = tuple(name for name, text in texts.items() if text.is_draft)
    return Gathered(asdict(paper), year.data_version, cells, drafts)


def rounds_of(session: Session, province_id: int, year_be: int) -> list[Round]:
    """Return both rounds: as of which day they stand, and when they are due where the office entered it."""
    entered = paper_rounds(session, province_id, year_be)
    found = []
    for no, (month, day) in ROUND_ENDS.items():
        row = entered.get(no)
        usual = date(year_be - BUDDHIST_ERA, month, day)
        found.append(Round(no, row.as_of if row else usual, row.due_on if row else None))
    return found


def _texts(named: list[Named], own: dict[str, str], year: KnownYear) -> dict[str, Worded]:
    drafted: dict[str, list[str]] = {
        "measures": [],
        "problems": problems(named, year.names),
        "management": from_causes(named, COUNTERMEASURES, year.names),
        "area": from_causes(named, AREA_PROPOSALS, year.names),
        "policy": from_causes(named, POLICY_PROPOSALS, year.names),
        "overall": from_causes(named, OVERALL_PROPOSALS, year.names),
    }
    return {name: worded(own.get(name), draft) for name, draft in drafted.items()}
