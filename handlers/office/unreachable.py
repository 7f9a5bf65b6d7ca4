"""ใครติดต่อไม่ได้: whom a message would not reach, and whom to phone."""

from datetime import datetime

from cards.card import Card
from cards.unreachable import unreachable
from cards.views_calm import Silence, UnreachableRow
from engine.clock import BANGKOK
from handlers.office.desk import may, only_the_office
from handlers.turn import Turn
from models.agency import Agency
from models.answering import people_of_agency
from models.out_of_reach import (
    Empty,
    agencies_without_officer,
    people_who_blocked,
    people_whose_push_failed,
)
from models.person import Person
from models.post import Post
from rules.permissions import Action
from rules.role import Role


def answer(turn: Turn) -> list[Card]:
    if not may(turn, Action.SEE_OUT_OF_REACH):
        return only_the_office()
    session, province = turn.session, turn.province.id
    empty = agencies_without_officer(session, province, turn.year_be, turn.today)
    rows = [_empty(each) for each in empty]
    for person, post in people_who_blocked(session, province, turn.today):
        since = person.unreachable_since
        rows.append(_person(turn, person, post, Silence.BLOCKED, since))
    for person, post, at in people_whose_push_failed(session, province, turn.today, turn.now):
        rows.append(_person(turn, person, post, Silence.FAILED, at))
    return [unreachable(rows)]


def _empty(empty: Empty) -> UnreachableRow:
    invited = empty.invited
    return UnreachableRow(
        why=Silence.NOT_JOINED if invited else Silence.NOBODY,
        agency=empty.agency.name,
        name=invited.name if invited else "",
        role=Role.OFFICER,
        since=invited.at.astimezone(BANGKOK).date() if invited else None,
        others=tuple(_named(head) for head in empty.heads),
    )


def _person(turn: Turn, person: Person, post: Post, why: Silence, since: datetime | None) -> UnreachableRow:
    agency = turn.session.get(Agency, post.agency_id) if post.agency_id else None
    return UnreachableRow(
        why=why,
        agency=agency.name if agency else "",
        name=person.name or "",
        role=post.role,
        phone=person.phone or "",
        since=since.astimezone(BANGKOK).date() if since else None,
        others=tuple(_named(each) for each in _colleagues(turn, agency, person)),
    )


def _colleagues(turn: Turn, agency: Agency | None, person: Person) -> list[Person]:
    if agency is None:
        return []
    heads = people_of_agency(turn.session, agency.id, Role.HEAD, turn.today)
    officers = people_of_agency(turn.session, agency.id, Role.OFFICER, turn.today)
    return [each for each in [*heads, *officers] if each.id != person.id and each.unreachable_since is None]


def _named(person: Person) -> str:
    return f"{person.name or ''} {person.phone or ''}".strip()
