"""Each working morning: the provincial office is told which papers are wanted now, and again before one is due."""

from cards.papers_due import DueRow, wanted
from handlers.papers.menu import typed
from i18n import speaking
from jobs.duty import Counts, Run
from jobs.notify import notify
from jobs.paper_occasions import Wanted, wanted_papers
from models.answering import people_with_role
from models.notice import is_written
from models.person import Person
from rules.paper_calendar import Stage
from rules.role import Role
from rules.urgency import Urgency

KIND = "paper-due"
TOLD_WITHIN_WORKING_DAYS = 2


def due_papers(run: Run) -> Counts:
    """Announce what the calendar of papers wants this morning: one card a person, each paper once and once more if due."""
    people = people_with_role(run.session, run.province.id, Role.ADMIN, run.today)
    by_language: dict[str, list[Wanted]] = {}
    for language in {person.language for person in people}:
        with speaking(language):
            by_language[language] = wanted_papers(run)
    written = sum(_tell(run, person, by_language[person.language]) for person in people)
    most = max((len(found) for found in by_language.values()), default=0)
    return {"due": most, "people": len(people) if most else 0, "written": written}


def _tell(run: Run, person: Person, found: list[Wanted]) -> bool:
    """Write one card with all that is new to a person; each paper is a notice of its own, and those go with the first."""
    fresh = [
        each
        for each in found
        if not is_written(run.session, person.channel, person.line_user_id, KIND, each.key)
    ]
    if not fresh:
        return False
    with speaking(person.language):
        card = wanted([_row(each) for each in fresh])
    lasting = run.outlasting(TOLD_WITHIN_WORKING_DAYS)
    for no, each in enumerate(fresh):
        cards = [card] if no == 0 else []
        notify(lasting, person, cards, kind=KIND, key=each.key, urgency=Urgency.REMINDER)
    return True


def _row(each: Wanted) -> DueRow:
    return DueRow(
        label=each.offer.label,
        typed=typed(each.offer),
        row=each.found.row.name,
        due_on=each.found.due_on,
        is_soon=each.stage is Stage.SOON,
    )
