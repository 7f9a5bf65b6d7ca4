"""Looks around a number or a name: whether it is denied, counts the lines of a list, heads a figure or begins anew."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from thai.tokens import Kind, Token, Tokens, after, is_kind

_FILLING = ("อัน", "ตัว", "ของ", "งาน", "กิจกรรม", "โครงการ", "สาย", "เส้น", "ที่", "อันที่", "เรื่อง")
_PLACES = ("ลำดับ", "ข้อ", "รายการ", "อันที่", "เรื่องที่", "อันดับ", "no", "#")
_ENDED = (Kind.START, Kind.DO, Kind.CONTRACT)
_LONGEST_LIST = 40  # lines
_FAR = 10  # tokens
_EXCEPT = ("ยกเว้น", "นอกจาก", "เว้นแต่", "except")
HEADS = (Kind.WORK, Kind.MONEY, Kind.DONE, Kind.YET, Kind.START, Kind.GOING, Kind.STOPPED, Kind.TENDER)
_ORDINALS = {"แรก": 1, "สุดท้าย": -1, "หลังสุด": -1, "หลัง": -1}
_NO_ORDINALS = ("หลังคา", "หลังจาก", "หลังบ้าน", "แรกเริ่ม", "แรกๆ")
_STEMS = ("อัน", "ตัว", "รายการ", "กิจกรรม", "โครงการ", "สาย", "เส้น", "แห่ง")
NEEDS_NUMBER = {
    Kind.MONEY, Kind.EQUALS, Kind.BECOMES, Kind.EARLIER, Kind.TOTAL, Kind.EXTRA, Kind.PERCENT_WORD, Kind.ABOUT, Kind.WENT,
    Kind.INSTEAD, Kind.PLANNED, Kind.AWAITING, Kind.BUDGET, Kind.CONTRACT, Kind.COMMITTED, Kind.REMAINING, Kind.OUT_OF,
    Kind.DO, Kind.AS_OF, Kind.WILL, Kind.START,
}  # fmt: skip
SAID_OF_ONE = (
    Kind.WORK, Kind.MONEY, Kind.DONE, Kind.YET, Kind.NAME, Kind.PERCENT, Kind.AMOUNT, Kind.START, Kind.GOING, Kind.STOPPED,
    Kind.TENDER, Kind.PROBLEM, Kind.CAUSE, Kind.SAME, Kind.PUNCT, Kind.DO, Kind.ACCEPTED, Kind.FULL, Kind.REMAINING,
    Kind.NOW, Kind.NOT, Kind.WAIT, Kind.AWAITING, Kind.CANCEL, Kind.LINE, Kind.FRACTION,
)  # fmt: skip
UNITS = {Kind.PERCENT_SIGN, Kind.BAHT, Kind.COUNTER, Kind.OUT_OF, Kind.OVER}


def ordinal_in(text: str) -> int | None:
    """Return the place that อันแรก or สายสุดท้าย gives, -1 for the last; None where there is none (ตัวหลังคา)."""
    for stem in _STEMS:
        for word, place in _ORDINALS.items():
            if f"{stem}{word}" in text and not any(f"{stem}{other}" in text for other in _NO_ORDINALS):
                return place
    return None


def is_denied(tokens: Tokens, at: int) -> bool:
    """Return whether it is said that this one is not meant, and another is: ไม่ใช่อันมาตรฐานสากล."""
    place = at - 1
    while place >= 0 and tokens[place].text in _FILLING:
        place -= 1
    return (
        is_kind(tokens, place, Kind.INSTEAD)
        and tokens[place].value != "slip"
        and tokens[place].text.startswith("ไม")
    )


def numbers_a_list(tokens: Tokens, at: int) -> bool:
    """Return whether it only counts the lines of the message: ลำดับที่ 1 กิจกรรม 20 …"""
    is_place = tokens[at].text.startswith(_PLACES) and tokens[at].kind is Kind.REFERENCE
    after_it = at + 2 if at + 1 < len(tokens) and tokens[at + 1].is_punct(":).-") else at + 1
    return (
        is_place
        and is_kind(tokens, after_it, Kind.REFERENCE)
        and not tokens[after_it].text.startswith(_PLACES)
    )


def list_number(tokens: Tokens, at: int) -> Token | None:
    """Return the number of a list's line as the break of a line: … ยังไม่มีการเบิกจ่าย 2. ค่าใช้จ่ายในการบริหารงานจังหวัด."""
    token = tokens[at]
    if (
        token.kind is not Kind.NUMBER
        or token.number is None
        or not (0 < (token.number.whole or 0) <= _LONGEST_LIST)
    ):
        return None
    if at + 2 >= len(tokens) or not tokens[at + 1].is_punct(".)") or tokens[at + 1].spaced:
        return None
    heads = tokens[at + 2].kind in (Kind.NAME, Kind.REFERENCE) or tokens[at + 2].text.startswith(
        ("กิจกรรม", "โครงการ")
    )
    return replace(token, kind=Kind.LINE, number=None) if heads else None


def heads_a_figure(tokens: Tokens, at: int) -> bool:
    """Return whether a figure follows right after the number: 13 = 50%, 13: 2 ล้าน, 13 50."""
    if tokens[at + 1].text in ("=", ":"):
        return at + 2 < len(tokens)
    return is_kind(tokens, at + 1, Kind.NUMBER, Kind.PERCENT, Kind.AMOUNT)


def starts_anew(tokens: Tokens, at: int) -> bool:
    """Return whether something else was finished being said before: … ยังไม่เริ่ม 13 งาน 54%, … รอเซ็นสัญญา 15 ยังไม่เริ่ม."""
    if not (tokens[at].spaced and at + 1 < len(tokens) and tokens[at + 1].spaced):
        return False
    ended = (Kind.WENT, Kind.WORK, *_ENDED)
    if any(token.kind is Kind.MONEY for token in tokens[max(0, at - 3) : at]):
        return False
    if tokens[at - 1].kind not in ended:
        return False
    heads = HEADS if tokens[at - 1].kind in _ENDED else (Kind.WORK,)
    return tokens[at + 1].kind in heads


def word_before(tokens: Tokens, at: int) -> Token | None:
    """Return the word before, skipping opening brackets and politeness."""
    at -= 1
    while at >= 0 and (
        tokens[at].is_punct("(#-") or tokens[at].text in ("รายงาน", "ขอรายงาน", "report", "ครับ", "ค่ะ")
    ):
        at -= 1
    return tokens[at] if at >= 0 else None


def is_followed_by_report(tokens: Tokens, at: int) -> bool:
    return any(token.kind not in (Kind.OTHER, Kind.PUNCT, Kind.NOISE) for token in after(tokens, at))


def is_inside_a_word(tokens: Tokens, at: int) -> bool:
    """Return whether letters like a name are but the middle of an unknown word: พระรามราช|นิเวศ|น์."""
    begins_within = is_kind(tokens, at - 1, Kind.OTHER) and not tokens[at].spaced
    return begins_within and is_kind(tokens, at + 1, Kind.OTHER) and not tokens[at + 1].spaced


def continues_list(tokens: Tokens, at: int, points: Callable[[Tokens, int], object]) -> bool:
    """Return whether the number goes on a list of activities: 13, 14 กับ 15; 13-15."""
    place = at - 1
    while place >= 0 and (
        tokens[place].kind is Kind.JOIN or tokens[place].is_punct(",-") or tokens[place].text == "ถึง"
    ):
        place -= 1
    joined = place < at - 1 or tokens[place].kind in (Kind.REFERENCE, Kind.NUMBER)
    return joined and place >= 0 and points(tokens, place) is not None


def is_told_of_nothing(tokens: Tokens, at: int) -> bool:
    """Return whether the number follows what was not paid, and something is told of it: 14 ไม่ได้เบิก 15 ยังไม่ได้เบิก."""
    is_between = tokens[at].spaced and at + 1 < len(tokens) and tokens[at + 1].spaced
    is_unpaid = is_kind(tokens, at - 1, Kind.MONEY) and is_kind(tokens, at - 2, Kind.NOT, Kind.YET)
    return is_between and is_unpaid and is_kind(tokens, at + 1, Kind.NOT, *HEADS)


def speaks_of_others(tokens: Tokens, at: int) -> bool:
    """Return whether the others are spoken of: ส่วนอันอื่น; ทุกสายเท่าเดิมยกเว้น 13."""
    if tokens[at].kind is not Kind.ALL or tokens[at].value != "activities":
        return tokens[at].kind is Kind.ALL and tokens[at].value == "others"
    return any(word in one.text for one in tokens[at + 1 : at + _FAR] for word in _EXCEPT)


def is_of_list(tokens: Tokens, at: int, mine: Sequence[int]) -> bool:
    """Return whether a number with a bracket or point counts lines, and another behind it is the activity."""
    following, number = tokens[at + 2].number, tokens[at].number
    is_number = following is not None and following.whole in mine
    is_mine = number is not None and number.whole in mine
    return is_kind(tokens, at + 2, Kind.REFERENCE) or (is_number and not is_mine)
