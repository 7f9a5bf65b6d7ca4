"""Which activities nobody would be asked for on a day, and why; the duty before the 1st calls it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy.orm import Session

from cards.holders_vacant import Vacancy
from models.agency import Agency
from models.answering import answering
from models.hand_over import waiting
from models.overview import ActivityState, states_of
from models.person import Person
from models.plan import activities, current_year
from models.post import Post, posts_with_role, reach_of, title_holders
from models.province import Province
from rules.duty import owes
from rules.fiscal_year import next_period
from rules.role import Role


@dataclass
class _Found:
    """What is amiss in one agency while it is gathered."""

    agency: Agency
    nobody: list[int] = field(default_factory=list)
    unreachable: dict[str, list[int]] = field(default_factory=dict)
    has_no_head: bool = False
    awaited: list[tuple[str, date]] = field(default_factory=list)

    def vacancy(self) -> Vacancy:
        unreachable = tuple((name, tuple(numbers)) for name, numbers in self.unreachable.items())
        return Vacancy(
            self.agency.id,
            self.agency.name,
            tuple(self.nobody),
            unreachable,
            self.has_no_head,
            tuple(self.awaited),
        )


def vacancies(session: Session, province: Province, period: date, on: date) -> list[Vacancy]:
    """Return each agency where something is amiss for the report of `period`, asked for on the day `on`, by name.

    Nobody holds the post, or whoever answers cannot be reached, or a successor has not come; or there is no head.
    """
    year_be = current_year(session, province.id, next_period(period))
    states = [
        state
        for state in states_of(session, activities(session, province.id, year_be))
        if owes(state.standing(), period)
    ]
    found = {state.agency.id: _Found(state.agency) for state in states}
    _without_officer(session, province, states, on, found)
    for agency_id, each in found.items():
        heads = [post.id for post in posts_with_role(session, province.id, Role.HEAD, agency_id)]
        each.has_no_head = not title_holders(session, heads, on)
    for offer in waiting(session, province.id):
        post = session.get_one(Post, offer.post_id)
        if offer.from_on <= on and post.agency_id in found:
            name = session.get_one(Person, offer.person_id).name if offer.person_id is not None else ""
            found[post.agency_id].awaited.append((name or "", offer.from_on))
    amiss = [each.vacancy() for each in found.values()]
    return sorted((each for each in amiss if each.is_amiss), key=lambda each: each.agency)


def _without_officer(
    session: Session,
    province: Province,
    states: Sequence[ActivityState],
    on: date,
    found: dict[int, _Found],
) -> None:
    posts = [post.id for post in posts_with_role(session, province.id, Role.OFFICER)]
    reach, who = reach_of(session, posts, on), answering(session, posts, on)
    by_agency = defaultdict(list)
    for each in who:
        by_agency[each.post.agency_id].append(each)
    for state in states:
        people = [
            each.person for each in by_agency[state.agency.id] if reach.covers(each.post, state.activity)
        ]
        if not people:
            found[state.agency.id].nobody.append(state.activity.no)
        elif all(person.unreachable_since is not None for person in people):
            names = ", ".join(dict.fromkeys(person.name or "" for person in people))
            found[state.agency.id].unreachable.setdefault(names, []).append(state.activity.no)
