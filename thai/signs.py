"""What points to each state of an activity, and the looks around a word that tell its meaning."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from thai.quantity import FIGURES
from thai.tokens import Kind, Token, Tokens, is_kind

_NOT_POSSIBLE = ("ไม่ได้", "ไมได้", "ไม่ได", "ไมได", "ม่ายได้")
_LONGEST_CLAUSE = 12  # tokens
_MEASURED = (Kind.PREFIX, Kind.NOISE, Kind.NUMBER)
_STRETCHES = (
    "บางส่วน", "บางช่วง", "บางจุด", "บางแห่ง", "บางตอน", "บางที่", "บางหมู่",
    "บางตำบล", "บางอำเภอ", "บางรุ่น", "บางราย", "บางแปลง", "บางหลัง",
    "ฝั่งซ้าย", "ฝั่งขวา", "อีกฝั่ง", "อีกช่วง", "อีกจุด", "อีกแปลง", "อีกหลัง", "ช่วงกลาง", "ช่วงท้าย", "ช่วงต้น", "ช่วงหน้าวัด", "ช่วงโค้ง",
    "ช่วงสะพาน", "ช่วงผ่าน", "ช่วงที่ติด", "จุดที่", "ตรงจุด", "ตรงช่วง", "เฉพาะช่วง", "เฉพาะจุด", "เฉพาะตรง", "เฉพาะส่วน", "เฉพาะแปลง",
)  # fmt: skip
_VERBS = (Kind.MONEY, Kind.DO, Kind.START, Kind.STOPPED, Kind.DONE)


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


def word_before(tokens: Tokens, at: int) -> Token | None:
    """Return the nearest meaningful word before, in the same breath."""
    place = _place_before(tokens, at)
    return tokens[place] if place >= 0 else None


def _place_before(tokens: Tokens, at: int) -> int:
    at -= 1
    while at >= 0 and tokens[at].kind in (Kind.WENT, Kind.DO, Kind.NOISE) and not tokens[at + 1].spaced:
        at -= 1
    return at


def is_denied(tokens: Tokens, at: int) -> bool:
    """Return whether the word before denies it (ยังไม่, ไม่, ไม่ใช่); not the end of "cannot go on" (ทำงานต่อไม่ได้ต้องหยุด)."""
    place = _place_before(tokens, at)
    if place < 0 or tokens[place].kind not in (Kind.NOT, Kind.YET, Kind.INSTEAD):
        return False
    return not _ends_going_on(tokens, place)


def _ends_going_on(tokens: Tokens, at: int) -> bool:
    """Return whether tokens[at] is the ไม่ได้ of ทำงานต่อไม่ได้, ก่อสร้างต่อไปไม่ได้: it belongs to what stands before it."""
    if at < 1 or tokens[at].text not in _NOT_POSSIBLE or tokens[at].spaced:
        return False
    return tokens[at - 1].text.endswith(("ต่อ", "ต่อไป"))


def before_in_clause(tokens: Tokens, at: int) -> Iterator[Token]:
    """Yield the words before tokens[at] in the same breath, the nearest first."""
    for place in range(at - 1, -1, -1):
        if tokens[place].kind in (Kind.LINE, Kind.PUNCT) or tokens[place].kind in FIGURES:
            return
        yield tokens[place]
        if tokens[place].spaced:
            return


def is_of_a_stretch(tokens: Tokens, at: int) -> bool:
    """Return whether only a part is spoken of in this clause: บางช่วงยังทำไม่ได้, ช่วง กม. 3+200 หยุดไว้ก่อน."""
    for place in range(at - 1, max(-1, at - 1 - _LONGEST_CLAUSE), -1):
        token = tokens[place]
        if token.kind in (Kind.LINE, Kind.PERCENT, Kind.AMOUNT, Kind.MONEY, Kind.NAME, Kind.REFERENCE):
            return False
        is_stretch = token.text.endswith("ช่วง") and is_kind(tokens, place + 1, *_MEASURED)
        if is_stretch or any(word in token.text for word in _STRETCHES):
            return True
        if token.kind is Kind.BUT:
            return False
    return False


def is_impossible(tokens: Tokens, at: int) -> bool:
    """จัดงานไม่ได้, ดำเนินการต่อไม่ได้; but not จัดงาน ไม่ได้เบิก, where the denial belongs to what follows."""
    for place in range(at + 1, min(at + 4, len(tokens))):
        token = tokens[place]
        if token.kind is Kind.NOT and token.text in _NOT_POSSIBLE:
            if _ends_going_on(tokens, place):
                return True
            denies_next = is_kind(tokens, place + 1, *_VERBS) and not tokens[place + 1].spaced
            return not denies_next and not token.spaced
        if token.kind not in (Kind.OTHER, Kind.NOISE):
            return False
    return False
