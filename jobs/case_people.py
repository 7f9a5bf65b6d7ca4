"""Who hears of a case at which level, and whom somebody has to phone because the bot's messages do not arrive."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cards.case_views import Part
from cards.fill_year import Year
from cards.views_office import Contact
from jobs.owing import heads_by_agency, officers_by_activity
from models.answering import people_with_role
from models.person import Person
from models.plan import Activity
from rules.ladder import CLIMBING, Level
from rules.role import Role

_PART = {Level.OFFICER: Part.OFFICER, Level.HEAD: Part.HEAD, Level.OFFICE: Part.OFFICE}
_ROLE = {Level.OFFICER: Role.OFFICER, Level.HEAD: Role.HEAD, Level.OFFICE: Role.ADMIN}


@dataclass(frozen=True)
class Hearers:
    """The people who are told, in which part, and those below them who must be phoned."""

    people: tuple[Person, ...]
    part: Part
    to_phone: tuple[Contact, ...] = ()


@dataclass(frozen=True)
class CasePeople:
    """Officers by activity id, heads by agency id, and the provincial office, as they stand on one day."""

    officers: Mapping[int, Sequence[Person]]
    heads: Mapping[int, Sequence[Person]]
    office: Sequence[Person]

    def at(self, level: Level, activity: Activity) -> Sequence[Person]:
        """Return who is asked at a level that climbs by itself."""
        if level is Level.OFFICER:
            return self.officers.get(activity.id, ())
        return self.heads.get(activity.agency_id, ()) if level is Level.HEAD else self.office

    def hearers(self, level: Level, activity: Activity) -> Hearers:
        """Return who hears of a case at `level`: where nobody can be reached, the next above, who is told whom to phone."""
        for each in CLIMBING[level.height :]:
            reached = tuple(person for person in self.at(each, activity) if is_reachable(person))
            if reached:
                return Hearers(reached, _PART[each], self._to_phone(each, activity))
        return Hearers((), Part.OFFICE, self._to_phone(Level.OFFICE, activity))

    def warned(self, activity: Activity) -> tuple[Person, ...]:
        """Return officers and heads, each once, as far as messages reach them."""
        both = {
            person.id: person
            for level in (Level.OFFICER, Level.HEAD)
            for person in self.at(level, activity)
            if is_reachable(person)
        }
        return tuple(both.values())

    def _to_phone(self, level: Level, activity: Activity) -> tuple[Contact, ...]:
        return tuple(
            Contact(person.name or "", _ROLE[below], person.phone or "", is_unreachable=True)
            for below in CLIMBING[: level.height]
            for person in self.at(below, activity)
            if not is_reachable(person)
        )


def people_of(year: Year) -> CasePeople:
    """Return everyone who may hear of cases in a province; leave and acting are honoured (models/answering)."""
    return CasePeople(
        officers=officers_by_activity(year.session, year.province, year.states, year.today),
        heads=heads_by_agency(year.session, year.province, year.today),
        office=people_with_role(year.session, year.province.id, Role.ADMIN, year.today),
    )


def is_reachable(person: Person) -> bool:
    """Return whether messages arrive: somebody who joined and did not block the bot."""
    return person.joined_at is not None and person.unreachable_since is None
