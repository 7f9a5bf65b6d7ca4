"""The results summary as a form: its sections that the office words, its sheet and its sample."""

from typing import Any

from documents.papers.filters import on_date
from documents.papers.form import Form, Needs, Section
from documents.papers.results import NAME, gather
from documents.papers.samples import sample_of
from documents.papers.sheet import Column, Formula, Kind, Row, Sheet, total
from i18n import _
from rules.shares import percent_of

PERCENT = "=IF({budget}=0,0,ROUND({disbursed}/{budget}*100,2))"


def sheets(context: dict[str, Any]) -> tuple[Sheet, ...]:
    """Return the table with money disbursed beside the budget, in the language now spoken."""
    columns = (
        Column("no", _("No."), Kind.COUNT, 6),
        Column("project", _("Project"), width=36),
        Column("activity", _("Activity"), width=52),
        Column("budget", _("Budget (baht)"), Kind.BAHT, 20),
        Column("disbursed", _("Disbursed (baht)"), Kind.BAHT, 20),
        Column("percent", _("Percent"), Kind.PERCENT, 10),
        Column("state", _("State"), width=18),
        Column("agency", _("Agency"), width=36),
    )
    rows = [
        _row(project["name"], row)
        for project in context["projects"]
        for row in project["rows"]
        if not row["is_heading"]
    ]
    sums = {"budget": context["budget_satang"], "disbursed": context["disbursed_satang"]}
    share = Formula(PERCENT, context["percent"])
    label = _("Total {count} activities").format(count=context["activity_count"])
    same = {key: key for key in ("budget", "disbursed", "percent")}
    last = total(columns, sums, label, "activity", {"percent": share}, same)
    titles = (
        _("Results of {year}, {province}").format(year=context["year_be"], province=context["province"]),
        _("Figures as of {date}").format(date=on_date(context["as_of"])),
    )
    return (Sheet(_("Results"), titles, columns, (*rows, last)),)


def _row(project: str, row: dict[str, Any]) -> Row:
    return Row(
        {
            "no": row["no"],
            "project": project,
            "activity": row["name"],
            "budget": row["budget_satang"],
            "disbursed": row["disbursed_satang"],
            "percent": Formula(PERCENT, percent_of(row["disbursed_satang"], row["budget_satang"])),
            "state": _("Completed") if row["is_done"] else _("In progress"),
            "agency": row["agency"],
        },
        traces={
            "budget": f"{row['no']}.budget",
            "disbursed": f"{row['no']}.disbursed",
            "state": f"{row['no']}.status",
        },
    )


FORM = Form(
    name=NAME,
    title=lambda: _("Results summary"),
    needs=Needs.DAY,
    gather=gather,
    sample=lambda: sample_of(NAME),
    sections=(
        Section("problems", "1", lambda: _("Problems and obstacles")),
        Section("solutions", "2", lambda: _("Solutions")),
    ),
    sheets=sheets,
)
