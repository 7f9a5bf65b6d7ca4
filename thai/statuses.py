"""Reads the state of an activity from its words: signs are gathered left to right, then weighed.

The traps: ยังไม่เสร็จ, เกือบเสร็จ, จะเสร็จเดือนหน้า, a part that is done (ตอกเข็มเสร็จ), an instalment accepted.
"""

from dataclasses import dataclass, field

from rules.status import Status
from thai.future import future_of
from thai.phrases import is_kind
from thai.tokens import Kind, Token, Tokens

_PAPERWORK = ("ขออนุ", "ขอความเห็น", "เตรียม", "วางแผน", "หารือ", "ประสาน", "เสนอ")
_PARTIAL_WORDS = 4  # letters of unknown text before "done" that make it the end of a part only


@dataclass
class Signs:
    """What points to each state; the tokens are kept to show the officer what was understood."""

    completed: list[Token] = field(default_factory=list)
    part_done: list[Token] = field(default_factory=list)
    going: list[Token] = field(default_factory=list)
    tender: list[Token] = field(default_factory=list)
    signed: list[Token] = field(default_factory=list)
    blocked: list[Token] = field(default_factory=list)
    not_started: list[Token] = field(default_factory=list)
    cancelled: list[Token] = field(default_factory=list)
    is_unfinished: bool = False


def read_signs(tokens: Tokens, is_asked: bool = False) -> Signs:
    """Return the signs of one activity's tokens; what lies in the future gives none.

    `is_asked`: the bot has just asked for the state, so that a lone ยัง, ดำเนินการ or ติดปัญหา is an answer.
    """
    signs = Signs()
    is_future = future_of(tokens)
    for at, token in enumerate(tokens):
        if is_future[at] and token.kind is not Kind.STOPPED:
            continue
        if reader := _READERS.get(token.kind):
            reader(tokens, at, signs)
    if is_asked and signs == Signs():
        _short_answer(tokens, signs)
    return signs


def _short_answer(tokens: Tokens, signs: Signs) -> None:
    words = [token for token in tokens if token.kind not in (Kind.PUNCT, Kind.LINE, Kind.PAST, Kind.OTHER)]
    if tokens and tokens[0].text.startswith("เรียบร้อย"):
        signs.completed.append(tokens[0])
    if not words:
        return
    first = words[0]
    if first.kind in (Kind.YET, Kind.NOW) and first.text.startswith("ยัง") and len(words) == 1:
        signs.not_started.append(first)
    elif first.kind in (Kind.DO, Kind.START, Kind.GOING):
        signs.going.append(first)
    elif first.kind is Kind.PROBLEM and first.value == "stuck":
        signs.blocked.append(first)
    elif first.kind is Kind.DONE:
        signs.completed.append(first)


def decide(
    signs: Signs, has_partial_percent: bool, has_figures: bool, is_paid_out: bool
) -> tuple[Status | None, tuple[Token, ...]]:
    """Return the state the signs add up to, and the words that tell it.

    `has_partial_percent`: less than 100 % of work was said; `is_paid_out`: all money is disbursed.
    """
    completed = signs.completed + (signs.part_done if is_paid_out and not signs.going else [])
    ordered = (
        (Status.CANCELLED, signs.cancelled),
        (Status.BLOCKED, signs.blocked if not _has_resumed(signs) else []),
        (Status.NOT_STARTED, signs.not_started if not signs.going else []),
        (
            Status.COMPLETED,
            completed if not (signs.going or signs.is_unfinished or has_partial_percent) else [],
        ),
        (Status.IN_PROGRESS, signs.going),
        (Status.PROCUREMENT, signs.tender + ([] if has_figures else signs.signed)),
    )
    if signs.tender and signs.going and signs.tender[-1].start > signs.going[-1].start:
        return Status.PROCUREMENT, tuple(signs.tender)
    if signs.tender and signs.not_started:
        return Status.PROCUREMENT, tuple(signs.tender)
    return next(((status, tuple(words)) for status, words in ordered if words), (None, ()))


def _has_resumed(signs: Signs) -> bool:
    """Return whether work that had stopped goes on again."""
    return any(token.value == "resumed" for token in signs.going)


def _word_before(tokens: Tokens, at: int) -> Token | None:
    """Return the nearest meaningful word before, in the same breath."""
    at -= 1
    while at >= 0 and tokens[at].kind in (Kind.WENT, Kind.DO, Kind.NOISE) and not tokens[at + 1].spaced:
        at -= 1
    return tokens[at] if at >= 0 else None


def _is_denied(tokens: Tokens, at: int) -> bool:
    before = _word_before(tokens, at)
    return before is not None and before.kind in (Kind.NOT, Kind.YET, Kind.INSTEAD)


def _done(tokens: Tokens, at: int, signs: Signs) -> None:
    token = tokens[at]
    before = _word_before(tokens, at)
    is_too_late = is_kind(tokens, at + 1, Kind.NOT) and not tokens[at + 1].spaced  # เสร็จไม่ทัน
    if _is_denied(tokens, at) or is_too_late or (before and before.kind in (Kind.ALMOST, Kind.WAIT)):
        signs.is_unfinished = True
        return
    if token.value == "neat" and not _is_neat_end(tokens, at):
        return
    if before and before.kind in (Kind.TENDER, Kind.AWAITING, Kind.CONTRACT):
        signs.signed.append(token)
        return
    after = _next_meaning(tokens, at + 1)
    if after is not None and after.kind is Kind.FRACTION and after.number and after.number.value < 100:
        return
    if before and before.kind in (Kind.INSTALMENT, Kind.COUNT):
        return
    if before and before.kind is Kind.MONEY and not tokens[at].spaced:
        return
    (signs.part_done if _is_of_a_part(tokens, at) else signs.completed).append(token)


def _is_neat_end(tokens: Tokens, at: int) -> bool:
    """เรียบร้อย means done only by itself or after the work itself."""
    before = _word_before(tokens, at)
    return before is None or before.kind in (Kind.LINE, Kind.NAME, Kind.REFERENCE, Kind.WORK, Kind.DO)


def _next_meaning(tokens: Tokens, at: int) -> Token | None:
    return next(
        (token for token in tokens[at : at + 4] if token.kind not in (Kind.PAST, Kind.WENT, Kind.OTHER)), None
    )


def _is_of_a_part(tokens: Tokens, at: int) -> bool:
    """Return whether unknown words right before make it the end of a part: ผิวทางเสร็จ, ตอกเข็มเสร็จ."""
    letters = 0
    for token in reversed(tokens[:at]):
        if token.kind in (
            Kind.NAME,
            Kind.REFERENCE,
            Kind.LINE,
            Kind.PUNCT,
            Kind.WORK,
            Kind.THIS,
            Kind.ALL,
            Kind.FRACTION,
        ):
            break
        if token.kind is Kind.COUNT:
            return True
        if token.kind is Kind.OTHER:
            letters += len(token.text)
        if token.spaced:
            break
    return letters >= _PARTIAL_WORDS


def _accepted(tokens: Tokens, at: int, signs: Signs) -> None:
    token = tokens[at]
    nearby = tokens[at + 1 : at + 3]
    if _is_denied(tokens, at) or any(
        one.kind in (Kind.INSTALMENT, Kind.FRACTION, Kind.NOT, Kind.YET, Kind.COUNT) for one in nearby
    ):
        return
    before = _word_before(tokens, at)
    if before and before.kind in (Kind.WAIT, Kind.GOING, Kind.INSTALMENT):
        if before.kind is Kind.GOING:
            signs.going.append(before)
        return
    is_over = any(one.kind in (Kind.PAST, Kind.DONE, Kind.FULL) for one in nearby) or "สุดท้าย" in token.text
    if is_over and token.value != "delivered":
        signs.completed.append(token)


def _doing(tokens: Tokens, at: int, signs: Signs) -> None:
    """A verb of work: denied it has not started, impossible it is blocked, past or with a figure it goes on."""
    token = tokens[at]
    before = _word_before(tokens, at)
    if token.value == "not":
        signs.not_started.append(token)
        return
    if before and before.kind is Kind.NOT and before.value == "cannot":
        if not is_kind(tokens, at + 1, Kind.MONEY, Kind.AWAITING):
            signs.blocked.append(token)
        return
    if before and before.kind is Kind.YET:
        _not_yet(tokens, at, signs)
        return
    after = at + 1
    while is_kind(tokens, after, Kind.DO, Kind.START, Kind.WENT):
        after += 1
    if _is_impossible(tokens, at):
        signs.blocked.append(token)
    elif token.kind is Kind.START:
        if is_kind(tokens, after, Kind.PAST, Kind.DATE) and not (
            before and before.kind in (Kind.NOT, Kind.WAIT)
        ):
            signs.going.append(token)
    elif _is_under_way(tokens, at, after) and not (before and before.kind in (Kind.NOT, Kind.WAIT)):
        signs.going.append(token)


def _not_yet(tokens: Tokens, at: int, signs: Signs) -> None:
    after = at + 1
    while is_kind(tokens, after, Kind.DO, Kind.START, Kind.WENT):
        after += 1
    if is_kind(tokens, after, Kind.DONE):
        signs.is_unfinished = True
    elif (
        not is_kind(tokens, after, Kind.MONEY, Kind.AWAITING, Kind.TENDER, Kind.ACCEPTED)
        or tokens[after].spaced
    ):
        signs.not_started.append(tokens[at])


def _is_impossible(tokens: Tokens, at: int) -> bool:
    """จัดงานไม่ได้, ดำเนินการต่อไม่ได้; but not จัดงาน ไม่ได้เบิก, where the denial belongs to what follows."""
    for place in range(at + 1, min(at + 4, len(tokens))):
        token = tokens[place]
        if token.kind is Kind.NOT and token.text == "ไม่ได้":
            follower = tokens[place + 1] if place + 1 < len(tokens) else None
            verb_follows = follower is not None and follower.kind in (
                Kind.MONEY,
                Kind.DO,
                Kind.START,
                Kind.STOPPED,
                Kind.DONE,
            )
            return not (verb_follows and follower is not None and not follower.spaced) and not token.spaced
        if token.kind is not Kind.OTHER and not (token.kind is Kind.NOISE):
            return False
    return False


def _is_under_way(tokens: Tokens, at: int, after: int) -> bool:
    while after < len(tokens) and (
        tokens[after].is_punct(".") or (tokens[after].kind is Kind.OTHER and len(tokens[after].text) <= 4)
    ):
        after += 1  # a short word between: อบรมผปก.ไปแล้ว
    if is_kind(tokens, at + 1, Kind.PAST) or is_kind(tokens, after, Kind.PAST):
        place = after if is_kind(tokens, after, Kind.PAST) else at + 1
        is_whole = tokens[at].text.startswith("ดำเนิน") or tokens[at].text in ("ทำ", "ติดตั้ง", "ก่อสร้าง")
        return (
            is_kind(tokens, place + 1, Kind.PERCENT, Kind.FRACTION) or is_whole or "ไป" in tokens[place].text
        )
    return (
        tokens[at].text in ("ทำ", "ดำเนินการ", "ดำเนินงาน")
        and is_kind(tokens, after, Kind.PERCENT, Kind.FRACTION)
        and after > at + 1
    )


def _going(tokens: Tokens, at: int, signs: Signs) -> None:
    """กำลัง / อยู่ระหว่าง: what follows tells whether it is work, procurement or mere paperwork."""
    token = tokens[at]
    before = _word_before(tokens, at)
    if before and before.kind in (Kind.NOT, Kind.YET, Kind.INSTEAD):
        return
    if token.value in ("work", "resumed"):
        (signs.blocked if _is_impossible(tokens, at) else signs.going).append(token)
        return
    for place in range(at + 1, min(at + 5, len(tokens))):
        kind = tokens[place].kind
        if tokens[place].spaced and place > at + 1 and kind is not Kind.TENDER:
            break
        if kind is Kind.TENDER or (kind is Kind.CAUSE and tokens[place].value == "REBID"):
            signs.tender.append(tokens[place])
            return
        if kind in (Kind.AWAITING, Kind.MONEY, Kind.WAIT, Kind.PROBLEM, Kind.SAME):
            return
        if kind is Kind.CAUSE and place == at + 1:
            return
        if kind is Kind.OTHER and tokens[place].text.startswith(_PAPERWORK):
            return
        if kind is Kind.CONTRACT:
            signs.tender.append(tokens[place])
            return
        if kind in (Kind.LINE, Kind.NUMBER, Kind.PERCENT):
            break
    if "ขั้นตอน" not in token.text or is_kind(tokens, at + 1, Kind.DO):
        signs.going.append(token)


def _tender(tokens: Tokens, at: int, signs: Signs) -> None:
    token = tokens[at]
    if _is_denied(tokens, at) and token.text.startswith(("จัดซื้อ", "จัดจ้าง")):
        signs.not_started.append(token)
        return
    is_contract = any(word in token.text for word in ("ลงนาม", "เซ็นสัญญา", "ทำสัญญา", "ผู้ชนะ"))
    nearby = tokens[at + 1 : at + 3]
    is_over = any(one.kind in (Kind.PAST, Kind.DATE, Kind.DONE) or one.text == "วันที่" for one in nearby)
    before = _word_before(tokens, at)
    if is_contract and is_over and not _is_denied(tokens, at) and not (before and before.kind is Kind.WAIT):
        signs.signed.append(token)
    else:
        signs.tender.append(token)


def _stopped(tokens: Tokens, at: int, signs: Signs) -> None:
    is_joined = not tokens[at].spaced
    if is_joined and (_is_denied(tokens, at) or is_kind(tokens, at - 1, Kind.CAUSE)):
        return
    if is_kind(tokens, at - 1, Kind.WILL):
        return
    signs.blocked.append(tokens[at])


def _cancelled(tokens: Tokens, at: int, signs: Signs) -> None:
    if tokens[at].value == "ended" or any(
        token.kind in (Kind.REFERENCE, Kind.NAME) or token.text in ("กิจกรรม", "โครงการ")
        for token in tokens[at + 1 : at + 3]
    ):
        signs.cancelled.append(tokens[at])


_READERS = {
    Kind.DONE: _done, Kind.ACCEPTED: _accepted, Kind.DO: _doing, Kind.START: _doing, Kind.GOING: _going, Kind.TENDER: _tender,
    Kind.STOPPED: _stopped, Kind.CANCEL: _cancelled,
}  # fmt: skip
