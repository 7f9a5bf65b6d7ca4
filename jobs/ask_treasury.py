"""Each working morning: whoever answers for an activity is asked, privately and once, why the treasury says otherwise.

The office sees who was asked and what was answered in the reconciliation. Called by jobs/schedule.
"""

from collections import defaultdict

from cards.fill_reconciliation import gap_view
from handlers.imports.gaps import gap_card
from i18n import speaking
from jobs.duty import Counts, Run
from jobs.notify import notify
from models.person import Person
from models.plan import activities, current_year
from models.reconciliation import Compared, refresh_gaps, said_by_treasury
from rules.duty import period_asked, report_late_on
from rules.reconciliation import is_to_be_explained
from rules.urgency import Urgency

KIND = "treasury-gap"
MOST = 5  # messages in one push
TOLD_WITHIN_WORKING_DAYS = 3


def ask_treasury(run: Run) -> Counts:
    """Ask about every difference that nobody was asked about yet; at most five a person and morning.

    A difference that the report now asked for will settle waits for that report (rules/reconciliation).
    """
    counts = {"people": 0, "written": 0, "asked": 0, "open": 0}
    year_be = current_year(run.session, run.province.id, run.today)
    seen = refresh_gaps(run.session, activities(run.session, run.province.id, year_be), run.today)
    if seen is None or not run.calendar.is_working_day(run.today):
        return counts
    apart = [row for row in seen.rows if row.gap is not None]
    to_ask: dict[int, list[Compared]] = defaultdict(list)
    people: dict[int, Person] = {}
    for row in apart:
        if _is_to_be_asked(run, row):
            for owner in row.owners:
                people[owner.id] = owner
                to_ask[owner.id].append(row)
    counts |= {"people": len(people), "open": len(apart)}
    for person_id, rows in to_ask.items():
        asked = rows[:MOST]
        if _write(run, people[person_id], asked):
            counts["written"] += 1
            counts["asked"] += len(asked)
            for row in asked:
                if row.gap is not None:
                    row.gap.asked_on = run.today
    return counts


def _is_to_be_asked(run: Run, row: Compared) -> bool:
    treasury, gap = said_by_treasury(row.treasury), row.gap
    if gap is None or gap.asked_on or gap.reason or treasury is None or row.officer is None:
        return False
    asked = period_asked(run.today, run.calendar)
    late_on = report_late_on(asked, run.calendar)
    return is_to_be_explained(treasury, row.officer, asked, late_on, run.today)


def _write(run: Run, person: Person, rows: list[Compared]) -> bool:
    with speaking(person.language):
        cards = [gap_card(gap_view(row, run.today), row.gap.id) for row in rows if row.gap is not None]
    key = run.due_on.isoformat()
    return notify(
        run.outlasting(TOLD_WITHIN_WORKING_DAYS), person, cards, kind=KIND, key=key, urgency=Urgency.REMINDER
    )
