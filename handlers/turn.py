"""One event on its way to an answer: who speaks, to which province, when, and with which session."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any

from sqlalchemy.orm import Session

from engine import plain
from engine.clock import BANGKOK
from engine.house import House
from handlers.ahead import ask_for_figures
from models.case import OPEN_FOR
from models.dialogue import Dialogue, dialogue_with_token
from models.overview import ActivityState, standings_of, states_from
from models.person import Person
from models.plan import Activity, activity_numbered, current_year
from models.post import OWN_POSTS_AT, Post, activities_of_post, posts_held
from models.province import Province
from models.record import Held, hold
from models.report import Report, histories
from models.working_days import calendar_of
from rules.calendar import WorkCalendar
from rules.duty import period_asked
from rules.role import HIGHEST_FIRST, Role
from rules.standing import Standing


@dataclass
class Turn:
    """What a handler gets. `event` is LINE's own; `event_id` is our row of it."""

    house: House
    session: Session
    now: datetime
    channel: str
    event: dict[str, Any]
    event_id: int
    person: Person
    tasks: list[tuple[str, str]] = field(default_factory=list)
    # What was looked up once; a turn is one transaction, so it stays as it is.
    _numbered: dict[int, Activity | None] = field(default_factory=dict)
    _states: dict[int, ActivityState] = field(default_factory=dict)
    _standings: dict[int, Standing] = field(default_factory=dict)
    _dialogues: dict[str, Dialogue | None] = field(default_factory=dict)

    @cached_property
    def today(self) -> date:
        return self.now.astimezone(BANGKOK).date()

    @property
    def sent_at(self) -> datetime:
        """When the person sent it, by LINE's clock where it says so."""
        stamp = self.event.get("timestamp")
        return (
            datetime.fromtimestamp(stamp / 1000, BANGKOK)
            if isinstance(stamp, int) and stamp > 0
            else self.now
        )

    @cached_property
    def year_be(self) -> int:
        """The fiscal year that people now speak of."""
        return current_year(self.session, self.province.id, self.today)

    @cached_property
    def calendar(self) -> WorkCalendar:
        """The province's working days."""
        return calendar_of(self.session, self.province)

    @cached_property
    def period(self) -> date:
        """The month that people report on now."""
        return period_asked(self.today, self.calendar)

    @property
    def message(self) -> dict[str, Any]:
        found = self.event.get("message")
        return found if isinstance(found, dict) else {}

    @property
    def message_ids(self) -> tuple[str, ...]:
        """LINE's ids of the messages whose words this turn holds: several where they came in one breath."""
        found = self.message.get("together") or [self.message.get("id")]
        return tuple(each for each in found if isinstance(each, str))

    @cached_property
    def own_posts(self) -> list[Post]:
        """The posts that the person holds, without those for which they only act."""
        who = {"channel": self.person.channel, "line_user_id": self.person.line_user_id}
        return plain.scalars(self.session, OWN_POSTS_AT, {**who, "on": self.today})

    @cached_property
    def posts(self) -> list[Post]:
        if not self.person.joined_at:
            return []
        return posts_held(self.session, self.person.id, self.today, self.own_posts)

    @cached_property
    def province(self) -> Province:
        return plain.get_one(self.session, Province, self.person.province_id)

    @property
    def roles(self) -> Sequence[Role]:
        """The person's roles, the one that sees most first."""
        held = {post.role for post in self.posts}
        return [role for role in HIGHEST_FIRST if role in held]

    @cached_property
    def own_activities(self) -> list[Activity]:
        """The activities that the person answers for, by number."""
        found = {
            activity.id: activity
            for post in self.posts
            for activity in activities_of_post(self.session, post, self.year_be, self.today)
        }
        return sorted(found.values(), key=lambda activity: activity.no)

    def activity(self, no: int) -> Activity | None:
        """Return the activity of this year's plan with a number, or None."""
        own = next((each for each in self.own_activities if each.no == no), None)
        if own is not None:
            return own
        if no not in self._numbered:
            self._numbered[no] = activity_numbered(self.session, self.province.id, self.year_be, no)
        return self._numbered[no]

    def states(self, activities: Sequence[Activity]) -> list[ActivityState]:
        """Return the states of activities in their order."""
        missing = [activity for activity in activities if activity.id not in self._states]
        if missing:
            ask_for_figures(self, missing)
            self._keep(missing, histories(self.session, [activity.id for activity in missing]))
        return [self._states[activity.id] for activity in activities]

    def hold(self, activities: Sequence[Activity]) -> Held:
        """Lock activities that shall be recorded of, and read their states anew behind the lock."""
        ids = [activity.id for activity in activities]
        held = hold(self.session, ids, [(OPEN_FOR, {"activity_id": each}) for each in ids])
        self._keep(activities, held.revisions)
        return held

    def _keep(self, activities: Sequence[Activity], revisions: Mapping[int, Sequence[Report]]) -> None:
        self._states |= {state.activity.id: state for state in states_from(activities, revisions)}

    def own_standings(self) -> list[Standing]:
        """Return how the person's own activities stand, by number: what is asked of all of them, without their history."""
        known = self._states.keys() | self._standings.keys()
        missing = [activity for activity in self.own_activities if activity.id not in known]
        if missing:
            found = standings_of(self.session, missing)
            self._standings |= {each.id: one for each, one in zip(missing, found, strict=True)}
        return [
            self._states[each.id].standing() if each.id in self._states else self._standings[each.id]
            for each in self.own_activities
        ]

    def has_stored(self, reports: Sequence[Report]) -> None:
        """Let the states show what this turn has recorded."""
        for report in reports:
            self._standings.pop(report.activity_id, None)
            if report.activity_id in self._states:
                self._states[report.activity_id] = self._states[report.activity_id].with_report(report)

    def dialogue(self, token: str) -> Dialogue | None:
        """Return the person's own conversation with this token, open or closed, or None."""
        if token not in self._dialogues:
            self._dialogues[token] = dialogue_with_token(self.session, self.person.id, token)
        return self._dialogues[token]

    @property
    def agency_ids(self) -> set[int]:
        return {post.agency_id for post in self.posts if post.agency_id is not None}

    def later(self, task: str, key: str) -> None:
        """Ask for a task to run once this turn is committed."""
        self.tasks.append((task, key))
