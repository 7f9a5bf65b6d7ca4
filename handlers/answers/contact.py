"""ติดต่อใคร: whom to ask, by name and telephone: an agency's people, or one's own head and the provincial office."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy.orm import Session

from cards.card import Card, say
from handlers.answers import agency
from handlers.groups import in_private, is_group
from handlers.turn import Turn
from i18n import _
from models.answering import people_of_agency, people_with_role
from models.person import Person
from rules.role import Role
from thai import writing
from thai.reading import Query

SHOWN = 5


def answer(turn: Turn, query: Query) -> list[Card]:
    """Return the people of the agency that was named; without one, head and provincial office."""
    if query.agency or query.activity_no is not None:
        return agency.answer(turn, query)
    if is_group(turn):
        return [in_private()]
    heads = [
        person
        for agency_id in sorted(turn.agency_ids)
        for person in people_of_agency(turn.session, agency_id, Role.HEAD, turn.today)
        if person.id != turn.person.id
    ]
    lines = [f"• {writing.role_name(Role.HEAD)}: {each}" for each in _people(heads)]
    office = office_contact(turn.session, turn.province.id, turn.today)
    lines.append(f"• {_('The provincial office')}: {office}" if office else f"• {_('The provincial office')}")
    return [say("\n".join([_("Whom to ask:"), *lines]))]


def office_contact(session: Session, province_id: int, today: date) -> str:
    """Return who runs the bot at the provincial office, with phones, in one line; nothing where nobody does yet."""
    return ", ".join(_people(people_with_role(session, province_id, Role.ADMIN, today)))


def _people(people: Iterable[Person]) -> list[str]:
    named = [f"{person.name or ''} {person.phone or ''}".strip() for person in people]
    return [name for name in named if name][:SHOWN]
