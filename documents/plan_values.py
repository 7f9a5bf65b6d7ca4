"""Writes a plan's fields and their values for people, in the language now spoken; import-plan prints them."""

from datetime import date

from documents.plan_terms import fields
from i18n import _
from thai.writing import baht, long_date

# What the tables call a field, and what a plan's sheet calls it.
HEADINGS = {"name": "activity", "budget_satang": "budget"}
NOT_SAID = "-"


def field_name(field: str) -> str:
    """Return the name of a remembered field."""
    return _("reserve project") if field == "is_reserve" else fields(HEADINGS.get(field, field))


def in_field(field: str, value: object) -> str:
    """Return a value of a field in words; a dash where nothing was said."""
    if value is None:
        return NOT_SAID
    if field == "budget_satang" and isinstance(value, int):
        return baht(value)
    if field == "expense_class":
        return _("recurrent") if value == "recurrent" else _("investment")
    if isinstance(value, bool):
        return _("in reserve") if value else _("not in reserve")
    return long_date(value) if isinstance(value, date) else str(value)
