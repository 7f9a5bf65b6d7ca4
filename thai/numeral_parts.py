"""Cuts a numeral into its elements: digits, unit words, magnitudes, จุด and ครึ่ง; thai.numerals puts them together."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum, auto

MILLION = Decimal(1_000_000)
UNIT_WORDS = {
    "ศูนย์": 0, "ศูน": 0, "หนึ่ง": 1, "นึง": 1, "เดียว": 1, "เอ็ด": 1, "สอง": 2, "ยี่": 2, "สาม": 3, "สี่": 4,
    "ห้า": 5, "หก": 6, "เจ็ด": 7, "แปด": 8, "เก้า": 9,
}  # fmt: skip
_MAGNITUDES = {
    "สิบ": 10, "ร้อย": 100, "พัน": 1_000, "หมื่น": 10_000, "แสน": 100_000, "ล้าน": 1_000_000,
    "ล้าณ": 1_000_000, "ล้้าน": 1_000_000, "หมืน": 10_000,
}  # fmt: skip
_SHORTEST_DOUBLED = 2
# Without their tone or a mark they are words of their own (สี colour, หา seek), so only inside a numeral.
_SLIPS = {
    "สี": "สี่", "หา": "ห้า", "หนึง": "หนึ่ง", "เจด": "เจ็ด", "เกา": "เก้า", "เอด": "เอ็ด", "ยี": "ยี่", "รอย": "ร้อย", "หมืน": "หมื่น",
    "ลาน": "ล้าน", "ครึง": "ครึ่ง", "ล่าน": "ล้าน", "แสณ": "แสน", "พ้น": "พัน", "ร่อย": "ร้อย", "หมึ่น": "หมื่น",
}  # fmt: skip
_SLIPS.update(
    (word[: at + 1] + word[at:], word)
    for word in (*UNIT_WORDS, *_MAGNITUDES)
    if len(word) > _SHORTEST_DOUBLED
    for at, letter in enumerate(word)
    if "ก" <= letter <= "ฮ"
)
FIRST_LETTERS = frozenset({word[0] for word in (*UNIT_WORDS, *_MAGNITUDES, "จุด", "ครึ่ง")} | set("0123456789."))
SINGLE_WORDS = frozenset((*UNIT_WORDS, *_MAGNITUDES, "จุด", "ครึ่ง"))
_ABBREVIATED_MILLION = re.compile(
    r"ลบ(?:\.(?!\s?ม)|(?![ก-ฮะ-์.]))|ล\.\s?บ\.?(?![ก-ฮะ-์])|ล\.|ล(?![ก-ฮะ-์.])|(?:mb|mil|millions?|m)(?![a-z])"
)
_ABBREVIATED_THOUSAND = re.compile(r"k(?![a-z])")
_WORDS = "|".join(sorted((*UNIT_WORDS, *_MAGNITUDES, "จุด", "ครึ่ง"), key=len, reverse=True))
_WORD = re.compile(rf"(?!ร้อยล[ะ่])(?:{_WORDS})")  # ร้อยละ is "per cent"
_SLIP = re.compile("|".join(sorted(_SLIPS, key=len, reverse=True)))
_MAGNITUDE_FOLLOWS = re.compile("(?:สิบ|ร้อย|พัน|หมื่น|แสน|ล้าน|ครึ่ง)(?![ะ-ฺ็-๎])")
_SLIP_ENDS = re.compile(rf"$|[^ก-๎]|บาท|สตางค์|ค่ะ|ครับ|คะ|แล้ว|จ้|จ๊|นะ|ฮะ|{_MAGNITUDE_FOLLOWS.pattern}")
_DIGITS = re.compile(r"\d{1,18}(?:,\d{1,9}){0,7}(?:\.\d{1,9}){0,4}|\.\d{1,9}")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?\Z")
_SPACED_GROUPS = re.compile(r"\d{1,3}(?: \d{3}){2,}(?![\d,.])")
_CONTINUES = re.compile("[ะ-ฺ็-๎]")
_AMOUNT_FOLLOWS = re.compile(r" ?(?:ล้าน|ล\.|ลบ|แสน|หมื่น|บาท|%)")


_LONGEST_NUMERAL = 24  # elements; no sum of money needs more


class Part(Enum):
    DIGITS = auto()
    UNIT = auto()
    MAGNITUDE = auto()
    POINT = auto()
    HALF = auto()


@dataclass(frozen=True, slots=True)
class Element:
    part: Part
    value: Decimal
    text: str
    end: int
    spaced: bool = False
    well_formed: bool = True


def elements_at(text: str, at: int) -> list[Element]:
    """Return the run of numeral elements that starts at `at`, single blanks between them allowed."""
    run: list[Element] = []
    while len(run) < _LONGEST_NUMERAL:
        spaced = bool(run) and text[at : at + 1] == " "
        element = _element(text, at + spaced, spaced, run[-1] if run else None)
        if element is None or (run and _cannot_follow(run[-1], element)):
            break
        run.append(element)
        at = element.end
    return run


def _cannot_follow(last: Element, element: Element) -> bool:
    """Return whether a magnitude comes after one that is not larger: ล้านล้าน is no number."""
    both = last.part is Part.MAGNITUDE and element.part is Part.MAGNITUDE
    return (both and element.value >= last.value and element.value != MILLION) or (
        both and last.value == MILLION
    )


def _element(text: str, at: int, spaced: bool, before: Element | None) -> Element | None:
    letter = text[at : at + 1]
    if letter.isdigit() or (letter == "." and text[at + 1 : at + 2].isdigit()):
        if before and (
            before.part is Part.DIGITS or (before.part is Part.MAGNITUDE and not spaced and letter == ".")
        ):
            return None
        return _digits(text, at, spaced)
    if before and before.part is Part.DIGITS:
        for pattern, size in ((_ABBREVIATED_MILLION, MILLION), (_ABBREVIATED_THOUSAND, Decimal(1_000))):
            if found := pattern.match(text, at):
                return Element(Part.MAGNITUDE, size, found.group(), found.end(), spaced)
    return _word(text, at, spaced, before)


def _word(text: str, at: int, spaced: bool, before: Element | None) -> Element | None:
    found = _WORD.match(text, at)
    if slip := _SLIP.match(text, at):
        is_inside = before is not None and not spaced
        if (is_inside and _SLIP_ENDS.match(text, slip.end())) or _MAGNITUDE_FOLLOWS.match(text, slip.end()):
            return replace(_element_of(_SLIPS[slip.group()], slip.end(), spaced), text=slip.group())
    if not found or _CONTINUES.match(text, found.end()) or (at and text[at - 1] in "เแโใไ"):
        return None
    return _element_of(found.group(), found.end(), spaced)


def _element_of(word: str, end: int, spaced: bool) -> Element:
    if word in UNIT_WORDS:
        return Element(Part.UNIT, Decimal(UNIT_WORDS[word]), word, end, spaced)
    if word in _MAGNITUDES:
        return Element(Part.MAGNITUDE, Decimal(_MAGNITUDES[word]), word, end, spaced)
    return Element(Part.POINT if word == "จุด" else Part.HALF, Decimal("0.5"), word, end, spaced)


def _digits(text: str, at: int, spaced: bool) -> Element | None:
    if blanks := _SPACED_GROUPS.match(text, at):
        return Element(Part.DIGITS, Decimal(0), blanks.group(), blanks.end(), spaced, well_formed=False)
    found = _DIGITS.match(text, at)
    if not found:
        return None
    written, end = found.group(), found.end()
    pieces = written.split(",")
    if len(pieces) > 1 and all(len(piece) <= 2 for piece in pieces) and not _AMOUNT_FOLLOWS.match(text, end):
        # "13,14,15" is a list; "12,5 ล้าน" a malformed amount.
        return Element(Part.DIGITS, Decimal(pieces[0]), pieces[0], at + len(pieces[0]), spaced)
    well_formed = written.count(".") <= 1 and ("," not in written or bool(_GROUPED.match(written)))
    value = Decimal(written.replace(",", "")) if well_formed else Decimal(0)
    return Element(Part.DIGITS, value, written, end, spaced, well_formed)
