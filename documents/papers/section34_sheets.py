"""The figures of the Section 34 report as a workbook: every activity, and the six rows of section 2."""

from typing import Any

from documents.papers.filters import on_date
from documents.papers.sheet import Column, Formula, Kind, Row, Sheet, total
from i18n import _
from rules.shares import percent_of

PERCENT = "=IF({budget}=0,0,ROUND({disbursed}/{budget}*100,2))"


def sheets(context: dict[str, Any]) -> tuple[Sheet, ...]:
    """Return both sheets, in the language now spoken."""
    titles = (
        _("Section 34 report, round {round}/{year}, {province}").format(
            round=context["round_no"], year=context["year_be"], province=context["province"]
        ),
        _("Figures as of {date}").format(date=on_date(context["as_of"])),
    )
    return _activities(context, titles), _counts(context["counts"], titles)


def _activities(context: dict[str, Any], titles: tuple[str, ...]) -> Sheet:
    columns = (
        Column("no", _("No."), Kind.COUNT, 6),
        Column("project", _("Project"), width=36),
        Column("activity", _("Activity"), width=48),
        Column("budget", _("Budget (baht)"), Kind.BAHT, 20),
        Column("disbursed", _("Disbursed (baht)"), Kind.BAHT, 20),
        Column("percent", _("Percent"), Kind.PERCENT, 10),
        Column("agency", _("Agency"), width=34),
        Column("note", _("Remarks"), width=34),
    )
    rows = [_activity(row) for row in context["rows"]]
    sums = {
        "budget": context["counts"]["approved"]["budget_satang"],
        "disbursed": sum(_paid(row) for row in context["rows"]),
    }
    share = Formula(PERCENT, percent_of(sums["disbursed"], sums["budget"]))
    last = total(columns, sums, _("Total"), "activity", {"percent": share}, {"budget": "approved.budget"})
    return Sheet(_("Activities"), titles, columns, (*rows, last))


def _activity(row: dict[str, Any]) -> Row:
    return Row(
        {
            "no": row["no"],
            "project": row["project"],
            "activity": row["activity"],
            "budget": row["budget_satang"],
            "disbursed": _paid(row),
            "percent": Formula(PERCENT, percent_of(_paid(row), row["budget_satang"])),
            "agency": row["agency"],
            "note": " ".join(words for words in (row["reason"], row["note"]) if words),
        },
        traces={"budget": f"{row['no']}.budget", "disbursed": f"{row['no']}.disbursed"},
    )


def _paid(row: dict[str, Any]) -> int:
    marked = row["boxes"]
    return int(marked["done_paid_satang"] or marked["going_paid_satang"] or 0)


def _counts(counts: dict[str, Any], titles: tuple[str, ...]) -> Sheet:
    columns = (
        Column("state", _("State"), width=48),
        Column("projects", _("Projects"), Kind.COUNT, 12),
        Column("activities", _("Activities"), Kind.COUNT, 12),
        Column("budget", _("Budget (baht)"), Kind.BAHT, 22),
    )
    named = {
        "done": _("Completed"),
        "going": _("In progress"),
        "awaiting": _("Not disbursed yet (awaiting acceptance or payment)"),
        "not_begun": _("Not begun"),
    }
    parts = [
        Row({"state": words, **_figures(counts[name])}, traces=_traces(name)) for name, words in named.items()
    ]
    carried = Row(
        {"state": _("Expected to be carried over (also counted above)"), **_figures(counts["carried"])},
        is_counted=False,
        traces=_traces("carried"),
    )
    whole = total(columns, _figures(counts["approved"]), _("Approved"), "state", traces=_traces("approved"))
    return Sheet(_("Section 2"), titles, columns, (*parts, whole, carried))


def _traces(name: str) -> dict[str, str]:
    return {key: f"{name}.{key}" for key in ("projects", "activities", "budget")}


def _figures(count: dict[str, Any]) -> dict[str, int]:
    return {
        "projects": count["projects"],
        "activities": count["activities"],
        "budget": count["budget_satang"],
    }
