"""Marks what lies in the future: จะเบิก 15 พ.ค. 2 ล้าน, คาดว่าจะเสร็จเดือนหน้า. Plans are no figures and no states."""

from thai.tokens import Kind, Token, Tokens, is_kind

_NEAR = 4  # words that "within" or "due" reach over (ภายในวันที่ 10)
_DONE_BY_PAST = (Kind.DONE, Kind.DO, Kind.ACCEPTED, Kind.STOPPED, Kind.START)
_TIMES = ("when", "day")  # next month; a day to come
_FIGURES = (Kind.AMOUNT, Kind.PERCENT, Kind.FRACTION, Kind.NUMBER, Kind.NOISE)
_CLAUSE_HEADS = (
    Kind.MONEY,
    Kind.WORK,
    Kind.DONE,
    Kind.DO,
    Kind.GOING,
    Kind.YET,
    Kind.NOT,
    Kind.EXTRA,
    Kind.REMAINING,
)


def future_of(tokens: Tokens) -> list[bool]:
    """Return for each token whether it is told of the future."""
    marks = [False] * len(tokens)
    reach = 0  # tokens the future still reaches over; a plain จะ reaches to the next turn
    for at, token in enumerate(tokens):
        if token.kind is Kind.WILL:
            is_time = token.value in _TIMES
            if is_time and not _leads(tokens, at):
                _mark_back(tokens, at, marks)
            if not is_time or _leads(tokens, at) or _stands_between(tokens, at):
                reach = max(reach, _NEAR if token.value == "near" else len(tokens))
        elif _ends_the_future(tokens, at):
            reach = 0
        marks[at] = marks[at] or reach > 0
        reach -= 1
    return marks


def _leads(tokens: Tokens, at: int) -> bool:
    """Return whether "next month" comes before what it is said of: เดือนหน้าเบิก 2 ล้าน, งวดต่อไป 2 ล้าน."""
    if at + 1 >= len(tokens) or tokens[at + 1].kind in (Kind.LINE, Kind.PUNCT, Kind.JOIN):
        return False
    is_first = at == 0 or tokens[at - 1].kind in (Kind.LINE, Kind.NAME, Kind.REFERENCE)
    return is_first or not tokens[at + 1].spaced or tokens[at + 1].kind is Kind.AMOUNT


def _stands_between(tokens: Tokens, at: int) -> bool:
    """Return whether it may be said of what comes before or after: งาน 40% เดือนหน้า เบิก 2 ล้าน. Neither counts."""
    return tokens[at].spaced and is_kind(tokens, at - 1, Kind.PERCENT) and is_kind(tokens, at + 1, Kind.MONEY)


def _ends_the_future(tokens: Tokens, at: int) -> bool:
    token = tokens[at]
    if token.kind is Kind.GOING and is_kind(tokens, at - 1, Kind.WILL) and tokens[at - 1].value not in _TIMES:
        return False  # จะเร่งดำเนินการ
    if token.kind in (Kind.LINE, Kind.BUT, Kind.GOING) or (token.kind is Kind.NOW and token.text != "ยัง"):
        return True
    is_past = is_kind(tokens, at + 1, Kind.PAST)
    if token.kind is Kind.MONEY:
        return is_past or (token.spaced and token.value == "cumulative")
    if not token.spaced:
        return False
    if token.kind is Kind.DO and is_kind(tokens, at + 1, Kind.WENT) and is_kind(tokens, at + 2, *_FIGURES):
        return True  # ตั้งเป้า 60% ทำได้ 50%
    return token.kind in (Kind.WORK, Kind.REFERENCE, Kind.NAME) or (token.kind in _DONE_BY_PAST and is_past)


def _mark_back(tokens: Tokens, at: int, marks: list[bool]) -> None:
    """Mark what "next month" is said of when it comes last: เสร็จเดือนหน้า, เบิก 2 ล้านเดือนหน้า."""
    if is_kind(tokens, at + 1, Kind.WILL):
        return
    clause = _clause_before(tokens, at) if tokens[at].value == "when" else _words_before(tokens, at)
    if not any(tokens[place].kind is Kind.PAST for place in clause):
        for place in clause:
            marks[place] = tokens[place].kind not in (Kind.GOING, Kind.TENDER)


def _clause_before(tokens: Tokens, at: int) -> list[int]:
    start = at
    while start > 0 and not _begins_clause(tokens[start - 1], tokens[start]):
        start -= 1
    return list(range(start, at))


def _words_before(tokens: Tokens, at: int) -> list[int]:
    """Return the words a day belongs to: เริ่มงาน 1 มิ.ย., เบิก 2 ล้าน วันที่ 20 พ.ค.; no more than the last word."""
    start = at - 1
    while start > 0 and (not tokens[start].spaced or tokens[start].kind in _FIGURES):
        if _begins_clause(tokens[start - 1], tokens[start]):
            break
        start -= 1
    return list(range(max(start, 0), at))


def _begins_clause(before: Token, token: Token) -> bool:
    if before.kind in (Kind.LINE, Kind.BUT, Kind.NAME, Kind.REFERENCE):
        return True
    if before.kind is Kind.PAST and token.kind not in _FIGURES:
        return True
    if token.kind is Kind.WILL and token.value not in _TIMES:
        return True
    return token.spaced and token.kind in _CLAUSE_HEADS
