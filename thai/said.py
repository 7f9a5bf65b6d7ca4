"""Gathers what one stretch of a message says: state, work, money, problems, day, "no change"."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from rules.status import Status
from thai.amounts import read_money
from thai.causes import Problems, read_problems
from thai.days import Dated, read_dated, with_days_to_come
from thai.money import Money
from thai.progress import HUNDRED, Progress, all_of_the_work, read_progress
from thai.prompts import Prompt
from thai.quantities import quantities
from thai.quantity import Mark, Quantity, Topic
from thai.same import Same, read_same
from thai.signs import Signs
from thai.statuses import decide, read_signs
from thai.tokens import Kind, Token, Tokens


@dataclass(frozen=True)
class Said:
    """What was said of one activity, before it is held against last month's figures."""

    status: Status | None = None
    status_tokens: tuple[Token, ...] = ()
    progress: Progress | None = None
    money: Money | None = None
    committed_satang: int | None = None
    problems: Problems | None = None
    dated: Dated = field(default_factory=Dated)
    same: Same | None = None

    @property
    def has_figures(self) -> bool:
        return self.progress is not None or self.money is not None

    @property
    def is_something(self) -> bool:
        told = (self.status, self.problems, self.same, self.committed_satang)
        return self.has_figures or any(one is not None for one in told)


@dataclass(frozen=True)
class Manner:
    """How to take what is said: what the bot asked, and whether the message corrects an earlier one."""

    prompt: Prompt = Prompt.NONE
    today: date | None = None
    is_correction: bool = False
    bare_percent: Topic = Topic.NONE
    activities: frozenset[int] = frozenset()  # numbers that may be activities, not percentages


def read_said(tokens: Tokens, manner: Manner) -> Said:
    """Return what the tokens of one activity say."""
    if manner.prompt is Prompt.PROGRESS:
        tokens = all_of_the_work(tokens)
    dated = read_dated(tokens, manner.today)
    tokens = with_days_to_come(tokens, manner.today)
    numbers = quantities(tokens)
    is_percent = manner.prompt is Prompt.PROGRESS or _replaces_a_number(numbers, manner)
    is_amount = manner.is_correction and not is_percent
    money = read_money(tokens, numbers, manner.prompt is Prompt.DISBURSED, is_amount)
    signs = read_signs(tokens, manner.prompt is Prompt.STATUS)
    problems = read_problems(tokens, manner.prompt is Prompt.CAUSE)
    is_told_of_money = money is not None or _is_money_unchanged(tokens)
    default = _bare_percent(numbers, money, signs, manner, is_told_of_money)
    progress = read_progress(numbers, default, is_percent)
    if default is Topic.MONEY and money is None:
        money = _bare_share(numbers)
    status, status_tokens = _status(signs, progress, money, problems, manner)
    same = read_same(tokens, bool(progress or money or status), manner.prompt)
    return Said(
        status,
        status_tokens,
        progress,
        money,
        _committed(numbers),
        problems,
        dated,
        same,
    )


def _is_money_unchanged(tokens: Tokens) -> bool:
    kinds = {token.kind for token in tokens}
    return Kind.MONEY in kinds and Kind.SAME in kinds


def _bare_percent(
    numbers: Sequence[Quantity], money: Money | None, signs: Signs, manner: Manner, is_told_of_money: bool
) -> Topic:
    """Return what a percentage without a topic is of: work beside an amount or a state, else what the bot asked."""
    if manner.prompt is Prompt.PROGRESS:
        return Topic.WORK
    if manner.prompt is Prompt.DISBURSED and money is None:
        return Topic.MONEY
    if is_told_of_money or signs.going or signs.part_done or manner.is_correction:
        return Topic.WORK
    is_all = any(number.token.number and number.token.number.value == HUNDRED for number in numbers)
    if (signs.completed and is_all) or signs.is_unfinished or signs.blocked:
        return Topic.WORK
    return manner.bare_percent


def _replaces_a_number(numbers: Sequence[Quantity], manner: Manner) -> bool:
    """Return whether a correction is one plain number, or puts one in the place of another: ไม่ใช่ 54 เป็น 45; 45."""
    if not manner.is_correction:
        return False
    if any(
        number.token.kind is Kind.NUMBER
        and number.has(Mark.DROPPED, Mark.FROM)
        and not (number.token.number and number.token.number.whole in manner.activities)
        for number in numbers
    ):
        return True
    written = numbers[0].token.number if len(numbers) == 1 else None
    is_plain = written is not None and numbers[0].token.kind is Kind.NUMBER and numbers[0].topic is Topic.NONE
    return (
        is_plain
        and written is not None
        and 0 < written.value <= HUNDRED
        and written.whole not in manner.activities
    )


def _bare_share(numbers: Sequence[Quantity]) -> Money | None:
    for number in numbers:
        is_share = number.token.kind in (Kind.PERCENT, Kind.FRACTION) and number.token.value != "counted"
        if is_share and number.topic is Topic.NONE and number.token.number and number.token.number.is_exact:
            return Money(percent=number.token.number.value, tokens=(number.token,))
    return None


def _status(
    signs: Signs, progress: Progress | None, money: Money | None, problems: Problems | None, manner: Manner
) -> tuple[Status | None, tuple[Token, ...]]:
    is_partial = progress is not None and progress.percent is not None and progress.percent < HUNDRED
    has_figures = progress is not None or money is not None
    status, tokens = decide(signs, is_partial, has_figures, money is not None and money.is_full)
    if manner.prompt is Prompt.CAUSE and status is Status.PROCUREMENT and problems:
        return None, ()
    return status, tokens


def _committed(numbers: Sequence[Quantity]) -> int | None:
    for number in numbers:
        written = number.token.number
        if (
            number.topic is Topic.COMMITTED
            and number.token.kind is Kind.AMOUNT
            and written
            and not number.has(Mark.FUTURE)
        ):
            return int(written.value * 100) if written.is_exact and written.is_well_formed else None
    return None
