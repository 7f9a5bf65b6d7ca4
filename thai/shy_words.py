"""Words so short that they stand inside others (รอ in รอบ, งบ in สงบ): where they may be taken for themselves."""

import re

from thai.word_finder import WordFinder

# They need a known word, a blank or a sign on their left; the second group also on their right.
_SHY = frozenset(
    ("งบ", "หาก", "วาง", "แทน", "อาจ", "ยอด", "ใน", "จบ", "คือ", "ราคา", "โจร", "ขุด", "จัด", "สร้าง", "จ่าย")
)
_VERY_SHY = frozenset(("บ", "ณ", "มา", "ละ", "มิ", "เท", "ปู", "ถม", "นัด", "ตัง", "สิ้น", "ค่า"))
_BEFORE_FIGURES = frozenset(("ผล", "การเงิน"))  # they mean something only right before a figure
_WAITING = frozenset(("รอ",))
_LONGER_THAN_WAITING = re.compile("[บงยดน](?![ะาำิีึืุู])|[ะ-ฺ็-๎]")  # รอบ, รอง, รอย
_PAST = ("ไปแล้ว", "แล้ว", "เสร็จ")
_ALL = _SHY | _VERY_SHY | _BEFORE_FIGURES | _WAITING


def is_too_shy(text: str, at: int, end: int, finder: WordFinder, follows_unknown: bool) -> bool:
    """Return whether text[at:end] is such a word where it cannot be told from a piece of another."""
    word = text[at:end]
    if word not in _ALL:
        return False
    if word in _BEFORE_FIGURES:
        return follows_unknown or not finder.number_follows(end)
    if word in _WAITING:
        return follows_unknown or bool(_LONGER_THAN_WAITING.match(text, end))
    if follows_unknown:
        return not text.startswith(_PAST, end)  # …ที่ชะอำจัด|ไปแล้ว
    return word in _VERY_SHY and not finder.begins_something(end)
