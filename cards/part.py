"""The part of a province's year that an executive oversees, as it stands and as it was known a week ago."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from functools import cached_property

from cards.fill import judged
from cards.fill_year import Year
from engine.clock import BANGKOK
from i18n import _
from models.agency import Agency
from models.overview import ActivityState
from models.plan import Activity
from models.post import Post
from models.post_area import areas_of, overseen
from models.report import effective
from rules.condition import Condition, Judgement
from rules.role import Role

A_WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Part:
    """The part of a year that an executive oversees; `posts` without an area are about all of it."""

    year: Year
    posts: Sequence[Post]

    @cached_property
    def states(self) -> list[ActivityState]:
        own = {
            each.id
            for each in overseen(self.year.session, self.posts, [s.activity for s in self.year.states])
        }
        return [
            state
            for state in self.year.states
            if state.activity.id in own and self.judgement(state).condition is not Condition.CANCELLED
        ]

    @cached_property
    def activities(self) -> dict[int, Activity]:
        return {state.activity.id: state.activity for state in self.states}

    @cached_property
    def before(self) -> dict[int, ActivityState] | None:
        """The states as they were known when this day began a week ago; None where nothing was known."""
        begins = datetime.combine(self.year.today - A_WEEK, time(), BANGKOK)
        found = {state.activity.id: _known(state, begins) for state in self.states}
        return found if any(state.valid for state in found.values()) else None

    @cached_property
    def judgements_before(self) -> dict[int, Judgement]:
        day = self.year.today - A_WEEK
        return {key: judged(state, day, self.year.calendar) for key, state in (self.before or {}).items()}

    def judgement(self, state: ActivityState) -> Judgement:
        return self.year.judgements[state.activity.no]

    @property
    def area(self) -> str:
        """The names of the districts and agencies; empty where it is the whole province."""
        own = [post for post in self.posts if post.role is Role.EXECUTIVE]
        if len(self.states) == len(self.year.states) or not own:
            return ""
        ids = [area.agency_id for area in areas_of(self.year.session, [post.id for post in own])]
        ids += [post.agency_id for post in own]
        districts = [area.district for area in areas_of(self.year.session, [post.id for post in own])]
        names = [self.year.session.get_one(Agency, each).name for each in ids if each is not None]
        return ", ".join([*[_("{name} district").format(name=each) for each in districts if each], *names])


def _known(state: ActivityState, until: datetime) -> ActivityState:
    """Return a state as it was known at a moment."""
    revisions = tuple(each for each in state.revisions if each.sent_at < until)
    return replace(state, revisions=revisions, valid=effective(revisions))
