"""Which activity a treasury line may be: surely by its budget code, likely by name and amount, which a person confirms."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from documents.likeness import likeness, likeness_within
from documents.plan_words import key
from documents.treasury_file import TreasuryRow
from models.treasury import MatchedBy, line_key

LIKELY = 82
LIKELY_WITH_AMOUNT = 55
MOST = 3


@dataclass(frozen=True)
class Known:
    """One activity of the plan, as far as a line can name it. Money is satang."""

    id: int
    no: int
    code: str | None
    name: str
    agency: str
    budget_satang: int


@dataclass(frozen=True)
class Matched:
    """A line with its activity, or with the activities that it may be, the likeliest first."""

    row: TreasuryRow
    activity_id: int | None = None
    by: MatchedBy | None = None
    candidates: tuple[Known, ...] = ()
    is_settled: bool = False

    @property
    def key(self) -> str:
        return line_key(self.row.code, self.row.name, self.row.agency)


def match_lines(
    rows: Sequence[TreasuryRow], known: Sequence[Known], said: Mapping[str, int | None]
) -> list[Matched]:
    """Return every line matched by code, by what a person said before, or with its candidates.

    A code that several activities share says nothing for sure: then only these are candidates.
    """
    by_code: dict[str, list[Known]] = defaultdict(list)
    for activity in known:
        if activity.code:
            by_code[key(activity.code)].append(activity)
    return [_match(row, known, by_code, said) for row in rows]


def _match(
    row: TreasuryRow,
    known: Sequence[Known],
    by_code: Mapping[str, list[Known]],
    said: Mapping[str, int | None],
) -> Matched:
    sharing = by_code.get(key(row.code), []) if row.code else []
    if len(sharing) == 1:
        return Matched(row, sharing[0].id, MatchedBy.CODE, is_settled=True)
    line = line_key(row.code, row.name, row.agency)
    if line in said:
        by = MatchedBy.PERSON if said[line] is not None else None
        return Matched(row, said[line], by, is_settled=True)
    return Matched(row, candidates=_candidates(row, sharing or known))


def _candidates(row: TreasuryRow, known: Sequence[Known]) -> tuple[Known, ...]:
    name, found = key(row.name), []
    for activity in known:
        its = key(activity.name)
        score = max(likeness(name, its), likeness_within(name, its) - 8)
        is_amount = row.budget_satang is not None and row.budget_satang == activity.budget_satang
        if score >= LIKELY or (is_amount and score >= LIKELY_WITH_AMOUNT):
            found.append((-(score + 20 * is_amount), activity.no, activity))
    return tuple(activity for _score, _no, activity in sorted(found, key=lambda each: each[:2])[:MOST])
