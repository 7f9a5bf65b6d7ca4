"""Gives LINE every role's menu in both languages, and shows each person theirs."""

import structlog
from sqlalchemy import select

from cards.rich_menu import picture, rich_menu
from engine.clock import BANGKOK
from engine.house import House
from i18n import LANGUAGES, speaking
from line.rich_menus import RichMenus
from models.menu import menu_for, remember_menu
from models.person import Person
from models.post import posts_held
from rules.role import HIGHEST_FIRST, Role
from settings import Channel

log = structlog.get_logger()


def publish_menus(house: House) -> dict[str, int]:
    """Publish all menus on all channels; return how many menus and people. Raises OSError where LINE refuses."""
    menus = people = 0
    for channel in house.settings.channels:
        line = _menus(house, channel)
        replaced = [_publish(house, line, channel, role, language) for role in Role for language in LANGUAGES]
        menus += len(replaced)
        with house.db.read() as session:
            query = select(Person.id).where(Person.channel == channel.name, Person.joined_at.is_not(None))
            ids = list(
                session.scalars(query.where(Person.unreachable_since.is_(None), Person.left_at.is_(None)))
            )
        people += sum(_link(house, line, person_id) for person_id in ids)
        for menu_id in filter(None, replaced):
            _forget(line, menu_id)
    return {"menus": menus, "people": people}


def show_menu(house: House, key: str) -> None:
    """Show the person with id `key` the menu of their role and language; without a published one nothing happens."""
    with house.db.read() as session:
        person = session.get(Person, int(key))
        channel = next(
            (each for each in house.settings.channels if person and each.name == person.channel), None
        )
        if person is None or channel is None or menu_for(session, channel.name, Role.OFFICER, "th") is None:
            return
    try:
        _link(house, _menus(house, channel), int(key))
    except OSError as error:
        log.warning("menu_not_linked", person=key, fault=str(error))


def _menus(house: House, channel: Channel) -> RichMenus:
    return RichMenus(house.gateways[channel.name].tokens, house.settings)


def _publish(house: House, line: RichMenus, channel: Channel, role: Role, language: str) -> str | None:
    with speaking(language):
        menu_id = line.create(rich_menu(role), picture(role))
    with house.db.write() as session:
        return remember_menu(session, channel.name, role, language, menu_id)


def _forget(line: RichMenus, menu_id: str) -> None:
    """Remove a replaced menu; one that LINE no longer has, or keeps for now, shows to nobody."""
    try:
        line.delete(menu_id)
    except OSError as error:
        log.warning("menu_not_deleted", menu=menu_id, fault=str(error))


def _link(house: House, line: RichMenus, person_id: int) -> bool:
    with house.db.read() as session:
        person = session.get_one(Person, person_id)
        held = {
            post.role for post in posts_held(session, person_id, house.clock.now().astimezone(BANGKOK).date())
        }
        role = next((each for each in HIGHEST_FIRST if each in held), None)
        menu = menu_for(session, person.channel, role, person.language) if role else None
    if menu is None:
        return False
    line.link(person.line_user_id, menu.rich_menu_id)
    return True
