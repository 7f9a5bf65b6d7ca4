"""The week in figures: what the executives' summary and the answer to "summary" say, before it is drawn."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from rules.cause import Cause
from rules.condition import Condition, Judgement
from rules.expense_class import ExpenseClass
from rules.fiscal_year import quarter_end, quarter_of
from rules.severity import Severity, severity
from rules.shares import percent_of
from rules.standing import Standing
from rules.targets import AgainstTarget, Measure, Target, money_against_target, target_fallen_due

WORST = 10


@dataclass(frozen=True)
class Line:
    """One activity as the summary takes it in."""

    standing: Standing
    judgement: Judgement
    agency: str
    expense_class: ExpenseClass | None = None


@dataclass(frozen=True)
class Case:
    """One activity that somebody should act on: it stands still, or nobody reported it."""

    activity_no: int
    agency: str
    judgement: Judgement
    causes: tuple[Cause, ...]
    severity: Severity


@dataclass(frozen=True)
class WeeklySummary:
    """Cancelled activities are counted apart and their money is left out of the sums.

    `against` is None where the office has entered no targets for the year.
    """

    on: date
    activities: int
    counts: Mapping[Condition, int]
    budget_satang: int
    disbursed_satang: int
    used_satang: int
    disbursed_percent: Decimal | None
    against: AgainstTarget | None
    quarter: int
    quarter_ends_on: date
    worst: tuple[Case, ...]
    cases: int


def weekly_summary(
    lines: Sequence[Line], targets: Sequence[Target], on: date, year_be: int, worst: int = WORST
) -> WeeklySummary:
    """Return the roll-up of one province's fiscal year `on` a day, with the worst cases first."""
    counted = [line for line in lines if line.judgement.condition is not Condition.CANCELLED]
    money_on = min(on, quarter_end(year_be, 4))
    cases = worst_first(lines, targets, money_on)
    budget = sum(line.standing.budget_satang for line in counted)
    disbursed = sum(line.standing.disbursed_satang for line in counted)
    return WeeklySummary(
        on=on,
        activities=len(counted),
        counts=_counts(lines),
        budget_satang=budget,
        disbursed_satang=disbursed,
        used_satang=disbursed + sum(line.standing.figures.committed_satang or 0 for line in counted),
        disbursed_percent=percent_of(disbursed, budget),
        against=money_against_target(money_by_class(counted), targets, money_on),
        quarter=quarter_of(money_on),
        quarter_ends_on=quarter_end(year_be, quarter_of(money_on)),
        worst=cases[:worst],
        cases=len(cases),
    )


def money_by_class(
    lines: Iterable[Line], measure: Measure = Measure.DISBURSED
) -> dict[ExpenseClass, tuple[int, int]]:
    """Return (budget, reached) in satang for each expense class; OVERALL holds what has no class."""
    sums: dict[ExpenseClass, tuple[int, int]] = {}
    for line in lines:
        expense_class = line.expense_class or ExpenseClass.OVERALL
        budget, reached = sums.get(expense_class, (0, 0))
        sums[expense_class] = (budget + line.standing.budget_satang, reached + _reached(line, measure))
    return sums


def worst_first(lines: Iterable[Line], targets: Sequence[Target], on: date) -> tuple[Case, ...]:
    """Return every activity that stands still or is unreported: most severe first, equals by number."""
    wanted = (Condition.STANDING_STILL, Condition.UNREPORTED)
    cases = [_case(line, targets, on) for line in lines if line.judgement.condition in wanted]
    return tuple(sorted(cases, key=lambda case: (-case.severity.exact, case.activity_no)))


def _counts(lines: Iterable[Line]) -> dict[Condition, int]:
    found = Counter(line.judgement.condition for line in lines)
    return {condition: found[condition] for condition in Condition}


def _reached(line: Line, measure: Measure) -> int:
    disbursed = line.standing.disbursed_satang
    return (
        disbursed
        if measure is Measure.DISBURSED
        else disbursed + (line.standing.figures.committed_satang or 0)
    )


def _case(line: Line, targets: Sequence[Target], on: date) -> Case:
    points = points_above_due(line, targets, on)
    weight = severity(line.standing.unpaid_satang, line.judgement.working_days, points)
    causes = line.standing.figures.causes or ()
    return Case(line.standing.activity_no, line.agency, line.judgement, causes, weight)


def points_above_due(line: Line, targets: Sequence[Target], on: date) -> Decimal | None:
    """Return how many points the activity lies above what fell due for its class (below zero: behind)."""
    due = target_fallen_due(targets, on, line.expense_class or ExpenseClass.OVERALL)
    reached = percent_of(line.standing.disbursed_satang, line.standing.budget_satang)
    return None if due is None or reached is None else reached - due
