"""Words of several senses (ม. is metre or village): which sense the neighbours allow."""

import re

from thai.lexicon import Senses
from thai.tokens import Kind, Token
from thai.word_finder import WordFinder

_NUMBER_BEFORE = {Kind.COUNTER, Kind.OVER, Kind.BAHT}
_NUMBER_AFTER = {Kind.PREFIX, Kind.ABOUT}
_CHOOSY = {Kind.CAUSE: 0, Kind.COUNTER: 0, Kind.OVER: 1, Kind.BAHT: 1, Kind.PREFIX: 1, Kind.ABOUT: 1}
_COUNTED = (Kind.NUMBER, Kind.BAHT, Kind.OVER, Kind.PERCENT_SIGN)
_FEWEST_BAHT = 1_000  # no plan has so many activities
_MOST_INSTALMENTS = 60
_THINGS = (
    "เสา", "ท่อ", "บ่อ", "ลูก", "ลำ", "ราง", "ใบ", "วัด", "ตลาด", "แบบ", "หลัง", "ตอน", "เรื่อง", "ช่อง", "เครื่อง", "หน่วย",
    "ฐาน", "ด้าน",
)  # fmt: skip
_INSTALMENT_NUMBER = re.compile(r"\s?\d{1,2}(?![\d,.])(?!\s?(?:%|ล|แสน|หมื่น|พัน|เปอร์|บาท|ร้อยละ|จาก|ใน|/))")


def fitting(
    senses: Senses, done: list[Token], text: str, end: int, finder: WordFinder
) -> tuple[Kind, str] | None:
    """Return the first sense of the word that ends at `end` which what stands around allows; the choosy go first."""
    last = done[-1] if done else None
    follows_number = last is not None and last.kind in _COUNTED
    for kind, value in sorted(senses, key=lambda sense: _CHOOSY.get(sense.kind, 2)):
        if kind in _NUMBER_BEFORE and not follows_number:
            continue
        if kind is Kind.COUNTER and not _may_count(value, senses, done, text, end, finder):
            continue
        if kind not in _NUMBER_AFTER or finder.number_follows(end):
            return kind, value
    return None


def _may_count(
    value: str, senses: Senses, done: list[Token], text: str, end: int, finder: WordFinder
) -> bool:
    """Return whether a word of counting counts the number before it, and does not begin what comes next."""
    number = done[-1].number
    if done[-1].kind is Kind.PERCENT_SIGN or (number is not None and number.is_scaled):
        return False
    if text.endswith(_THINGS, 0, end) and not finder.begins_something(end):
        return False  # 14 เสาเข็มตอกเสร็จแล้ว
    is_large = number is not None and number.value >= _FEWEST_BAHT
    is_place = len(done) > 1 and done[-2].kind is Kind.PREFIX
    names_the_next = (Kind.PREFIX, "activity") in senses and finder.number_follows(end)
    if names_the_next and (is_large or is_place):
        return False  # เบิกแล้ว 620,475 กิจกรรม 2 …, ลำดับที่ 1 กิจกรรม 20
    if value != "instalment":
        return True
    is_too_many = number is not None and number.value > _MOST_INSTALMENTS  # 330,920 งวดสอง
    return not is_too_many and not _INSTALMENT_NUMBER.match(text, end)  # 13 งวด 2 เบิก 5 แสน
