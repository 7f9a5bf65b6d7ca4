"""ฉันคือใคร: role, agency and activities, as the office has them."""

from cards.card import Card
from cards.fill import activity_views
from cards.person import whoami
from cards.views_office import PersonView
from handlers.turn import Turn
from models.agency import Agency
from models.overview import states_of
from models.post import Post
from models.working_days import calendar_of
from thai import writing


def who_am_i(turn: Turn) -> list[Card]:
    return [whoami(person_view(turn))]


def person_view(turn: Turn) -> PersonView:
    """Return what is known of the person; the posts held decide role and agency."""
    agencies = [turn.session.get_one(Agency, agency_id).name for agency_id in sorted(turn.agency_ids)]
    states = states_of(turn.session, turn.own_activities)
    return PersonView(
        name=turn.person.name or "",
        role=turn.roles[0],
        post=", ".join(dict.fromkeys(_named(post, len(turn.posts) > 1) for post in turn.posts)).strip(", "),
        agency=", ".join(agencies),
        activities=tuple(activity_views(states, turn.today, calendar_of(turn.session, turn.province))),
        language=turn.person.language,
        province=turn.province.name,
    )


def _named(post: Post, is_one_of_several: bool) -> str:
    return post.title or (writing.role_name(post.role) if is_one_of_several else "")
