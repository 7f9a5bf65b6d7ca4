"""Which papers a province wants this morning: the rows of its calendar that fall due and for which there is a reason."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from documents.papers.form import Ask
from documents.papers.known import Known, known_year
from documents.papers.late import is_late
from documents.papers.offers import Offer, every_offer, offer_of_activity
from documents.papers.watch import watch
from engine.clock import BANGKOK
from jobs.duty import Run
from models.meeting import agenda
from models.paper_days import paper_days_of
from models.paper_round import paper_rounds
from rules.fiscal_year import fiscal_year_of
from rules.paper_calendar import Occasion, PaperDay, Reason, Stage, occasion, with_round
from rules.status import Status

A_WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Wanted:
    """A paper that is wanted this morning, said as `offer` in the language that was spoken."""

    found: Occasion
    stage: Stage
    offer: Offer

    @property
    def key(self) -> str:
        return self.found.key(self.stage)


def wanted_papers(run: Run) -> list[Wanted]:
    """Return the papers that are wanted this morning, named in the language now spoken."""
    known = every_offer(run.session, run.province, run.today)
    found = []
    for row in paper_days_of(run.province):
        this = _occasion(run, row)
        stage = this.stage(run.today, run.calendar)
        offer = _offer(run, this, known) if stage else None
        if stage and offer:
            found.append(Wanted(this, stage, offer))
    return found


def _occasion(run: Run, row: PaperDay) -> Occasion:
    this = occasion(row, run.today, run.calendar)
    if row.round_no is None or this.as_of is None:
        return this
    # The rounds of a year are those before 1 October as well: round 2 is made after it.
    years = (fiscal_year_of(run.today), fiscal_year_of(run.today) - 1)
    entered = [paper_rounds(run.session, run.province.id, year).get(row.round_no) for year in years]
    ready = [with_round(this, each.as_of, each.due_on) for each in entered if each and each.as_of < run.today]
    return next((each for each in ready if each.stage(run.today, run.calendar)), ready[0] if ready else this)


def _offer(run: Run, this: Occasion, known: list[Offer]) -> Offer | None:
    """Return the paper of an occasion, None where there is no plan or no reason for it."""
    of_form = [each for each in known if each.form.name == this.row.form]
    if this.as_of is not None:
        year = fiscal_year_of(this.as_of)
        of_form = [each for each in of_form if each.ask.year_be == year]
    if this.row.round_no is not None:
        of_form = [each for each in of_form if each.ask.round_no == this.row.round_no]
    if of_form and of_form[0].form.stands:
        of_form = [each for each in of_form if each.ask.as_of == this.as_of]
    return _with_reason(run, this.row.reason, of_form[0]) if of_form else None


def _with_reason(run: Run, reason: Reason, offer: Offer) -> Offer | None:
    if reason is Reason.LATE:
        return offer if any(is_late(row) for row in watch(run.session, offer.ask).rows) else None
    if reason is Reason.ON_AGENDA:
        return offer if agenda(run.session, run.province.id) else None
    if reason is Reason.FINISHED:
        numbers = list(_finished(run, offer.ask))
        if len(numbers) == 1:
            return offer_of_activity(run.session, run.province, run.today, offer.ask.year_be, numbers[0])
        return offer if numbers else None
    return offer


def _finished(run: Run, ask: Ask) -> Iterator[int]:
    """Yield the numbers of activities that were first reported as completed within a week."""
    for known in known_year(run.session, ask).activities:
        done = _first_done_on(known)
        if done is not None and run.today - A_WEEK <= done < run.today:
            yield known.activity.no


def _first_done_on(known: Known) -> date | None:
    done = [each for each in known.reports if each.status is Status.COMPLETED]
    return done[0].sent_at.astimezone(BANGKOK).date() if known.is_done and done else None
