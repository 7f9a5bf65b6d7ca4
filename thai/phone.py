"""Telephone numbers as people type them, beside a name or alone."""

import re

from thai.normalise import normalise

_GAP = r"[\s.\-()]*"
_NUMBER = re.compile(rf"(?<![\d,.])(?:\+?66{_GAP}(?:\(0\))?|0){_GAP}((?:\d{_GAP}){{7,8}}\d)(?![\d,]*\d)")
_EXTENSION = re.compile(r"\s*(?:ต่อ|#|ext\.?)\s*(\d{1,5})(?!\d)")
_LABEL = re.compile(r"(?:โทรศัพท์|เบอร์โทรศัพท์|เบอร์โทร|เบอร์|มือถือ|โทร|phone|tel|mobile)\s*[.:]*\s*$")
_MOBILE_DIGITS = 10
_BANGKOK = "02"


def split_phone(text: str) -> tuple[str, str | None]:
    """Return the text without its telephone number, and the number as "081-234-5678", None where there is none.

    Thai mobile (10 digits) and fixed lines (9), with or without +66, in any digits; an extension stays with it.
    """
    clean = normalise(text).clean
    found = _NUMBER.search(clean)
    if found is None:
        return " ".join(text.split()), None
    extension = _EXTENSION.match(clean, found.end())
    end = extension.end() if extension else found.end()
    phone = _written("0" + "".join(re.findall(r"\d", found.group(1))))
    before = _LABEL.sub("", clean[: found.start()])
    return " ".join(f"{before} {clean[end:]}".split()).strip(" ,;/-"), phone + (
        f" ต่อ {extension.group(1)}" if extension else ""
    )


def _written(digits: str) -> str:
    if digits.startswith(_BANGKOK) and len(digits) < _MOBILE_DIGITS:
        return f"{digits[:2]}-{digits[2:5]}-{digits[5:]}"
    return f"{digits[:3]}-{digits[3:6]}-{digits[6:]}"
