"""Phones and conversations as the simulator's page draws them."""

from datetime import datetime
from typing import Any

from i18n import _
from rules.role import Role
from thai.writing import role_name
from web.simulator.demo import Row
from web.simulator.moments import day_of, hour_of, lately
from web.stand_in.chat import Chat, Entry
from web.stand_in.world import World

MOST_ENTRIES = 200


def phones_shown(world: World, cast: list[Row], now: datetime) -> list[Row]:
    """Return the cast in its own order, then newcomers and groups as they came."""
    known = {person["user_id"]: person for person in cast}
    order = [*known, *(chat_id for chat_id in world.chats if chat_id not in known)]
    return [_phone(world.chats[chat_id], known.get(chat_id, {}), now) for chat_id in order]


def chat_shown(world: World, chat: Chat) -> Row:
    """Return one conversation with its latest messages and the rich menu beneath it."""
    names = {one.id: one.name for one in world.chats.values()}
    return {
        "id": chat.id,
        "name": chat.name if chat.is_group else world.channel["display_name"],
        "bot_name": world.channel["display_name"],
        "standing": _standing(chat),
        "is_group": chat.is_group,
        "members": [{"id": member, "name": names.get(member, member)} for member in chat.members],
        "entries": [_entry(entry, names) for entry in chat.entries[-MOST_ENTRIES:]],
        "menu": _menu(world, chat),
    }


def _phone(chat: Chat, person: Row, now: datetime) -> Row:
    last = chat.entries[-1] if chat.entries else None
    return {
        "id": chat.id,
        "name": chat.name,
        "role": _role(person.get("role")) or (_("Group") if chat.is_group else _("Newcomer")),
        "agency": person.get("agency") or "",
        "note": person.get("note") or "",
        "unread": chat.unread,
        "standing": _standing(chat),
        "is_group": chat.is_group,
        "preview": _preview(last) if last else "",
        "at": lately(last["at"], now) if last else "",
    }


def _role(role: Any) -> str:
    return role_name(Role(role)) if role in set(Role) else str(role or "")


def _standing(chat: Chat) -> str:
    if chat.has_blocked:
        return "blocked"
    return "friend" if chat.is_following else "stranger"


def _preview(entry: Entry) -> str:
    if entry["unsent"]:
        return _("Message unsent")
    message = entry["message"]
    kinds = {"image": _("Photo"), "file": _("File"), "location": _("Location"), "sticker": _("Sticker")}
    return str(message.get("text") or message.get("altText") or kinds.get(entry["kind"], entry["kind"]))


def _entry(entry: Entry, names: dict[str, str]) -> Row:
    kept = {key: entry[key] for key in ("id", "from", "kind", "message", "how", "cost", "unsent")}
    return kept | {
        "by": names.get(entry.get("by", ""), ""),
        "day": day_of(entry["at"]),
        "time": hour_of(entry["at"]),
        "read": entry.get("read", False),
        "failed": entry.get("failed", False),
    }


def _menu(world: World, chat: Chat) -> Row | None:
    """Return the rich menu this person sees, or None; groups and strangers see none."""
    menu = world.menus.shown(chat.menu_id)
    if menu is None or menu.picture is None or chat.is_group or not chat.is_reachable:
        return None
    layout = {key: menu.layout.get(key) for key in ("size", "areas", "selected")}
    return {"id": menu.id, "bar": menu.layout["chatBarText"], **layout}
