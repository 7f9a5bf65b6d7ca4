"""Each working morning: the provincial office is told of a round's paper once it can be made, and again before it is due."""

from datetime import date, timedelta

from cards.card import Choice
from cards.papers import due
from documents.papers.offers import Offer, offers
from i18n import _, speaking
from jobs.duty import Counts, Run
from jobs.notify import notify
from models.paper_round import PaperRound, rounds_due
from models.person import Person
from models.post import people_with_role
from rules.calendar import WorkCalendar
from rules.role import Role
from rules.urgency import Urgency

KIND = "paper-due"
LOOKS_AHEAD = timedelta(days=31)
TOLD_WITHIN_WORKING_DAYS = 2
REMINDS_BEFORE = 2  # working days before the paper is due


def due_papers(run: Run) -> Counts:
    """Announce the rounds whose figures' day has passed; each is said twice at the most."""
    found = rounds_due(run.session, run.province.id, run.today, run.today + LOOKS_AHEAD)
    ready = [each for each in found if each.as_of < run.today]
    people = people_with_role(run.session, run.province.id, Role.ADMIN, run.today) if ready else []
    written = sum(_tell(run, person, each) for each in ready for person in people)
    return {"due": len(ready), "people": len(people), "written": written}


def stage(row: PaperRound, today: date, calendar: WorkCalendar) -> str:
    """Return which of the two announcements a morning makes: "ready", or "soon" when few working days are left."""
    left = calendar.working_days_between(today, row.due_on)
    return "soon" if left <= REMINDS_BEFORE else "ready"


def _tell(run: Run, person: Person, row: PaperRound) -> bool:
    with speaking(person.language):
        offer = _offer(run, row)
        if offer is None:
            return False
        choice = Choice(_("Make it"), f"{_('documents')} {offer.label}")
        card = due(offer.label, row.as_of, row.due_on, choice)
    key = f"{row.year_be}-{row.no}-{row.due_on.isoformat()}-{stage(row, run.today, run.calendar)}"
    lasting = run.outlasting(TOLD_WITHIN_WORKING_DAYS)
    return notify(lasting, person, [card], kind=KIND, key=key, urgency=Urgency.REMINDER)


def _offer(run: Run, row: PaperRound) -> Offer | None:
    """Return the paper of a round; None where the year has no plan or people speak of another year."""
    found = offers(run.session, run.province, run.today)
    return next(
        (each for each in found if each.ask.round_no == row.no and each.ask.year_be == row.year_be), None
    )
