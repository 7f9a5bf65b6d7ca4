"""Monday 08:30: executives read in a minute what moves and what needs them; the provincial office reads the week."""

from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from cards.card import Card
from cards.fill_year import Year, summary_view
from cards.part import Part
from cards.summary import summary
from documents.charts.kept import forget_old
from handlers.chart_links import charts_folder
from handlers.order.minute import minute
from i18n import speaking
from jobs.duty import Counts, Run, at_hour
from jobs.notify import notify
from models.answering import people_with_role
from models.person import Person
from models.plan import current_year
from models.post import posts_held
from models.province import Province
from rules.calendar import WorkCalendar
from rules.condition import Condition
from rules.role import Role
from rules.urgency import Urgency


def weekly_escalation(run: Run) -> Counts:
    """Write the week's summaries; a week without a plan sends nothing."""
    year = Year(run.session, run.province, current_year(run.session, run.province.id, run.today), run.today)
    if not year.states:
        return {"people": 0, "written": 0}
    people = recipients(run.session, run.province, run.today)
    week = week_of(run.due_on, run.calendar)
    written = [_tell(run, year, week, person) for person in people]
    forget_old(charts_folder(run.house.settings), run.house.clock.now())
    counts = year.summary.counts
    return {
        "people": len(people),
        "written": sum(written),
        "standing_still": counts.get(Condition.STANDING_STILL, 0),
        "unreported": counts.get(Condition.UNREPORTED, 0),
    }


def worth_until(due_on: date, calendar: WorkCalendar) -> datetime:
    """Return when a week's summary comes too late: the next one is a day away."""
    return at_hour(due_on + timedelta(days=6), 8, 30)


def recipients(session: Session, province: Province, today: date) -> list[Person]:
    """Return the executives and the provincial office, each once."""
    people = {
        person.id: person
        for role in (Role.EXECUTIVE, Role.ADMIN)
        for person in people_with_role(session, province.id, role, today)
    }
    return list(people.values())


def week_of(due_on: date, calendar: WorkCalendar) -> str:
    """Return the week that a summary is about, as 2021-W18: a Friday may stand in for the Monday that follows."""
    by_rule = due_on + timedelta(days=(calendar.weekly_on - due_on.weekday()) % 7)
    stands_in = calendar.shifted(by_rule) == due_on
    return (by_rule if stands_in else due_on).strftime("%G-W%V")


def _tell(run: Run, year: Year, week: str, person: Person) -> bool:
    with speaking(person.language):
        cards = _cards(run, year, person)
    return notify(run, person, cards, kind="weekly", key=week, urgency=Urgency.ESCALATION)


def _cards(run: Run, year: Year, person: Person) -> list[Card]:
    """Return an executive's own part of the province, and to the office the week as a whole."""
    posts = [post for post in posts_held(run.session, person.id, run.today) if post.role is Role.EXECUTIVE]
    if not posts:
        return [summary(summary_view(year))]
    return minute(run.house, Part(year, posts), run.house.clock.now())
