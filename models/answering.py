"""Who answers for a post on a day: its holder, and whoever stands in for a holder who is away."""

from collections.abc import Iterable, Set
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.absence import Absence, away_on
from models.person import Person
from models.post import Holding, Post, is_passed_on, on_day, posts_with_role, title_holders
from rules.role import Role


@dataclass(frozen=True)
class Answering:
    """Who answers for a post on a day; `instead_of` is the holder who is away, None where it is the holder's own."""

    post: Post
    person: Person
    instead_of: Person | None = None


def answering(session: Session, post_ids: Iterable[int], on: date) -> list[Answering]:
    """Return each of these posts with each person who answers for it on a day.

    For a holder who is away it is who acts; where nobody acts for an officer, the head of the agency. Where there is
    neither, the holder stays: a message that waits in their chat is better than none.
    """
    held = title_holders(session, post_ids, on)
    day = _Day(session, on)
    day.look_up({person.id for _post, person in held})
    found: dict[tuple[int, int], Answering] = {}
    for post, person in held:
        stand_ins = _stand_ins(day, post, person, {person.id}) if day.absences[person.id] else []
        for each in stand_ins or [person]:
            instead_of = person if each is not person else None
            found.setdefault((post.id, each.id), Answering(post, each, instead_of))
    return list(found.values())


def holders(session: Session, post_ids: Iterable[int], on: date) -> list[tuple[Post, Person]]:
    """Return each of these posts with each person who answers for it on a day: see answering."""
    return [(each.post, each.person) for each in answering(session, post_ids, on)]


def people_with_role(session: Session, province_id: int, role: Role, on: date) -> list[Person]:
    """Return who answers for a post of this role in the province on a day."""
    ids = session.scalars(select(Post.id).where(Post.province_id == province_id, Post.role == role))
    seen = {person.id: person for _post, person in holders(session, ids, on)}
    return list(seen.values())


def people_of_agency(session: Session, agency_id: int, role: Role, on: date) -> list[Person]:
    """Return who answers for a post of this role in the agency on a day."""
    ids = session.scalars(select(Post.id).where(Post.agency_id == agency_id, Post.role == role))
    seen = {person.id: person for _post, person in holders(session, ids, on)}
    return list(seen.values())


@dataclass
class _Day:
    """Who is away on a day and whoever may act for them, looked up for many at a time."""

    session: Session
    on: date
    absences: dict[int, Absence | None] = field(default_factory=dict)
    acting: dict[int, Person] = field(default_factory=dict)

    def look_up(self, person_ids: Set[int]) -> None:
        """Look up people, and those who act for them, and so on to the end."""
        while person_ids:
            away = away_on(self.session, person_ids, self.on)
            self.absences |= {each: away.get(each) for each in person_ids}
            ids = {absence.acting_id for absence in away.values() if absence.acting_id is not None}
            self._look_up_acting(ids - self.acting.keys())
            person_ids = ids - self.absences.keys()

    def _look_up_acting(self, person_ids: Set[int]) -> None:
        """Look up who of these may act: whoever holds no post acts for nobody."""
        query = select(Person).join(Holding, Holding.person_id == Person.id)
        query = query.where(Person.id.in_(person_ids), Person.left_at.is_(None), on_day(self.on))
        self.acting |= {person.id: person for person in self.session.scalars(query)} if person_ids else {}


def _stand_ins(day: _Day, post: Post, person: Person, seen: set[int]) -> list[Person]:
    """Return who stands in, the person alone where at work; `seen` are those already looked at, so that it ends."""
    day.look_up({person.id} - day.absences.keys())
    absence = day.absences[person.id]
    if absence is None:
        return [person]
    acting = day.acting.get(absence.acting_id or 0)
    if acting is not None and acting.id not in seen:
        seen.add(acting.id)
        if not is_passed_on(post):
            return [] if day.absences[acting.id] else [acting]
        if found := _stand_ins(day, post, acting, seen):
            return found
    if post.role is not Role.OFFICER or post.agency_id is None:
        return []
    heads = [each.id for each in posts_with_role(day.session, post.province_id, Role.HEAD, post.agency_id)]
    found = []
    for above, head in title_holders(day.session, heads, day.on):
        if head.id not in seen:
            seen.add(head.id)
            found += _stand_ins(day, above, head, seen)
    return found
