"""The evidence of a year's follow-up: what was received, asked, pressed and written, and when; counted from the records."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from documents.papers.form import Ask
from engine.clock import BANGKOK
from models.case import Case, CaseStep, StepKind
from models.evidence import photos_of_reports
from models.notice import Notice, Sent
from models.order import Order
from models.paper import Paper
from models.plan import activities
from models.report import Kind, Report
from rules.fiscal_year import first_day
from thai import writing
from thai.kpi_words import BETWEEN, EVIDENCE, ON_A_DAY

ASKING = ("chase", "reminder", "nudge")


def evidence(session: Session, ask: Ask, own_form: str) -> Iterator[str]:
    """Yield a line for each kind of evidence from the year's first day to the paper's, in the order of the work."""
    plan = activities(session, ask.province.id, ask.year_be)
    ids = [activity.id for activity in plan]
    yield from _line("plan", [activity.made_at for activity in plan], ask, since_ever=True)
    yield from _reports(session, ask, ids)
    asked = select(Notice.settled_at).where(
        Notice.province_id == ask.province.id, Notice.kind.in_(ASKING), Notice.state == Sent.SENT
    )
    yield from _line("notices", [each for each in session.scalars(asked) if each], ask)
    yield from _cases(session, ask, ids)
    given = session.scalars(select(Order.given_at).where(Order.activity_id.in_(ids)))
    yield from _line("orders", list(given), ask)
    yield from _papers(session, ask, own_form)


def _reports(session: Session, ask: Ask, ids: Sequence[int]) -> Iterator[str]:
    """Yield a line for each month with reports, and one for the photographs sent with them."""
    query = select(Report).where(
        Report.activity_id.in_(ids), Report.kind.not_in((Kind.RETRACTION, Kind.IMPORT))
    )
    reports = [each for each in session.scalars(query) if _day(each.sent_at) <= ask.as_of]
    for period in sorted({report.period for report in reports}):
        own = [report for report in reports if report.period == period]
        days = sorted(_day(report.sent_at) for report in own)
        yield EVIDENCE["reports"].format(
            month=writing.month(period),
            count=len({report.activity_id for report in own}),
            when=_when(days),
        )
    photos = photos_of_reports(session, [report.id for report in reports])
    yield from _line("photos", [piece.sent_at for piece in photos], ask)


def _cases(session: Session, ask: Ask, ids: Sequence[int]) -> Iterator[str]:
    query = (
        select(CaseStep)
        .join(Case, Case.id == CaseStep.case_id)
        .where(Case.activity_id.in_(ids))
        .order_by(CaseStep.id)
    )
    steps = list(session.scalars(query))
    for name, kind in (
        ("cases", StepKind.OPENED),
        ("closed", StepKind.CLOSED),
        ("meeting", StepKind.MEETING),
    ):
        yield from _line(name, [step.at for step in steps if step.kind is kind], ask)
    for step in steps:
        if step.kind is StepKind.LETTER and _day(step.at) <= ask.as_of:
            yield EVIDENCE["letter"].format(words=step.text or "", when=_when([_day(step.at)]))


def _papers(session: Session, ask: Ask, own_form: str) -> Iterator[str]:
    """Yield the newest paper of each form and day of figures; the form that is being made is no evidence of itself."""
    from documents.papers.forms import form_named

    query = (
        select(Paper).where(Paper.province_id == ask.province.id, Paper.form != own_form).order_by(Paper.id)
    )
    newest = {
        (paper.form, paper.as_of): paper
        for paper in session.scalars(query)
        if paper.asked.get("year_be") == ask.year_be and _day(paper.made_at) <= ask.as_of
    }
    for paper in newest.values():
        form = form_named(paper.form)
        if form is not None:
            when = _when([_day(paper.made_at)])
            yield EVIDENCE["papers"].format(words=form.title(), when=when, code=paper.code)


def _line(name: str, moments: Sequence[datetime], ask: Ask, since_ever: bool = False) -> Iterator[str]:
    begins = date.min if since_ever else first_day(ask.year_be)
    days = sorted(day for day in map(_day, moments) if begins <= day <= ask.as_of)
    if days:
        yield EVIDENCE[name].format(count=len(days), when=_when(days))


def _when(days: Sequence[date]) -> str:
    """Return the days from the first to the last in words; they are in order."""
    first, last = writing.long_date(days[0]), writing.long_date(days[-1])
    return (ON_A_DAY if first == last else BETWEEN).format(first=first, last=last)


def _day(moment: datetime) -> date:
    return moment.astimezone(BANGKOK).date()
