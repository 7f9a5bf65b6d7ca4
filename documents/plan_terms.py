"""The names of a plan's fields and units in the language now spoken."""

from i18n import _


def fields(codes: str) -> str:
    """Return the names of one field or of several, separated by commas."""
    return ", ".join(_field(code.strip()) for code in codes.split(","))


def unit(code: str) -> str:
    """Return the name of a unit of amounts: its code in documents.header."""
    return {
        "baht": _("baht"),
        "thousand": _("thousand baht"),
        "ten_thousand": _("ten thousand baht"),
        "hundred_thousand": _("hundred thousand baht"),
        "million": _("million baht"),
        "mixed": _("different units"),
    }.get(code, code)


def _field(code: str) -> str:
    return {
        "no": _("activity number"),
        "code": _("budget code"),
        "project_no": _("project number"),
        "project": _("project"),
        "main_activity": _("main activity"),
        "activity": _("activity"),
        "levels": _("project and activity"),
        "place": _("place"),
        "budget": _("budget"),
        "budget_recurrent": _("recurrent budget"),
        "budget_investment": _("investment budget"),
        "agency": _("agency"),
        "expense_class": _("expense class"),
        "funding_source": _("funding source"),
        "strategic_issue": _("strategic issue"),
        "planned_start": _("planned start"),
        "planned_end": _("planned end"),
        "planned_period": _("planned period"),
    }.get(code, code)
