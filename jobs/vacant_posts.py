"""A few working days before the 1st: heads and the provincial office hear of posts that nobody would be asked through."""

from datetime import date, datetime

from cards.card import Choice
from cards.holders_vacant import Vacancy, vacant
from i18n import _, speaking
from jobs.duty import Counts, Run, at_hour
from jobs.notify import notify
from jobs.owing import heads_by_agency
from jobs.vacancies import vacancies
from models.answering import people_with_role
from models.person import Person
from rules.calendar import WorkCalendar
from rules.duty import report_due_on
from rules.fiscal_year import period_key, period_of
from rules.role import Role
from rules.urgency import Urgency

KIND = "vacant-posts"


def vacant_posts(run: Run) -> Counts:
    """Write the warnings; a second run for the same month finds them written. Without vacancies nothing is written."""
    period = period_of(run.due_on)
    due_on = report_due_on(period, run.calendar)
    found = vacancies(run.session, run.province, period, due_on)
    heads = heads_by_agency(run.session, run.province, run.today)
    admins = people_with_role(run.session, run.province.id, Role.ADMIN, run.today) if found else []
    told = {admin.id: (admin, found) for admin in admins}
    for vacancy in found:
        for head in heads.get(vacancy.agency_id, []):
            if head not in admins:
                told.setdefault(head.id, (head, []))[1].append(vacancy)
    written = [_tell(run, person, rows, period, due_on) for person, rows in told.values()]
    return {"agencies": len(found), "people": len(told), "written": sum(written)}


def worth_until(due_on: date, calendar: WorkCalendar) -> datetime:
    """Return when the warning comes too late: the reports are asked for."""
    return at_hour(max(due_on, report_due_on(period_of(due_on), calendar)), 8, 30)


def _tell(run: Run, person: Person, rows: list[Vacancy], period: date, due_on: date) -> bool:
    with speaking(person.language):
        choices = (Choice(_("Who answers for what"), _("holders")), Choice(_("Hand over"), _("hand over")))
        card = vacant(rows, period, due_on, choices)
    return notify(run, person, [card], kind=KIND, key=period_key(period), urgency=Urgency.CHASE)
