"""People as leave and hand-overs speak of them: colleagues who may act, and those whom a name can mean."""

from collections.abc import Iterable, Sequence

from handlers.turn import Turn
from models.person import Person
from models.post import Post, own_posts, posts_with_role, title_holders
from rules.permissions import Scope
from rules.role import Role
from thai.staff import people_named

OF_AN_AGENCY = (Role.OFFICER, Role.HEAD)


def members(turn: Turn, agency_ids: Iterable[int] | None = None) -> list[Person]:
    """Return who holds a post in these agencies, or (None) anywhere in the province, by name."""
    wanted = None if agency_ids is None else set(agency_ids)
    posts = [post for role in Role for post in posts_with_role(turn.session, turn.province.id, role)]
    ids = [post.id for post in posts if wanted is None or post.agency_id in wanted]
    found = {person.id: person for _post, person in title_holders(turn.session, ids, turn.today)}
    return sorted(found.values(), key=lambda person: person.name or "")


def could_act_for(turn: Turn, person: Person) -> list[Person]:
    """Return who may act for a person: colleagues of the agency; for people of the province their like, and heads."""
    posts = own_posts(turn.session, person.id, turn.today)
    agencies = {post.agency_id for post in posts if post.role in OF_AN_AGENCY and post.agency_id is not None}
    is_wide = any(post.role not in OF_AN_AGENCY for post in posts)
    found = members(turn) if is_wide else members(turn, agencies)
    if is_wide:
        found = [each for each in found if _is_of_the_province_or_head(turn, each)]
    return [each for each in found if each.id != person.id]


def named(words: str, people: Sequence[Person]) -> list[Person]:
    """Return those of the people whom words name."""
    return [people[at] for at in people_named(words, [person.name or "" for person in people])]


def within(turn: Turn, scope: Scope) -> list[Person]:
    """Return the people whom a scope reaches: nobody but oneself, those of the agency, all of the province."""
    if scope is Scope.PROVINCE:
        return members(turn)
    return members(turn, turn.agency_ids) if scope is Scope.AGENCY else []


def _is_of_the_province_or_head(turn: Turn, person: Person) -> bool:
    posts: list[Post] = own_posts(turn.session, person.id, turn.today)
    return any(post.role is not Role.OFFICER for post in posts)
