"""Walks one case up the ladder as far as today allows; what is to be told is gathered, not sent."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy.orm import Session

from cards.case_fill import state_of_case
from cards.case_views import Part
from cards.views_office import Contact
from jobs.case_people import CasePeople
from models.case import Case, StepKind, record_step
from models.case_verbs import break_promise, raise_case
from models.notice import is_written
from models.person import Person
from models.plan import Activity
from rules.calendar import WorkCalendar
from rules.ladder import CLIMBING, Action, ActionKind, LadderSteps, Level, next_action, next_level
from rules.who_can_act import Actor, first_level

KIND = "follow-up"
_MOST_STEPS = 12  # a case cannot take more in one day; a ladder that never rests must not run for ever


@dataclass(frozen=True)
class Item:
    """One case that one person is to be told of."""

    case: Case
    part: Part
    to_phone: tuple[Contact, ...] = ()


@dataclass
class Morning:
    """One run of the duty: what everybody is to be told, and what was done."""

    session: Session
    people: CasePeople
    calendar: WorkCalendar
    steps: LadderSteps
    today: date
    now: datetime
    items: dict[int, list[Item]] = field(default_factory=lambda: defaultdict(list))
    told: dict[int, Person] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)

    @property
    def key(self) -> str:
        return self.today.isoformat()

    def can_be_told(self, person: Person) -> bool:
        """Return whether a person's notice of today is not written yet; what comes later waits for tomorrow."""
        return not is_written(self.session, person.channel, person.line_user_id, KIND, self.key)

    def tell(self, person: Person, item: Item, kind: StepKind) -> None:
        self.told[person.id] = person
        self.items[person.id].append(item)
        record_step(self.session, item.case, kind, self.now, person_id=person.id)


def climb(morning: Morning, case: Case, activity: Activity) -> None:
    """Do everything that is due today with one open case whose findings still stand."""
    _send_to_owner(morning, case)
    for _step in range(_MOST_STEPS):
        action = next_action(state_of_case(case), morning.today, morning.calendar, morning.steps)
        if action.kind is ActionKind.WAIT or not _do(morning, case, activity, action):
            return


def _send_to_owner(morning: Morning, case: Case) -> None:
    """Bring a case up to whoever owns the obstacle, once the officer has named it; a rest is kept."""
    level = first_level([Actor(actor) for actor in case.actors])
    if level.height > case.level.height and state_of_case(case).rests_until(morning.today) is None:
        raise_case(morning.session, case, level, on=morning.today, now=morning.now)
        morning.counts["raised"] += 1


def _do(morning: Morning, case: Case, activity: Activity, action: Action) -> bool:
    """Do one step; False where it has to wait for another day."""
    if action.kind is ActionKind.BREAK:
        _break(morning, case)
        return True
    if action.kind is ActionKind.RAISE:
        raise_case(morning.session, case, action.level, on=morning.today, now=morning.now)
        morning.counts["raised"] += 1
        return True
    return (
        _warn(morning, case, activity) if action.kind is ActionKind.WARN else _tell(morning, case, activity)
    )


def _break(morning: Morning, case: Case) -> None:
    """A promise was not kept: one step higher at once; into the governor's summary only after its warning."""
    break_promise(morning.session, case, on=morning.today, now=morning.now)
    morning.counts["broken"] += 1
    if case.level in CLIMBING and case.level is not Level.OFFICE:
        raise_case(morning.session, case, next_level(case.level), on=morning.today, now=morning.now)
        morning.counts["raised"] += 1


def _tell(morning: Morning, case: Case, activity: Activity) -> bool:
    hearers = morning.people.hearers(case.level, activity)
    people = [person for person in hearers.people if morning.can_be_told(person)]
    if hearers.people and not people:
        return False
    case.told_on = morning.today
    for person in people:
        morning.tell(person, Item(case, hearers.part, hearers.to_phone), StepKind.TOLD)
    return True


def _warn(morning: Morning, case: Case, activity: Activity) -> bool:
    everybody = morning.people.warned(activity)
    people = [person for person in everybody if morning.can_be_told(person)]
    if everybody and not people:
        return False
    case.warned_on = morning.today
    morning.counts["warned"] += 1
    for person in people:
        morning.tell(person, Item(case, Part.WARNED), StepKind.WARNED)
    return True
