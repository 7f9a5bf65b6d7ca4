"""Each working morning: cases are opened, told, warned of, raised and closed; one notice a person with all of theirs.

What is due is decided by rules/ladder; a second run on the same day finds it done. Called by jobs/schedule.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from cards.card import Card
from cards.case import cases_card
from cards.case_evidence import evidence
from cards.case_fill import case_view, found_of
from cards.case_history import ended_news
from cards.case_views import CaseView
from cards.fill_year import Year
from cards.leave_note import for_whom
from i18n import speaking
from jobs.case_climb import KIND, Item, Morning, climb
from jobs.case_people import people_of
from jobs.duty import Counts, Run, at_hour
from jobs.notify import notify
from models.case import Closing, ended_for, open_cases
from models.case_outcome import closing_of, keep_reasons, open_for, rests_by_hand
from models.case_settings import finding_limits_of, ladder_steps_of
from models.case_verbs import close_case
from models.overview import ActivityState
from models.person import Person
from models.plan import current_year
from models.stand_in import stands_in_for
from rules.findings import Found
from rules.fiscal_year import fiscal_year_of
from rules.urgency import Urgency

NOTHING: Counts = {
    "people": 0,
    "written": 0,
    "open": 0,
    "opened": 0,
    "closed": 0,
    "raised": 0,
    "warned": 0,
    "broken": 0,
}
# A notice that comes after the day's push waits for the next morning, and over one day off more.
TOLD_WITHIN_WORKING_DAYS = 3


@dataclass(frozen=True)
class Looked:
    """The year as it stands this morning: each activity with what is found of it, by the activity's id."""

    year: Year
    states: Mapping[int, ActivityState]
    found: Mapping[int, Found]


def follow_up(run: Run) -> Counts:
    """Do the morning's work on all cases of a province; on a day off, and without a plan, nothing."""
    year = Year(run.session, run.province, current_year(run.session, run.province.id, run.today), run.today)
    if not run.calendar.is_working_day(run.today) or not year.states:
        return dict(NOTHING)
    looked = _look(year)
    is_over = fiscal_year_of(year.period) > year.year_be
    morning = Morning(
        session=run.session,
        people=people_of(year),
        calendar=run.calendar,
        steps=ladder_steps_of(run.province),
        today=run.today,
        now=run.house.clock.now(),
    )
    _close(morning, {} if is_over else looked.found, run.province.id)
    if not is_over:
        _open(morning, looked)
    standing = open_cases(run.session, run.province.id)
    for case in standing:
        keep_reasons(case, looked.found[case.activity_id])
        climb(morning, case, looked.states[case.activity_id].activity)
    written = [_write(run, morning, looked, person) for person in morning.told.values()]
    counts = Counter(NOTHING) + morning.counts
    counts.update(people=len(written), written=sum(written), open=len(standing))
    return {**NOTHING, **counts}


def _look(year: Year) -> Looked:
    states = {state.activity.id: state for state in year.states}
    return Looked(year, states, {each: found_of(year, state) for each, state in states.items()})


def _close(morning: Morning, looked_for: Mapping[int, Found], province_id: int) -> None:
    """End the cases of what moved, was mended or has ended; a year on which nobody reports any more has ended too."""
    for case in open_cases(morning.session, province_id):
        found = looked_for.get(case.activity_id)
        closing = closing_of(case, found) if found else Closing.ENDED
        if closing is not None:
            close_case(morning.session, case, closing, morning.now)
            morning.counts["closed"] += 1


def _open(morning: Morning, looked: Looked) -> None:
    days = finding_limits_of(looked.year.province).stall.working_days
    for activity_id, found in looked.found.items():
        activity = looked.states[activity_id].activity
        if not found.opening or rests_by_hand(
            morning.session, activity, morning.today, morning.calendar, days
        ):
            continue
        text = evidence(found.main) if found.main else ""
        case = open_for(morning.session, activity, found, on=morning.today, now=morning.now, text=text)
        morning.counts["opened"] += case is not None


def _write(run: Run, morning: Morning, looked: Looked, person: Person) -> bool:
    about = [looked.states[item.case.activity_id].activity for item in morning.items[person.id]]
    with speaking(person.language):
        first, *others = _cards(run, morning, looked, person)
        cards = [for_whom(first, stands_in_for(run.session, person, about, run.today)), *others]
    lasting = run.outlasting(TOLD_WITHIN_WORKING_DAYS)
    return notify(lasting, person, cards, kind=KIND, key=morning.key, urgency=Urgency.ESCALATION)


def _cards(run: Run, morning: Morning, looked: Looked, person: Person) -> list[Card]:
    """Return the cases of one person, and which of those they were told of have ended since yesterday's run."""
    items = {item.case.id: item for item in morning.items[person.id]}
    told = [(_view(looked, item), item.part) for item in items.values()]
    yesterday = at_hour(run.calendar.add_working_days(run.today, -1), 8)
    ended = [
        looked.states[case.activity_id].activity.no
        for case in ended_for(run.session, run.province.id, person.id, yesterday)
        if case.activity_id in looked.states
    ]
    return [cases_card(told), *([ended_news(ended)] if ended else [])]


def _view(looked: Looked, item: Item) -> CaseView:
    state, found = looked.states[item.case.activity_id], looked.found[item.case.activity_id]
    return case_view(looked.year, item.case, state, found, item.to_phone)
