"""Webhook events as LINE writes them. Source: Messaging API reference, webhook event objects."""

from datetime import datetime
from typing import Any

from web.stand_in import ids

Event = dict[str, Any]
Source = dict[str, str]


def user_source(user_id: str) -> Source:
    return {"type": "user", "userId": user_id}


def group_source(group_id: str, user_id: str | None) -> Source:
    """Return a group's source; LINE leaves `userId` out where it does not tell who it was."""
    return {"type": "group", "groupId": group_id} | ({"userId": user_id} if user_id else {})


def event(kind: str, source: Source, at_ms: int, mode: str, reply_token: str | None, **content: Any) -> Event:
    """Return one event. `reply_token` is None for events that cannot be answered and in standby mode."""
    made: Event = {
        "type": kind,
        **content,
        "webhookEventId": ids.ulid(at_ms),
        "deliveryContext": {"isRedelivery": False},
        "timestamp": at_ms,
        "source": source,
    }
    if reply_token:
        made["replyToken"] = reply_token
    return made | {"mode": mode}


def redelivered(event: Event) -> Event:
    """Return the event as LINE sends it again: the same id, and, in this world, a new delivery context."""
    return event | {"deliveryContext": {"isRedelivery": True}}


def text(words: str, **more: Any) -> dict[str, Any]:
    return _message("text", quoteToken=ids.token(), text=words, **more)


def sticker(
    package_id: str, sticker_id: str, kind: str = "STATIC", keywords: list[str] | None = None
) -> dict[str, Any]:
    return _message(
        "sticker",
        quoteToken=ids.token(),
        packageId=package_id,
        stickerId=sticker_id,
        stickerResourceType=kind,
        keywords=keywords or [],
    )


def image(image_set: dict[str, Any] | None = None) -> dict[str, Any]:
    """Return an image. `image_set` is dict(id, index, total) where several are sent at once."""
    more = {"imageSet": image_set} if image_set else {}
    return _message("image", quoteToken=ids.token(), contentProvider={"type": "line"}, **more)


def video(duration_ms: int) -> dict[str, Any]:
    return _message("video", quoteToken=ids.token(), duration=duration_ms, contentProvider={"type": "line"})


def audio(duration_ms: int) -> dict[str, Any]:
    return _message("audio", duration=duration_ms, contentProvider={"type": "line"})


def file(name: str, size: int) -> dict[str, Any]:
    return _message("file", fileName=name, fileSize=size)


def location(latitude: float, longitude: float, title: str | None, address: str | None) -> dict[str, Any]:
    more = {key: words for key, words in (("title", title), ("address", address)) if words}
    return _message("location", **more, latitude=latitude, longitude=longitude)


def mention(words: str, name: str, bot_user_id: str) -> dict[str, Any]:
    """Return the `mention` of the bot where `@name` stands in `words`; positions count UTF-16 units."""
    before = words[: words.index("@" + name)]
    mentioned = {
        "index": _units(before),
        "length": _units("@" + name),
        "type": "user",
        "userId": bot_user_id,
        "isSelf": True,
    }
    return {"mentionees": [mentioned]}


def milliseconds(at: datetime) -> int:
    return int(at.timestamp() * 1000)


def _message(kind: str, **content: Any) -> dict[str, Any]:
    return {"type": kind, "id": ids.message_id(), "markAsReadToken": ids.token(), **content}


def _units(words: str) -> int:
    return len(words.encode("utf-16-le")) // 2
