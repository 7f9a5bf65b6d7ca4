"""Numbers that are never amounts: telephone numbers, times of day, document and chainage numbers."""

import re
from functools import lru_cache

_FIRST_LETTERS = "พปคงhn"
_SHAPES = re.compile(
    r"""
    (?<!\d)0\d{1,2}[- ]?\d{3}[- ]?\d{3,4}(?!\d)          # telephone
    | (?<!\d)0\d{3}(?![\d,.])                            # control section 0100
    | (?<!\d)\d{1,2}[.:]\d{2}\s?(?:น\.|นาฬิกา|hrs)       # time of day
    | (?:(?<=^)|(?<=\n))\d{1,2}:\d{2}(?=\ [^\d\s:]{1,12}(?::|\ (?:กิจ|สาย|โครง|ส่ง|ถนน)))  # of a copied chat
    | (?<!\d)\d{1,3}\+\d{3}(?:\.\d+)?                    # chainage 2+350
    | (?<![\d.])\d{1,5}/25\d\d(?!\d)                     # letter or contract number 12/2564
    | พ\.?ศ\.?\s?\d{4} | ค\.?ศ\.?\s?\d{4}
    | (?:ปีงบประมาณ|ปีงบ|งบปี|ปี)\s?(?:พ\.ศ\.\s?)?(?:25)?\d\d(?!\d)
    | (?<=to\ be\ )no\.?\s?1(?![\d.,])                   # the name of a campaign
    | https?://\S+
    """,
    re.VERBOSE,
)


@lru_cache(maxsize=512)  # as numbers are: thai/numerals
def read_noise(text: str, at: int) -> int | None:
    """Return where the number shape at `at` ends, None where there is none."""
    if not text[at].isdigit() and text[at] not in _FIRST_LETTERS:
        return None
    found = _SHAPES.match(text, at)
    return found.end() if found else None
