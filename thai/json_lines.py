"""The reader as JSON, the format offices keep their own corpus in: context in, reading out (docs/understanding.md).

Money is baht with at most two decimals, periods are "2564-04", dates ISO; what was not said is null.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from rules.cause import Cause
from rules.figures import Figures
from rules.role import Role
from rules.status import Status
from thai.calendar_names import BUDDHIST_ERA
from thai.reading import Context, Intent, Mode, Named, QueryKind, Reading, ReportReading
from thai.understand import understand

Json = Mapping[str, Any]


def understand_json(line: Json, plan: Sequence[Named]) -> dict[str, Any]:
    """Return the reading of one line {"id", "text", "context"}; raises ValueError for a context that cannot be read."""
    context = context_from_json(line.get("context") or {}, plan)
    reading = understand(str(line.get("text") or ""), context)
    return {"id": line.get("id"), **reading_to_json(reading)}


def context_from_json(raw: Json, plan: Sequence[Named]) -> Context:
    """Return the context a line describes, over the activities of `plan`."""
    mine = [int(no) for no in raw.get("assigned_activities") or ()]
    by_number = {activity.no: activity for activity in plan}
    return Context(
        role=Role(raw.get("role") or Role.OFFICER),
        assigned=tuple(by_number[no] for no in mine if no in by_number),
        others=tuple(activity for activity in plan if activity.no not in mine),
        sent_at=datetime.fromisoformat(raw["sent_at"]) if raw.get("sent_at") else None,
        period=_period(raw.get("period")),
        last={int(no): _figures(figures) for no, figures in (raw.get("last") or {}).items()},
        bot_prompt=raw.get("bot_prompt"),
        focus_activity_no=raw.get("focus_activity_no"),
        pending=_pending(raw.get("pending")),
    )


def reading_to_json(reading: Reading) -> dict[str, Any]:
    """Return the reading as the documented object."""
    return {
        "intent": _intent(reading),
        "reports": [_report(report) for report in reading.reports],
        "clarify": [code.value for code in reading.clarify],
        "record": reading.record.value,
    }


def _intent(reading: Reading) -> str:
    """Return the intent; "report 13" typed as a command is a report that has no figures yet."""
    wants_to_report = reading.query is not None and reading.query.kind is QueryKind.REPORT
    return Intent.REPORT.value if wants_to_report else reading.intent.value


def _period(written: str | None) -> date | None:
    if not written:
        return None
    year, month = (int(part) for part in written.split("-")[:2])
    return date(year - BUDDHIST_ERA if year > 2400 else year, month, 1)


def _figures(raw: Json) -> Figures:
    return Figures(
        status=Status(raw["status"]) if raw.get("status") else None,
        progress_percent=_decimal(raw.get("progress_percent")),
        disbursed_satang=_satang(raw.get("disbursed_baht")),
        causes=_causes(raw.get("problem_causes")),
    )


def _pending(raw: Any) -> tuple[ReportReading, ...]:
    """Return the reports on the card: null, one report, a list, or {"reports": [...]}."""
    if not raw:
        return ()
    if isinstance(raw, Mapping):
        raw = raw.get("reports", [raw])
    return tuple(_report_reading(one) for one in raw if isinstance(one, Mapping))


def _report_reading(raw: Json) -> ReportReading:
    return ReportReading(
        activity_no=raw.get("activity_no"),
        status=Status(raw["status"]) if raw.get("status") else None,
        progress_percent=_decimal(raw.get("progress_percent")),
        disbursed_satang=_satang(raw.get("disbursed_baht")),
        disbursed_mode=Mode(raw["disbursed_mode"]) if raw.get("disbursed_mode") else None,
        resulting_cumulative_satang=_satang(raw.get("resulting_cumulative_baht")),
        as_of=date.fromisoformat(raw["as_of"]) if raw.get("as_of") else None,
        causes=_causes(raw.get("problem_causes")),
    )


def _report(report: ReportReading) -> dict[str, Any]:
    written: dict[str, Any] = {
        "activity_no": report.activity_no,
        "status": report.status.value if report.status else None,
        "progress_percent": _number(report.progress_percent),
        "disbursed_baht": _baht(report.disbursed_satang),
        "disbursed_mode": report.disbursed_mode.value if report.disbursed_mode else None,
        "resulting_cumulative_baht": _baht(report.resulting_cumulative_satang),
    }
    if report.as_of:
        written["as_of"] = report.as_of.isoformat()
    if report.causes is not None:
        written["problem_causes"] = [cause.value for cause in report.causes]
    return written


def _causes(raw: Any) -> tuple[Cause, ...] | None:
    return None if raw is None else tuple(Cause(code) for code in raw)


def _decimal(raw: Any) -> Decimal | None:
    return None if raw is None else Decimal(str(raw))


def _satang(raw: Any) -> int | None:
    return None if raw is None else int((Decimal(str(raw)) * 100).to_integral_value())


def _baht(satang: int | None) -> int | float | None:
    return None if satang is None else _number(Decimal(satang) / 100)


def _number(value: Decimal | None) -> int | float | None:
    """Return a JSON number without idle decimals."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
