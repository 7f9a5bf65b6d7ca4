"""Who people are: profiles, groups, and the loading animation in their chats."""

import time

from werkzeug.wrappers import Request, Response

from web.stand_in.api.answers import Refused, answer, json_body
from web.stand_in.chat import Chat
from web.stand_in.world import World


def profile(world: World, request: Request, user_id: str) -> Response:
    """Return a friend's profile; 404 for strangers and for those who blocked the bot."""
    chat = world.chats.get(user_id)
    if chat is None or chat.is_group or not chat.is_reachable:
        raise Refused(404, "Not found")
    return answer({"userId": chat.id, "displayName": chat.name, "language": chat.language})


def group_summary(world: World, request: Request, group_id: str) -> Response:
    return answer({"groupId": group_id, "groupName": _group(world, group_id).name})


def group_count(world: World, request: Request, group_id: str) -> Response:
    return answer({"count": len(_group(world, group_id).members)})


def group_member(world: World, request: Request, group_id: str, user_id: str) -> Response:
    """Return a member's profile, friend of the bot or not."""
    if user_id not in _group(world, group_id).members:
        raise Refused(404, "Not found")
    return answer(
        {"userId": user_id, "displayName": world.chats[user_id].name if user_id in world.chats else user_id}
    )


def leave_group(world: World, request: Request, group_id: str) -> Response:
    with world.changing():
        _group(world, group_id).is_following = False
    return answer()


def start_loading(world: World, request: Request) -> Response:
    """Show the loading animation in a person's chat for 5 to 60 seconds, in steps of 5."""
    body = json_body(request)
    chat, seconds = world.chats.get(str(body.get("chatId"))), body.get("loadingSeconds", 20)
    if chat is None or chat.is_group or seconds not in range(5, 61, 5):
        raise Refused(400, "The request body has 1 error(s)")
    with world.changing():
        chat.loading_until = time.monotonic() + seconds
    return answer(status=202)


def mark_as_read(world: World, request: Request) -> Response:
    """Take a mark-as-read token; the simulator marks a message read as soon as the bot has it."""
    if not json_body(request).get("markAsReadToken"):
        raise Refused(400, "Invalid markAsReadToken")
    return answer()


def _group(world: World, group_id: str) -> Chat:
    group = world.chats.get(group_id)
    if group is None or not group.is_group or not group.is_following:
        raise Refused(404, "Not found")
    return group


ENDPOINTS = {
    ("GET", "/v2/bot/profile/<user_id>"): profile,
    ("GET", "/v2/bot/group/<group_id>/summary"): group_summary,
    ("GET", "/v2/bot/group/<group_id>/members/count"): group_count,
    ("GET", "/v2/bot/group/<group_id>/member/<user_id>"): group_member,
    ("POST", "/v2/bot/group/<group_id>/leave"): leave_group,
    ("POST", "/v2/bot/chat/loading/start"): start_loading,
    ("POST", "/v2/bot/chat/markAsRead"): mark_as_read,
}
