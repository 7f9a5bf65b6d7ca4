"""The yearly evaluation as a form: its sections that the office words, its sheet and its sample."""

from typing import Any

from documents.papers.evaluation import NAME, gather
from documents.papers.filters import on_date
from documents.papers.form import Form, Needs, Section
from documents.papers.samples import sample_of
from documents.papers.sheet import Column, Formula, Kind, Row, Sheet, total
from i18n import _

PERCENT = "=IF({budget}=0,0,ROUND({disbursed}/{budget}*100,2))"
REMAINING = "={budget}-{disbursed}-{left_over}"
MONEY = ("budget", "disbursed", "remaining", "left_over")


def sheets(context: dict[str, Any]) -> tuple[Sheet, ...]:
    """Return table 4, in the language now spoken."""
    columns = (
        Column("no", _("No."), Kind.COUNT, 6),
        Column("issue", _("Strategic issue"), width=70),
        Column("budget", _("Budget (baht)"), Kind.BAHT, 20),
        Column("disbursed", _("Disbursed (baht)"), Kind.BAHT, 20),
        Column("remaining", _("Remaining (baht)"), Kind.BAHT, 20),
        Column("left_over", _("Left over (baht)"), Kind.BAHT, 20),
        Column("percent", _("Percent"), Kind.PERCENT, 10),
    )
    rows = [_row(issue) for issue in context["issues"]]
    sums = {key: context["total"][f"{key}_satang"] for key in MONEY}
    share = Formula(PERCENT, context["total"]["percent"])
    last = total(columns, sums, _("Total"), "issue", {"percent": share}, _traces("total"))
    titles = (
        _("Evaluation of {year}, {province}").format(year=context["year_be"], province=context["province"]),
        _("Figures as of {date}").format(date=on_date(context["as_of"])),
    )
    return (Sheet(_("Table 4"), titles, columns, (*rows, last)),)


def _traces(name: str) -> dict[str, str]:
    return {key: f"{name}.{key}" for key in (*MONEY, "percent")}


def _row(issue: dict[str, Any]) -> Row:
    return Row(
        {
            "no": issue["no"],
            "issue": issue["name"],
            "budget": issue["budget_satang"],
            "disbursed": issue["disbursed_satang"],
            "remaining": Formula(REMAINING, issue["remaining_satang"]),
            "left_over": issue["left_over_satang"],
            "percent": Formula(PERCENT, issue["percent"]),
        },
        traces=_traces(f"issue{issue['no']}"),
    )


def _practice() -> tuple[Section, ...]:
    """Return the sections of table 6: what this province did well, and what its problems teach, step by step."""
    own = tuple(
        Section(f"own{no}", f"6.1-{no}", lambda: _("Good practice of the province")) for no in (1, 2, 3, 4)
    )
    learned = tuple(
        Section(f"practice{no}", f"6.2-{no}", lambda: _("Good practice from problems met"))
        for no in (1, 2, 3, 4)
    )
    return own + learned


FORM = Form(
    name=NAME,
    title=lambda: _("Yearly evaluation"),
    needs=Needs.NOTHING,
    gather=gather,
    sample=lambda: sample_of(NAME),
    sections=(
        Section("method", "3", lambda: _("How the budget was followed up")),
        Section("remarks", "4", lambda: _("Remarks on the figures")),
        Section("problems", "5", lambda: _("Problems and obstacles")),
        *_practice(),
        Section("use", "7", lambda: _("How the results are used")),
    ),
    sheets=sheets,
)
