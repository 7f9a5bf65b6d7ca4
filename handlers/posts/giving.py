"""Which posts somebody may hand over, each with the one who holds it; and what such a post answers for."""

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.access import scope_of
from handlers.posts.people import OF_AN_AGENCY
from handlers.posts.words import post_words
from handlers.turn import Turn
from models.agency import Agency
from models.person import Person
from models.post import Post, activities_of_post, own_posts, posts_with_role, title_holders
from rules.permissions import Action, Scope
from rules.role import Role
from thai.search import brief_agency
from thai.staff import people_named


@dataclass(frozen=True)
class Given:
    """A post to hand over. `person_id` is who holds it, 0 where nobody does; `ids` are its activities by number."""

    post: Post
    person_id: int
    name: str
    agency: str
    ids: dict[int, int]

    @property
    def numbers(self) -> tuple[int, ...]:
        return tuple(self.ids)

    @property
    def words(self) -> str:
        return f"{self.name} · {post_words(self.post)}" if self.name else post_words(self.post)

    @property
    def label(self) -> str:
        return self.name or brief_agency(self.agency)

    @property
    def is_whole_only(self) -> bool:
        """A head answers for the whole agency, of which no part can be given away."""
        return self.post.role is Role.HEAD


def givers(turn: Turn) -> list[Given]:
    """Return every post that the person may hand over, one's own first."""
    own = own_posts(turn.session, turn.person.id, turn.today)
    mine = [post for post in own if post.role in OF_AN_AGENCY]
    found = [_given(turn, post, turn.person) for post in mine]
    known = {(each.post.id, each.person_id) for each in found}
    others = [each for each in _within_reach(turn) if (each.post.id, each.person_id) not in known]
    return [*found, *others]


def found_posts(turn: Turn, whose: str, numbers: Sequence[int]) -> list[Given]:
    """Return those that fit a holder's name and activity numbers; with nothing said, one's own, else all."""
    found = givers(turn)
    if whose:
        found = [found[at] for at in people_named(whose, [each.name for each in found])]
    if numbers:
        fitting = [each for each in found if set(numbers) <= set(each.numbers)]
        found = [each for each in fitting if not each.is_whole_only] or fitting
    mine = [each for each in found if each.person_id == turn.person.id]
    return mine if mine and numbers and not whose else found


def the_given(turn: Turn, post_id: int, person_id: int) -> Given | None:
    """Return the post as it is held now, None where it may not be handed over (any more)."""
    fitting = (each for each in givers(turn) if (each.post.id, each.person_id) == (post_id, person_id))
    return next(fitting, None)


def may_give(turn: Turn, given: Given) -> bool:
    """Return whether the person may hand this over now."""
    return the_given(turn, given.post.id, given.person_id) is not None


def _within_reach(turn: Turn) -> list[Given]:
    scope = scope_of(turn, Action.HAND_OVER)
    if scope < Scope.AGENCY:
        return []
    roles = (
        OF_AN_AGENCY if scope is Scope.PROVINCE else (Role.OFFICER,)
    )  # a head's post is the office's matter
    posts = [post for role in roles for post in posts_with_role(turn.session, turn.province.id, role)]
    if scope is Scope.AGENCY:
        posts = [post for post in posts if post.agency_id in turn.agency_ids]
    held = title_holders(turn.session, [post.id for post in posts], turn.today)
    people = {post.id: [person for other, person in held if other.id == post.id] for post in posts}
    found = [_given(turn, post, person) for post in posts for person in people[post.id]]
    found += [_given(turn, post, None) for post in posts if not people[post.id]]
    return found


def _given(turn: Turn, post: Post, person: Person | None) -> Given:
    agency = turn.session.get(Agency, post.agency_id) if post.agency_id is not None else None
    activities = activities_of_post(turn.session, post, turn.year_be, turn.today)
    return Given(
        post=post,
        person_id=person.id if person else 0,
        name=(person.name or "") if person else "",
        agency=agency.name if agency else "",
        ids={activity.no: activity.id for activity in activities},
    )
