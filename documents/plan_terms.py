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
    return _plan_field(code) or _other_field(code) or code


def _other_field(code: str) -> str | None:
    return {
        "name": _("name"),
        "disbursed": _("disbursed"),
        "committed": _("committed"),
        "remaining": _("remaining"),
        "left_over": _("left over"),
        "percent": _("percent"),
        "post": _("position"),
        "role": _("role"),
        "activities": _("activities"),
        "phone": _("telephone"),
        "to_no": _("to activity"),
        "kind": _("kind of change"),
        "amount": _("amount"),
        "decided_on": _("approved on"),
        "reference": _("approval reference"),
        "authority": _("approved by"),
    }.get(code)


def _plan_field(code: str) -> str | None:
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
    }.get(code)
