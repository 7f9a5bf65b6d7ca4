"""What the visitor does on a phone: each action goes to the stand-in, which tells the bot over HTTP."""

from collections.abc import Callable
from typing import Any

from flask import Blueprint, request

from i18n import _, speaking
from web.simulator.demo import Demo, Row
from web.stand_in import LineStandIn
from web.stand_in.chat import Chat

Answer = tuple[Row, int]
MOST_BYTES = 20_000_000


def add_actions(blueprint: Blueprint, demo: Demo, spoken: Callable[[], str]) -> None:
    @blueprint.post("/api/phones")
    def new_phone() -> Answer:
        """Give a newcomer a phone; the bot is not their friend yet."""
        with speaking(spoken()):
            name = str(_asked().get("name") or "").strip()[:20] or _("Newcomer")
        return {"id": demo.line.add_friend(display_name=name, is_following=False)}, 200

    @blueprint.post("/api/groups")
    def new_group() -> Answer:
        """Invite the bot into a group of everyone who has a phone."""
        people = [chat.id for chat in demo.line.world.chats.values() if not chat.is_group]
        with speaking(spoken()):
            name = str(_asked().get("name") or "").strip()[:50] or _("Follow-up group")
        return {"id": demo.line.join(name=name, members=people)["source"]["groupId"]}, 200

    @blueprint.post("/api/phones/<chat_id>/<action>")
    def act(chat_id: str, action: str) -> Answer:
        request.max_content_length = MOST_BYTES
        chat = demo.line.world.chats.get(chat_id)
        do = ACTIONS.get(action)
        if chat is None or do is None:
            return {"message": "Not found"}, 404
        try:
            do(demo.line, chat, request.get_data() if action in RAW else _asked())
        except (KeyError, ValueError, TypeError, StopIteration):
            return {"message": "Bad request"}, 400
        return {}, 200


def _asked() -> Row:
    asked = request.get_json(silent=True)
    return asked if isinstance(asked, dict) else {}


def say(line: LineStandIn, chat: Chat, asked: Row) -> None:
    """Say a text; in a group as one of its members, with or without a mention of the bot."""
    text = str(asked["text"])[:5000]
    if chat.is_group:
        line.say_in_group(chat.id, asked["as"], text, mentions_bot=bool(asked.get("mention")))
    elif text.strip():
        line.say(chat.id, text)


def tap(line: LineStandIn, chat: Chat, asked: Row) -> None:
    line.tap(chat.id, str(asked["data"]), asked.get("display_text"), asked.get("params"))


def switch(line: LineStandIn, chat: Chat, asked: Row) -> None:
    line.switch_menu(chat.id, str(asked["alias"]), str(asked["data"]))


def image(line: LineStandIn, chat: Chat, data: bytes) -> None:
    """Send a photo; several chosen at once share a set."""
    total = request.args.get("total", 1, int)
    several = {"id": request.args.get("set", ""), "index": request.args.get("index", 1, int), "total": total}
    line.send_image(chat.id, data, several if total > 1 else None)


def file(line: LineStandIn, chat: Chat, data: bytes) -> None:
    line.send_file(chat.id, request.args["name"][:255], data)


def location(line: LineStandIn, chat: Chat, asked: Row) -> None:
    latitude, longitude = float(asked["latitude"]), float(asked["longitude"])
    line.send_location(chat.id, latitude, longitude, asked.get("title") or None, asked.get("address") or None)


def sticker(line: LineStandIn, chat: Chat, asked: Row) -> None:
    line.send_sticker(chat.id, str(asked["package_id"]), str(asked["sticker_id"]))


ACTIONS: dict[str, Callable[[LineStandIn, Chat, Any], object]] = {
    "say": say,
    "tap": tap,
    "switch": switch,
    "image": image,
    "file": file,
    "location": location,
    "sticker": sticker,
    "unsend": lambda line, chat, asked: line.unsend(chat.id, str(asked["message_id"])),
    "again": lambda line, chat, asked: line.send_again(str(asked["message_id"])),
    "follow": lambda line, chat, _asked: line.follow(chat.id),
    "block": lambda line, chat, _asked: line.unfollow(chat.id),
    "seen": lambda line, chat, _asked: line.mark_seen(chat.id),
}
RAW = {"image", "file"}
