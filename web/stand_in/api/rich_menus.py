"""Rich menus: made, given a picture, shown to everyone or to one person, and named by aliases."""

import re
from typing import Any

from werkzeug.wrappers import Request, Response

from web.stand_in.api.answers import Refused, answer, json_body
from web.stand_in.chat import Chat
from web.stand_in.menus import Menu
from web.stand_in.world import World


def create(world: World, request: Request) -> Response:
    layout = json_body(request)
    _check(layout)
    with world.changing():
        return answer({"richMenuId": world.menus.add(layout).id})


def validate(world: World, request: Request) -> Response:
    _check(json_body(request))
    return answer()


def list_all(world: World, request: Request) -> Response:
    return answer({"richmenus": [menu.as_line_shows_it() for menu in world.menus.made.values()]})


def get(world: World, request: Request, menu_id: str) -> Response:
    return answer(_menu(world, menu_id).as_line_shows_it())


def delete(world: World, request: Request, menu_id: str) -> Response:
    with world.changing():
        world.menus.remove(_menu(world, menu_id).id)
    return answer()


def upload_picture(world: World, request: Request, menu_id: str) -> Response:
    """Take a PNG or JPEG of at most 1 MB, once: a menu's picture cannot be changed."""
    menu, data = _menu(world, menu_id), request.get_data()
    if request.mimetype not in ("image/png", "image/jpeg"):
        raise Refused(415, "The content type must be image/png or image/jpeg")
    if not data or len(data) > 1_000_000:
        raise Refused(413, "The image must be at most 1 MB")
    if menu.picture is not None:
        raise Refused(400, "An image has already been uploaded to the richmenu")
    with world.changing():
        menu.picture, menu.mime = data, request.mimetype
    return answer()


def get_picture(world: World, request: Request, menu_id: str) -> Response:
    menu = _menu(world, menu_id)
    if menu.picture is None:
        raise Refused(404, "Not found")
    return Response(menu.picture, content_type=menu.mime)


def set_default(world: World, request: Request, menu_id: str) -> Response:
    with world.changing():
        world.menus.default_id = _drawn(world, menu_id).id
    return answer()


def get_default(world: World, request: Request) -> Response:
    if world.menus.default_id is None:
        raise Refused(404, "no default richmenu")
    return answer({"richMenuId": world.menus.default_id})


def clear_default(world: World, request: Request) -> Response:
    with world.changing():
        world.menus.default_id = None
    return answer()


def link(world: World, request: Request, user_id: str, menu_id: str) -> Response:
    with world.changing():
        _person(world, user_id).menu_id = _drawn(world, menu_id).id
    return answer()


def linked(world: World, request: Request, user_id: str) -> Response:
    menu_id = _person(world, user_id).menu_id
    if menu_id not in world.menus.made:
        raise Refused(404, "the user has no richmenu")
    return answer({"richMenuId": menu_id})


def unlink(world: World, request: Request, user_id: str) -> Response:
    with world.changing():
        _person(world, user_id).menu_id = None
    return answer()


def link_many(world: World, request: Request) -> Response:
    """Show a menu to up to 500 people; those unknown are passed over."""
    body = json_body(request)
    return _for_many(world, body, _drawn(world, str(body.get("richMenuId"))).id)


def unlink_many(world: World, request: Request) -> Response:
    return _for_many(world, json_body(request), None)


def _for_many(world: World, body: dict[str, Any], menu_id: str | None) -> Response:
    users = body.get("userIds")
    if not isinstance(users, list) or not 1 <= len(users) <= 500:
        raise Refused(
            400,
            "The request body has 1 error(s)",
            [{"property": "userIds", "message": "Size must be between 1 and 500"}],
        )
    with world.changing():
        for user_id in users:
            if user_id in world.chats:
                world.chats[user_id].menu_id = menu_id
    return answer(status=202)


def _check(layout: dict[str, Any]) -> None:
    """Raise Refused 400 unless size, bar text and areas are within LINE's limits."""
    size, areas = layout.get("size") or {}, layout.get("areas")
    width, height = size.get("width", 0), size.get("height", 0)
    faults = {
        "size": 800 <= width <= 2500 and height >= 250 and width / height >= 1.45,
        "chatBarText": 1 <= len(layout.get("chatBarText") or "") <= 14,
        "name": len(layout.get("name") or "") <= 300,
        "areas": isinstance(areas, list) and len(areas) <= 20,
    }
    wrong = [{"property": name, "message": "invalid"} for name, is_right in faults.items() if not is_right]
    if wrong:
        raise Refused(400, f"The request body has {len(wrong)} error(s)", wrong)


def _menu(world: World, menu_id: str) -> Menu:
    if menu_id not in world.menus.made:
        raise Refused(404, "richmenu not found")
    return world.menus.made[menu_id]


def _drawn(world: World, menu_id: str) -> Menu:
    menu = _menu(world, menu_id)
    if menu.picture is None:
        raise Refused(400, "must upload richmenu image before applying it to user")
    return menu


def _person(world: World, user_id: str) -> Chat:
    if not re.fullmatch("U[0-9a-f]{32}", user_id) or user_id not in world.chats:
        raise Refused(400, "The user ID is invalid")
    return world.chats[user_id]


ENDPOINTS = {
    ("POST", "/v2/bot/richmenu"): create,
    ("POST", "/v2/bot/richmenu/validate"): validate,
    ("GET", "/v2/bot/richmenu/list"): list_all,
    ("GET", "/v2/bot/richmenu/<menu_id>"): get,
    ("DELETE", "/v2/bot/richmenu/<menu_id>"): delete,
    ("POST", "/v2/bot/richmenu/<menu_id>/content"): upload_picture,
    ("GET", "/v2/bot/richmenu/<menu_id>/content"): get_picture,
    ("POST", "/v2/bot/user/all/richmenu/<menu_id>"): set_default,
    ("GET", "/v2/bot/user/all/richmenu"): get_default,
    ("DELETE", "/v2/bot/user/all/richmenu"): clear_default,
    ("POST", "/v2/bot/user/<user_id>/richmenu/<menu_id>"): link,
    ("GET", "/v2/bot/user/<user_id>/richmenu"): linked,
    ("DELETE", "/v2/bot/user/<user_id>/richmenu"): unlink,
    ("POST", "/v2/bot/richmenu/bulk/link"): link_many,
    ("POST", "/v2/bot/richmenu/bulk/unlink"): unlink_many,
}
