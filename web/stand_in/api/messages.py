"""Reply, push and multicast."""

import uuid
from typing import Any

from werkzeug.wrappers import Request, Response

from web.stand_in.api.answers import Refused, answer, json_body
from web.stand_in.api.checks import check_messages
from web.stand_in.chat import Chat
from web.stand_in.world import World

RETRYABLE = {"/v2/bot/message/push", "/v2/bot/message/multicast"}
MONTHLY_LIMIT = "You have reached your monthly limit."


def reply(world: World, request: Request) -> Response:
    """Answer an event: free, once per token, within a minute."""
    body = json_body(request)
    check_messages(body.get("messages"))
    with world.changing():
        chat_id = world.reply_tokens.use(str(body.get("replyToken")), world.now())
        if chat_id is None:
            raise Refused(400, "Invalid reply token")
        return answer({"sentMessages": world.arrive(world.chats[chat_id], body["messages"], "reply")})


def push(world: World, request: Request) -> Response:
    """Send to one person or group; counted. To someone who blocked the bot: 200, and nothing arrives."""
    body = json_body(request)
    check_messages(body.get("messages"))
    to = body.get("to")
    if not isinstance(to, str) or not to:
        raise Refused(400, "The property, 'to', in the request body is invalid (line: -, column: -)")
    with world.changing():
        _refuse_repeated(world, request)
        if to not in world.chats:
            raise Refused(400, "Failed to send messages")
        sent = _send(world, [world.chats[to]], body["messages"], "push")
        return _accepted(world, request, {"sentMessages": sent})


def multicast(world: World, request: Request) -> Response:
    """Send to up to 500 people; those who cannot be reached are passed over."""
    body = json_body(request)
    check_messages(body.get("messages"))
    to = body.get("to")
    if not isinstance(to, list) or not 1 <= len(to) <= 500:
        raise Refused(400, "The property, 'to', in the request body is invalid (line: -, column: -)")
    with world.changing():
        _refuse_repeated(world, request)
        chats = [world.chats[user_id] for user_id in dict.fromkeys(to) if user_id in world.chats]
        _send(world, chats, body["messages"], "multicast")
        return _accepted(world, request, {})


def _send(world: World, chats: list[Chat], messages: list[dict[str, Any]], how: str) -> list[dict[str, str]]:
    count = sum(world.count_for(chat) for chat in chats)
    if not world.ledger.has_room_for(count, world.now()):
        raise Refused(429, MONTHLY_LIMIT)
    sent: list[dict[str, str]] = []
    for chat in chats:
        sent = world.arrive(chat, messages, how)
    return sent


def _refuse_repeated(world: World, request: Request) -> None:
    """Raise Refused 409 where this retry key was accepted before, with the id of that request."""
    key = request.headers.get("X-Line-Retry-Key")
    if key is None:
        return
    try:
        uuid.UUID(key)
    except ValueError:
        raise Refused(400, "The X-Line-Retry-Key header must be a UUID") from None
    before = world.retry_keys.accepted(key, world.now())
    if before:
        request_id, body = before
        raise Refused(
            409,
            "The retry key is already accepted",
            headers={"x-line-accepted-request-id": request_id},
            **body,
        )


def _accepted(world: World, request: Request, body: dict[str, Any]) -> Response:
    key = request.headers.get("X-Line-Retry-Key")
    if key:
        world.retry_keys.accept(key, request.environ["line.request_id"], body, world.now())
    return answer(body)


ENDPOINTS = {
    ("POST", "/v2/bot/message/reply"): reply,
    ("POST", "/v2/bot/message/push"): push,
    ("POST", "/v2/bot/message/multicast"): multicast,
}
