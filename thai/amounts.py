"""Chooses the disbursed amount among the numbers of one activity, and whether it is a total or an addition."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from thai.amount_choice import choose, distinct, has_first_instalment, is_sum_left_undone
from thai.amounts_in_words import all_of_it, nothing
from thai.money import Money
from thai.quantity import FIGURES, Mark, Quantity, Topic
from thai.reading import Clarify, Mode
from thai.tokens import Kind, Token, Tokens, after, before

SMALLEST_PLAIN_BAHT = 1_000  # below it a number without a unit may be millions or hundreds: ask
_FIGURE_BEFORE = {
    Kind.REFERENCE,
    Kind.NAME,
    Kind.PERCENT,
    Kind.LINE,
    Kind.FRACTION,
    Kind.EQUALS,
    Kind.TOTAL,
    Kind.INSTALMENT,
    Kind.EXTRA,
    Kind.BECOMES,
    Kind.THIS_MONTH,
    Kind.EARLIER,
}
_ENDING = {
    Kind.LINE,
    Kind.PERCENT,
    Kind.REFERENCE,
    Kind.NAME,
    Kind.PAST,
    Kind.NOT,
    Kind.YET,
    Kind.INSTALMENT,
    Kind.THIS_MONTH,
    Kind.EXTRA,
}
_OTHER_MATTERS = {Kind.GOING, Kind.PROBLEM, Kind.CAUSE, Kind.STOPPED, Kind.BECAUSE, Kind.REMAINING, Kind.WORK}
_UNITS = ("บาท", "บ.", "สตางค์", "baht", "thb", "฿", "บาด", ".-", "ถ้วน", "สต.", "satang")
_PER = ("งวดละ", "เดือนละ", "วันละ", "ครั้งละ", "รุ่นละ", "คนละ", "หัวละ", "ชุดละ", "ต้นละ")
_LONGEST_ANSWER = 24  # words


def read_money(
    tokens: Tokens, numbers: Sequence[Quantity], is_asked: bool = False, is_correction: bool = False
) -> Money | None:
    """Return what was disbursed, None where nothing was said. `is_asked`: the bot has just asked for it."""
    said = [number for number in numbers if _is_disbursed(tokens, number, is_asked or is_correction)]
    said = [number for number in said if not number.has(Mark.FROM)] or said
    amounts = [_amount(number) for number in said if not _is_share(number)]
    amounts = distinct(amounts)
    if is_sum_left_undone(tokens, said) or _leaves_out_an_item(numbers, said):
        amounts = [replace(amount, satang=None, doubt=Clarify.EXACT_AMOUNT) for amount in amounts]
    if amounts:
        return choose(amounts, _is_said_in_full(tokens), has_first_instalment(tokens))
    shares = [number for number in said if _is_share(number) and not number.has(Mark.RESTATED)]
    if shares:
        return _share_of_budget(tokens, shares[-1])
    return all_of_it(tokens, is_asked) or nothing(tokens, is_asked)


def _leaves_out_an_item(numbers: Sequence[Quantity], said: list[Quantity]) -> bool:
    """Return whether an item of the same payment stands outside what was read: เบิกค่าเสื้อ 75,000 ค่าเวที 120,000."""
    if not said or any(number.has(Mark.TOTAL) for number in said):
        return False
    return any(
        number.token.kind is Kind.AMOUNT
        and number not in said
        and number.topic is Topic.NONE
        and number.before is not None
        and number.before.kind is Kind.OTHER
        and not number.has(Mark.FUTURE, Mark.REMAINING, Mark.RESTATED)
        for number in numbers
    )


def _share_of_budget(tokens: Tokens, share: Quantity) -> Money:
    """Return the share of the budget; a doubt for a share of instalments, of the contract, or a mere limit."""
    is_of_contract = any(token.kind is Kind.CONTRACT for token in tokens[share.at + 1 : share.at + 3])
    is_advance = share.before is not None and "ล่วงหน้า" in share.before.text
    if share.token.value == "counted" or not _is_exact(share) or is_of_contract or is_advance:
        return Money(mode=_mode(share), doubt=Clarify.EXACT_AMOUNT, tokens=(share.token,))
    return Money(percent=_value(share), mode=_mode(share, Mode.CUMULATIVE), tokens=(share.token,))


def _is_disbursed(tokens: Tokens, number: Quantity, is_asked: bool) -> bool:
    if number.has(Mark.FUTURE, Mark.DROPPED, Mark.REMAINING) or (number.has(Mark.FROM) and not is_asked):
        return False
    if number.topic is Topic.MONEY:
        return True
    if number.topic is not Topic.NONE or number.token.kind in (Kind.PERCENT, Kind.FRACTION):
        return False
    if number.token.kind is Kind.NUMBER:
        return (
            is_asked
            and len(tokens) <= _LONGEST_ANSWER
            and sum(token.kind in FIGURES for token in tokens) == 1
        )
    return is_asked or _stands_alone(tokens, number.at)


def _stands_alone(tokens: Tokens, at: int) -> bool:
    """Return whether an amount without a verb stands where a figure would: "13 45% 2 ล้าน", but not "งานใหญ่ 40 ล้าน"."""
    ahead = next((token for token in before(tokens, at) if not _is_idle(token)), None)
    behind = next((token for token in after(tokens, at) if not _is_idle(token)), None)
    introduced = ahead is None or ahead.kind in _FIGURE_BEFORE or ahead.value == "instalment"
    is_cell = at + 1 < len(tokens) and tokens[at + 1].is_punct("|;")
    is_told_next = behind is not None and behind.spaced and behind.kind in _OTHER_MATTERS
    return introduced and (behind is None or is_cell or is_told_next or behind.kind in _ENDING)


def _is_idle(token: Token) -> bool:
    return token.kind is Kind.PUNCT or (token.kind is Kind.OTHER and len(token.text) <= 4)


def _is_share(number: Quantity) -> bool:
    return number.token.kind in (Kind.PERCENT, Kind.FRACTION)


def _is_exact(number: Quantity) -> bool:
    return number.token.number is None or number.token.number.is_exact


def _value(number: Quantity) -> Decimal:
    return number.token.number.value if number.token.number else Decimal(0)


def _amount(number: Quantity) -> Money:
    written = number.token.number
    mode = _mode(number)
    if (
        written is None
        or not written.is_well_formed
        or written.value != written.value.quantize(Decimal("0.01"))
    ):
        return Money(mode=mode, doubt=Clarify.AMOUNT_FORMAT, tokens=(number.token,))
    if not written.is_exact or (number.before is not None and number.before.text in _PER):
        return Money(mode=mode, doubt=Clarify.EXACT_AMOUNT, tokens=(number.token,))
    has_unit = any(unit in number.token.text for unit in _UNITS)
    if not has_unit and written.value != 0 and written.value < SMALLEST_PLAIN_BAHT:
        return Money(mode=mode, doubt=Clarify.AMOUNT_UNIT, tokens=(number.token,))
    return Money(satang=int(written.value * 100), mode=mode, tokens=(number.token,))


def _mode(number: Quantity, otherwise: Mode = Mode.AMBIGUOUS) -> Mode:
    if number.has(Mark.TOTAL) or (number.has(Mark.MORE) and number.has(Mark.BECOMES)):
        return Mode.CUMULATIVE  # "raised to" is a total
    if number.has(Mark.EXTRA, Mark.MORE, Mark.INSTALMENT):
        return Mode.INCREMENTAL
    if number.has(Mark.PAST, Mark.NOUN):
        return Mode.CUMULATIVE
    return Mode.INCREMENTAL if number.has(Mark.MONTH) else otherwise


def _is_said_in_full(tokens: Tokens) -> bool:
    return all_of_it(tokens) is not None
