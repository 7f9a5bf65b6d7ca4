"""The signed code on a form: whose it is and which month it asks about, so that a wrong or old one is noticed.

The code is a visible cell, because a hidden sheet or a file property is lost in .csv and in other programs.
"""

import re
from dataclasses import dataclass
from datetime import date

from itsdangerous import BadSignature, URLSafeSerializer

from rules.fiscal_year import parse_period, period_key

VERSION = 1
SALT = "report-form"
MARK = "tamngan-form:"
_CODE = re.compile(re.escape(MARK) + r"([\w.-]{1,300})", re.ASCII)


@dataclass(frozen=True)
class FormCode:
    """`year_be` is the fiscal year whose activities are numbered in the form, `period` the month it asks about."""

    person_id: int
    year_be: int
    period: date


def written_code(code: FormCode, secret_key: str) -> str:
    """Return the code as it stands in its cell."""
    content = [VERSION, code.person_id, code.year_be, period_key(code.period)]
    return MARK + str(URLSafeSerializer(secret_key, salt=SALT).dumps(content))


def code_in(text: str, secret_key: str) -> FormCode | None:
    """Return the code that a cell's text holds; None where there is none, or one that we did not write."""
    found = _CODE.search(text)
    if not found:
        return None
    try:
        version, person_id, year_be, period = URLSafeSerializer(secret_key, salt=SALT).loads(found[1])
        return FormCode(int(person_id), int(year_be), parse_period(period)) if version == VERSION else None
    except (BadSignature, ValueError, TypeError):
        return None
