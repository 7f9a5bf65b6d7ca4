"""Reads one number where it stands: digits with commas, Thai words, and both mixed (2 ล้าน 5 แสน).

The grammar: terms of coefficient and magnitude, largest first, and the spoken short forms
"สามล้านหก" (3,600,000), "แสนห้า" (150,000), "สองล้านครึ่ง" (2,500,000), "ครึ่งล้าน" (500,000).
"""

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from thai.numeral_parts import FIRST_LETTERS, MILLION, Element, Part, elements_at
from thai.tokens import Number

_JUST_ONE = {"เดียว", "นึง"}  # หมื่นเดียว, แสนนึง: one of them, not one and a tenth


@lru_cache(maxsize=512)  # a message is cut twice, for its report and for its wishes
def read_number(text: str, at: int) -> tuple[Number, int] | None:
    """Return the number that starts at `at` and where it ends, None where none starts."""
    if text[at : at + 1] not in FIRST_LETTERS:
        return None
    elements = elements_at(text, at)
    if not elements or elements[0].part is Part.POINT:
        return None
    sum_so_far = _Sum()
    while sum_so_far.takes(elements):
        pass
    if not sum_so_far.used:
        return None
    return sum_so_far.number(elements), elements[sum_so_far.used - 1].end


@dataclass
class _Sum:
    """A numeral while it is read: `section` below a million, `millions` above, `last` the latest magnitude."""

    millions: Decimal = Decimal(0)
    section: Decimal = Decimal(0)
    last: Decimal | None = None
    used: int = 0
    exact: bool = True
    closed: bool = False
    is_short: bool = False

    def takes(self, elements: list[Element]) -> bool:
        """Take the next term in; return whether there was one."""
        if self.closed or self.used >= len(elements):
            return False
        if elements[self.used].part is Part.MAGNITUDE:
            return self._takes_magnitude(elements[self.used])
        coefficient = _coefficient(elements, self.used)
        if coefficient is None:
            return False
        value, after, exact = coefficient
        follower = elements[after] if after < len(elements) else None
        if follower and follower.part is Part.MAGNITUDE and self._fits(follower.value):
            self._add(value, follower.value)
            self.used, self.exact = after + 1, self.exact and exact
            return True
        return self._takes_tail(elements, value, after, exact)

    def number(self, elements: list[Element]) -> Number:
        used = elements[: self.used]
        digits = used[0].part is Part.DIGITS
        return Number(
            value=self.millions + self.section,
            is_scaled=any(one.part is Part.MAGNITUDE and one.value >= 100 for one in used),
            is_exact=self.exact,
            is_well_formed=all(one.well_formed for one in used),
            is_digits=digits,
            has_comma=digits and "," in used[0].text,
            is_short=self.is_short,
        )

    def _fits(self, size: Decimal) -> bool:
        return self.last is None or size < self.last or (size == MILLION and not self.millions)

    def _add(self, coefficient: Decimal, size: Decimal) -> None:
        if self.last is not None and self.last >= 100_000 and size <= 10:
            self.exact = False  # ล้านยี่สิบ: one million and twenty, or 1.2 million?
        if size == MILLION:
            self.millions, self.section = (self.section + coefficient) * size, Decimal(0)
        else:
            self.section += coefficient * size
        self.last = size

    def _takes_magnitude(self, element: Element) -> bool:
        if element.value == MILLION and self.section and not self.millions:
            self._add(Decimal(0), MILLION)  # ยี่สิบ|ล้าน
        elif self.last is None or (element.value == 10 and self.last > 10):
            self._add(Decimal(1), element.value)  # ล้านสอง, ร้อยสิบ
        else:
            return False
        self.used += 1
        return True

    def _takes_tail(self, elements: list[Element], value: Decimal, after: int, exact: bool) -> bool:
        """Take the digits after the last magnitude: units after สิบ, the next place below after a larger one."""
        first = elements[self.used]
        if self.last is None:
            if first.part is not Part.HALF:
                self.section, self.used, self.exact = value, after, exact
            self.closed = True
            return bool(self.used)
        if first.part is Part.DIGITS or (first.spaced and self.last > 10) or self.last == 1:
            return False
        if first.part is Part.HALF:
            self.section += self.last / 2
        elif self.last <= 100 or first.text == "เอ็ด":
            self.section += value
            self.last = Decimal(1)
        elif first.text not in _JUST_ONE:
            self.is_short = True
            self.section += value * self.last / (10 ** (after - self.used))
            # ล้านหนึ่ง may be a million or 1.1; สิบล้านหนึ่ง is 10.1 million.
            self.exact = self.exact and exact and (value != 1 or self.used > 1)
        self.used = after
        self.closed = self.last is None or self.last > 1
        return True


def _coefficient(elements: list[Element], at: int) -> tuple[Decimal, int, bool] | None:
    """Return what multiplies the next magnitude, where it ends, and whether it is unmistakable."""
    first = elements[at]
    if first.part in (Part.DIGITS, Part.HALF):
        return first.value, at + 1, True
    if first.part is not Part.UNIT:
        return None
    whole, after = _unit_run(elements, at)
    if (
        after < len(elements) - 1
        and elements[after].part is Part.POINT
        and elements[after + 1].part is Part.UNIT
    ):
        fraction, end = _unit_run(elements, after + 1)
        return Decimal(f"{whole}.{fraction}"), end, True
    return Decimal(whole), after, len(whole) == 1


def _unit_run(elements: list[Element], at: int) -> tuple[str, int]:
    digits = ""
    start = at
    while at < len(elements) and elements[at].part is Part.UNIT and (at == start or not elements[at].spaced):
        digits += str(elements[at].value)
        at += 1
    return digits, at
