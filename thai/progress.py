"""Chooses the percent of work among the numbers of one activity; a bare percentage is a doubt, not a guess."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from thai.quantity import BOUNDS, Mark, Quantity, Topic
from thai.reading import Clarify
from thai.tokens import Kind, Number, Token, Tokens

HUNDRED = Decimal(100)
_INTRODUCING = (
    Kind.WORK, Kind.WENT, Kind.PAST, Kind.BECOMES, Kind.EQUALS, Kind.TOTAL, Kind.ABOUT, Kind.NAME, Kind.EXTRA, Kind.NOW,
    Kind.NUMBER, Kind.NOISE,
)  # fmt: skip


@dataclass(frozen=True)
class Progress:
    """The percent of work; None with a doubt where it cannot be told what it is of.

    `is_addition` for "10 % more"; `is_step` for "moved 10 %", which adds where it would fall otherwise;
    `is_bare` where no word said that it is of work.
    """

    percent: Decimal | None
    doubt: Clarify | None = None
    is_addition: bool = False
    is_bare: bool = False
    is_step: bool = False
    tokens: tuple[Token, ...] = ()


def read_progress(numbers: Sequence[Quantity], default: Topic, is_asked: bool = False) -> Progress | None:
    """Return the percent of work, None where none was said.

    `default` is what a percentage without a topic is of; `is_asked`: the bot has just asked for it.
    """
    plain = sum(_is_plain(number) for number in numbers)
    is_answer = is_asked and plain == 1  # 65, 5 and 65/100 are two
    candidates = [number for number in numbers if _is_of_work(number, default, is_answer)]
    if candidates:
        return _chosen(candidates)
    if is_asked and any(_may_be_answer(number) for number in numbers):
        return Progress(None, Clarify.PROGRESS_MISSING, tokens=(numbers[-1].token,))
    if default is Topic.NONE and (bare := [number for number in numbers if _is_bare(number)]):
        return Progress(None, Clarify.PROGRESS_OR_DISBURSED, tokens=(bare[-1].token,))
    return None


def _may_be_answer(number: Quantity) -> bool:
    return number.token.kind is Kind.NUMBER and number.topic in (Topic.NONE, Topic.WORK)


def _is_plain(number: Quantity) -> bool:
    is_wrong = number.has(Mark.DROPPED, Mark.FROM)
    return number.token.kind is Kind.NUMBER and number.topic is Topic.NONE and not is_wrong


def _is_of_work(number: Quantity, default: Topic, is_asked: bool) -> bool:
    if number.has(Mark.FUTURE, Mark.DROPPED, Mark.FROM):
        return False
    kind, written = number.token.kind, number.token.number
    if written is None or kind is Kind.AMOUNT:
        return False
    if kind is Kind.NUMBER:
        is_percent = written.is_well_formed and not written.has_comma and 0 <= written.value <= HUNDRED
        is_said = number.topic is Topic.WORK and _introduces(number.before) and not number.is_of_unknown
        return is_percent and (is_said or (is_asked and number.topic is Topic.NONE))
    if kind is Kind.FRACTION:
        is_money = default is Topic.MONEY and number.token.value != "counted"
        return number.topic is Topic.WORK or (number.topic is Topic.NONE and not is_money)
    if number.has(Mark.REMAINING):
        return number.topic is Topic.WORK
    is_by_default = default is Topic.WORK and not number.has(Mark.AS_PLANNED)
    return number.topic is Topic.WORK or (number.topic is Topic.NONE and is_by_default)


def _introduces(before: Token | None) -> bool:
    """Return whether a plain number may follow as a percentage: งาน 45, คืบหน้าเป็น 45; but not เสร็จ, 14."""
    return before is not None and (before.kind in _INTRODUCING or before.is_punct(":=("))


def _is_bare(number: Quantity) -> bool:
    asides = (Mark.FUTURE, Mark.DROPPED, Mark.FROM, Mark.REMAINING)
    return number.token.kind is Kind.PERCENT and number.topic is Topic.NONE and not number.has(*asides)


def _chosen(candidates: list[Quantity]) -> Progress:
    """Return the figure of the whole: a percentage before a fraction, a total or the later one among percentages."""
    stated = [one for one in candidates if one.token.kind is Kind.PERCENT] or candidates
    stated = [one for one in stated if one.topic is Topic.WORK] or stated
    stated = [one for one in stated if not one.has(Mark.PART)] or stated
    totals = [one for one in stated if one.has(Mark.TOTAL)]
    if not totals and len(stated) > 1 and all(one.has(Mark.PART) for one in stated):
        return Progress(None, Clarify.PROGRESS_MISSING, tokens=(stated[-1].token,))  # งานดิน 80% งานผิวทาง 40%
    chosen = (totals or stated)[-1]
    written = chosen.token.number
    is_bound = chosen.before is not None and chosen.before.text in BOUNDS
    if written is None or is_bound or not (written.is_well_formed and written.is_exact):
        return Progress(None, Clarify.PROGRESS_MISSING, tokens=(chosen.token,))
    value = HUNDRED - written.value if chosen.has(Mark.REMAINING) else written.value
    percent = value.quantize(Decimal("0.01"), ROUND_HALF_UP)
    if not 0 <= percent <= HUNDRED:
        return Progress(None, Clarify.PROGRESS_MISSING, tokens=(chosen.token,))
    is_addition = chosen.has(Mark.MORE) and not chosen.has(Mark.BECOMES, Mark.TOTAL)
    is_step = chosen.has(Mark.STEP) and not chosen.has(Mark.BECOMES, Mark.TOTAL)
    return Progress(percent, None, is_addition, chosen.topic is Topic.NONE, is_step, (chosen.token,))


def all_of_the_work(tokens: Tokens) -> Tokens:
    """Return an answer to the question for the percentage with "ร้อยแล้ว" and "เต็มร้อย" as 100 %, not as baht or money."""
    return tuple(
        replace(token, kind=Kind.PERCENT, number=Number(HUNDRED)) if _is_hundred(token) else token
        for token in tokens
    )


def _is_hundred(token: Token) -> bool:
    if token.kind is Kind.FULL:
        return token.text.endswith(("ร้อย", "เปอร์เซ็นต์")) or token.text in ("ครบ", "ครบแล้ว", "เต็ม")
    is_plain = token.kind is Kind.AMOUNT and token.text in ("ร้อย", "หนึ่งร้อย", "ร้อยนึง")
    return is_plain and token.number is not None and token.number.value == HUNDRED
