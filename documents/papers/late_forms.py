"""The letters to late agencies and the memo about them as forms, with their sheet and sample."""

from typing import Any

from documents.papers.filters import on_date
from documents.papers.form import Form, Needs
from documents.papers.late import LETTER, MEMO, gather
from documents.papers.samples import sample_of
from documents.papers.sheet import Column, Kind, Row, Sheet, total
from i18n import _


def sheets(context: dict[str, Any]) -> tuple[Sheet, ...]:
    """Return every late activity in one table, in the language now spoken."""
    columns = (
        Column("no", _("No."), Kind.COUNT, 6),
        Column("agency", _("Agency"), width=40),
        Column("activity", _("Activity"), width=52),
        Column("budget", _("Budget (baht)"), Kind.BAHT, 20),
        Column("disbursed", _("Disbursed (baht)"), Kind.BAHT, 20),
        Column("missing", _("No report since"), Kind.DAY, 16),
        Column("days_late", _("Days late"), Kind.COUNT, 12),
        Column("days_still", _("Working days without movement"), Kind.COUNT, 18),
    )
    rows = [_row(letter["agency"], row) for letter in context["letters"] for row in letter["rows"]]
    whole = [row for letter in context["letters"] for row in letter["rows"]]
    sums = {key: sum(row[f"{key}_satang"] for row in whole) for key in ("budget", "disbursed")}
    label = _("Total {count} activities").format(count=context["activities"])
    titles = (
        _("Late agencies of {year}, {province}").format(
            year=context["year_be"], province=context["province"]
        ),
        _("Figures as of {date}").format(date=on_date(context["as_of"])),
    )
    return (Sheet(_("Late"), titles, columns, (*rows, total(columns, sums, label, "activity"))),)


def _row(agency: str, row: dict[str, Any]) -> Row:
    return Row(
        {
            "no": row["no"],
            "agency": agency,
            "activity": row["name"],
            "budget": row["budget_satang"],
            "disbursed": row["disbursed_satang"],
            "missing": row["missing"],
            "days_late": row["days_late"],
            "days_still": row["days_still"],
        },
        traces={key: f"{row['no']}.{key}" for key in ("disbursed", "days_late", "days_still")},
    )


LETTER_FORM = Form(
    name=LETTER,
    title=lambda: _("Late letters"),
    needs=Needs.TODAY,
    is_of_the_day=True,
    gather=gather,
    sample=lambda: sample_of(LETTER),
    split="letters",
)
MEMO_FORM = Form(
    name=MEMO,
    title=lambda: _("Late memo"),
    needs=Needs.TODAY,
    is_of_the_day=True,
    gather=gather,
    sample=lambda: sample_of(MEMO),
    sheets=sheets,
)
