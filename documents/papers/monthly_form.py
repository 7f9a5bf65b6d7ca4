"""The monthly workbook as a form: agencies with a chart, all activities, and a sheet for each agency."""

from collections.abc import Sequence
from typing import Any

from documents.papers.filters import on_date
from documents.papers.form import Form, Needs
from documents.papers.monthly import NAME, gather
from documents.papers.samples import sample_of
from documents.papers.sheet import Bars, Column, Formula, Kind, Row, Sheet, total
from i18n import _
from rules.shares import percent_of

PERCENT = "=IF({budget}=0,0,ROUND({now}/{budget}*100,2))"
GAINED = "={now}-{before}"
DIFFERENCE = "={treasury}-{now}"
Stated = tuple[dict[str, Any], Row]  # an activity as the context has it, and as its row in a sheet


def sheets(context: dict[str, Any]) -> tuple[Sheet, ...]:
    """Return all sheets, in the language now spoken."""
    titles = (
        _("Acceleration meeting, {year}, {province}").format(
            year=context["year_be"], province=context["province"]
        ),
        _("Figures as of {date}").format(date=on_date(context["as_of"])),
        _("Treasury as of {date}").format(date=on_date(context["treasury_as_of"])),
    )
    # An activity stands in two sheets: its row is made once.
    rows = [(row, _activity(row)) for row in context["rows"]]
    by_agency: dict[str, list[Stated]] = {}
    for row in rows:
        by_agency.setdefault(row[0]["agency"], []).append(row)
    every = _activities(_("All activities"), titles, rows)
    own = [
        _activities(each["tab"], (*titles, each["agency"]), by_agency[each["agency"]])
        for each in context["agencies"]
    ]
    return (_agencies(context, titles), every, *own)


def _agencies(context: dict[str, Any], titles: tuple[str, ...]) -> Sheet:
    columns = (
        Column("tab", _("Sheet"), width=8),
        Column("agency", _("Agency"), width=48),
        Column("activities", _("Activities"), Kind.COUNT, 12),
        Column("budget", _("Budget (baht)"), Kind.BAHT, 20),
        Column("before", _("Disbursed, last month (baht)"), Kind.BAHT, 20),
        Column("now", _("Disbursed, now (baht)"), Kind.BAHT, 20),
        Column("gained", _("Gained (baht)"), Kind.BAHT, 20),
        Column("percent", _("Percent"), Kind.PERCENT, 10),
    )
    rows = [
        Row({"tab": each["tab"], "agency": each["agency"], "activities": each["activities"], **_money(each)})
        for each in context["agencies"]
    ]
    sums = {"activities": context["activity_count"], **_sums(context["rows"])}
    bars = Bars(_("Disbursed by agency (baht)"), "agency", ("before", "now"))
    return Sheet(_("Agencies"), titles, columns, (*rows, _last(columns, sums, "agency")), bars=bars)


def _activities(tab: str, titles: tuple[str, ...], rows: Sequence[Stated]) -> Sheet:
    columns = (
        Column("no", _("No."), Kind.COUNT, 6),
        Column("activity", _("Activity"), width=52),
        Column("agency", _("Agency"), width=34),
        Column("state", _("State"), width=16),
        Column("budget", _("Budget (baht)"), Kind.BAHT, 18),
        Column("plan", _("Plan, percent of work"), Kind.PERCENT, 12),
        Column("work_before", _("Work, last month"), Kind.PERCENT, 12),
        Column("work_now", _("Work, now"), Kind.PERCENT, 12),
        Column("before", _("Disbursed, last month (baht)"), Kind.BAHT, 18),
        Column("now", _("Disbursed, now (baht)"), Kind.BAHT, 18),
        Column("gained", _("Gained (baht)"), Kind.BAHT, 18),
        Column("percent", _("Percent"), Kind.PERCENT, 10),
        Column("treasury", _("Treasury (baht)"), Kind.BAHT, 18),
        Column("difference", _("Treasury beside report (baht)"), Kind.BAHT, 18),
        Column("cause", _("Cause"), width=40),
        Column("next", _("What next"), width=40),
    )
    sums = _sums([stated for stated, _row in rows])
    return Sheet(tab, titles, columns, (*(row for _stated, row in rows), _last(columns, sums, "activity")))


def _activity(row: dict[str, Any]) -> Row:
    treasury = row["treasury_satang"]
    difference = None if treasury is None else Formula(DIFFERENCE, treasury - row["now_satang"])
    return Row(
        {
            "no": row["no"],
            "activity": row["name"],
            "agency": row["agency"],
            "state": row["state"],
            "plan": row["plan_percent"],
            "work_before": row["before_percent"],
            "work_now": row["now_percent"],
            "treasury": treasury,
            "difference": difference,
            "cause": row["cause"],
            "next": row["next"],
            **_money(row),
        },
        traces={"budget": f"{row['no']}.budget", "now": f"{row['no']}.disbursed"},
    )


def _money(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "budget": row["budget_satang"],
        "before": row["before_satang"],
        "now": row["now_satang"],
        "gained": Formula(GAINED, row["now_satang"] - row["before_satang"]),
        "percent": Formula(PERCENT, row["percent"]),
    }


def _sums(rows: Sequence[dict[str, Any]]) -> dict[str, int]:
    return {key: sum(row[f"{key}_satang"] for row in rows) for key in ("budget", "before", "now")}


def _last(columns: Sequence[Column], sums: dict[str, int], under: str) -> Row:
    more = {
        "gained": Formula(GAINED, sums["now"] - sums["before"]),
        "percent": Formula(PERCENT, percent_of(sums["now"], sums["budget"])),
    }
    traces = {"budget": "budget", "now": "disbursed", "percent": "percent"} if under == "agency" else {}
    return total(columns, sums, _("Total"), under, more, traces)


FORM = Form(
    name=NAME,
    title=lambda: _("Monthly workbook"),
    needs=Needs.MONTH,
    gather=gather,
    sample=lambda: sample_of(NAME),
    sheets=sheets,
)
