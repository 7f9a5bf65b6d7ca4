"""Somebody takes a post up: holdings change, what the predecessor had open ends politely, and all concerned are told."""

from datetime import date

from cards.card import Card, say
from cards.hand_over import HandOverView, handed_over, thank_you
from handlers.posts.briefing import briefing_of
from handlers.posts.tell import tell
from handlers.posts.words import post_words
from handlers.report.desk import KIND as REPORT
from handlers.report.draft import from_json
from handlers.turn import Turn
from i18n import _
from models.agency import Agency
from models.answering import people_of_agency
from models.audit import note
from models.dialogue import close_dialogue, open_dialogue
from models.hand_over import HandOver, given_away, take_over, taken_up
from models.person import Person
from models.plan import Activity
from models.post import Post, activities_of_post, own_posts
from rules.role import Role
from thai import writing


def take_up(turn: Turn, offer: HandOver, successor: Person) -> date:
    """Let the successor hold what was handed over, tell everybody else, and return from which day it is so."""
    numbers = numbers_of(turn, offer)
    starts = take_over(turn.session, offer, successor, turn.today)
    before = turn.session.get(Person, offer.person_id) if offer.person_id is not None else None
    note(
        turn.session,
        turn.now,
        "post_taken",
        province_id=turn.province.id,
        person_id=successor.id,
        hand_over=offer.id,
    )
    view = view_of(turn, offer, numbers)
    if before is not None:
        is_open = starts <= turn.today and _end_open(turn, before, numbers)
        tell(turn, before, lambda: [thank_you(view, is_open)], "handed-over", str(offer.id))
        turn.later("menu", str(before.id))
    turn.later("menu", str(successor.id))
    for each in _told_too(turn, offer, {successor.id, before.id if before else 0}):
        tell(turn, each, lambda: [handed_over(view)], "handed-over", str(offer.id))
    return starts


def brief(turn: Turn, offer: HandOver, successor: Person) -> Card:
    """Return the briefing of a hand-over that was taken up."""
    before = turn.session.get(Person, offer.person_id) if offer.person_id is not None else None
    post = turn.session.get_one(Post, offer.to_post_id or offer.post_id)
    return briefing_of(turn, post, successor, offer.taken_on or offer.from_on, before)


def view_of(turn: Turn, offer: HandOver, numbers: tuple[int, ...]) -> HandOverView:
    """Return a hand-over as cards show it."""
    post = turn.session.get_one(Post, offer.post_id)
    agency = turn.session.get(Agency, post.agency_id) if post.agency_id is not None else None
    return HandOverView(
        post=post_words(post),
        agency=agency.name if agency else "",
        name=_name(turn, offer.person_id),
        successor=_name(turn, offer.successor_id),
        from_on=offer.taken_on or offer.from_on,
        numbers=numbers,
        is_whole=offer.activity_ids is None,
    )


def numbers_of(turn: Turn, offer: HandOver) -> tuple[int, ...]:
    """Return the numbers of the activities that are handed over, this year's for a whole post."""
    if offer.activity_ids is None:
        post = turn.session.get_one(Post, offer.post_id)
        found = activities_of_post(turn.session, post, turn.year_be, turn.today)
        return tuple(activity.no for activity in found)
    return tuple(sorted(turn.session.get_one(Activity, each).no for each in offer.activity_ids))


def between_posts(turn: Turn) -> Card | None:
    """Return what somebody without a post is told whose post begins later, or has been taken over; else None."""
    if turn.person.joined_at is None or turn.person.left_at is not None:
        return None
    coming = taken_up(turn.session, turn.person.id, turn.today)
    if coming is not None and coming.taken_on is not None:
        text = _("Your duty begins on {date}. Until then nothing is asked of you.")
        return say(text.format(date=writing.long_date(coming.taken_on)))
    gone = given_away(turn.session, turn.person.id)
    if gone is None or gone.taken_on is None:
        return None
    text = _(
        "{name} has held your post since {date}, so please ask them. For a new post, type the code of your office."
    )
    return say(text.format(name=_name(turn, gone.successor_id), date=writing.long_date(gone.taken_on)))


def _end_open(turn: Turn, before: Person, numbers: tuple[int, ...]) -> bool:
    """End what the predecessor is in the middle of where it is about what is gone; return whether it was a report."""
    dialogue = open_dialogue(turn.session, before.id)
    if dialogue is None:
        return False
    if dialogue.kind == REPORT:
        about = set(from_json(dialogue.state).numbers())
        is_gone = bool(about & set(numbers)) or not about
    else:
        is_gone = before.id != turn.person.id and not _has_posts(turn, before, turn.today)
    if is_gone:
        close_dialogue(dialogue, "handed_over", turn.now)
    return is_gone and dialogue.kind == REPORT


def _has_posts(turn: Turn, person: Person, on: date) -> bool:
    return bool(own_posts(turn.session, person.id, on))


def _told_too(turn: Turn, offer: HandOver, known: set[int]) -> list[Person]:
    """Return who else is told: whoever arranged it, and the heads of the agency."""
    post = turn.session.get_one(Post, offer.post_id)
    found = {offer.made_by: turn.session.get_one(Person, offer.made_by)}
    if post.agency_id is not None and post.role is Role.OFFICER:
        heads = people_of_agency(turn.session, post.agency_id, Role.HEAD, turn.today)
        found.update({head.id: head for head in heads})
    return [person for person in found.values() if person.id not in known]


def _name(turn: Turn, person_id: int | None) -> str:
    person = turn.session.get(Person, person_id) if person_id is not None else None
    return (person.name or "") if person else ""
