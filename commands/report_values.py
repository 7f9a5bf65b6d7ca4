"""Reads what is typed after report's options: years, months and days, in either era; leaves with status 2 otherwise."""

from datetime import date

from commands.refuse import refuse
from documents.papers.form import Form, Section
from documents.papers.forms import FORMS, form_named
from rules.fiscal_year import BUDDHIST_ERA, parse_period

FIRST_YEAR_BE, LAST_YEAR_BE = 2500, 2700
YEARS = range(2000, 2200)


def year_of(text: str) -> int:
    """Return a fiscal year (BE)."""
    year = int(text) if text.isdecimal() and len(text) == 4 else 0
    if FIRST_YEAR_BE <= year <= LAST_YEAR_BE:
        return year
    if FIRST_YEAR_BE <= year + BUDDHIST_ERA <= LAST_YEAR_BE:
        refuse(f"--year: a Buddhist year; {year} is {year + BUDDHIST_ERA}")
    return refuse(f"--year: a Buddhist year such as 2564, not {text!r}")


def month_of(text: str) -> date:
    """Return the first day of a month."""
    try:
        month = parse_period(text)
    except ValueError:
        month = date.min
    if month.year not in YEARS:
        refuse(f"--month: a month such as 2564-04, not {text!r}")
    return month


def day_of(text: str, option: str) -> date:
    """Return a day written as 2564-04-30 or 2021-04-30."""
    try:
        year, month, day = (int(part) for part in text.split("-"))
        found = date(year - BUDDHIST_ERA if year >= FIRST_YEAR_BE - 100 else year, month, day)
    except ValueError:
        found = date.min
    if found.year not in YEARS:
        refuse(f"{option}: a day such as 2564-04-30, not {text!r}")
    return found


def the_form(name: str) -> Form:
    """Return the form called `name`."""
    form = form_named(name)
    return form or refuse(f"FORM: one of: {', '.join(each.name for each in FORMS)}")


def the_section(form: Form, name: str) -> Section:
    """Return the section of a form by its name or its number."""
    for section in form.sections:
        if name in (section.name, section.no):
            return section
    known = ", ".join(f"{section.name} ({section.no})" for section in form.sections) or "none"
    return refuse(f"SECTION: {form.name} has {known}")
