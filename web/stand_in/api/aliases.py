"""Rich menu aliases: names by which one menu switches to another."""

import re

from werkzeug.wrappers import Request, Response

from web.stand_in.api.answers import Refused, answer, json_body
from web.stand_in.world import World


def create_alias(world: World, request: Request) -> Response:
    body = json_body(request)
    alias = str(body.get("richMenuAliasId"))
    if alias in world.menus.aliases:
        raise Refused(400, "conflict richmenu alias id")
    if not re.fullmatch("[a-z0-9_-]{1,32}", alias):
        raise Refused(
            400, "The request body has 1 error(s)", [{"property": "richMenuAliasId", "message": "invalid"}]
        )
    return _point(world, alias, str(body.get("richMenuId")))


def list_aliases(world: World, request: Request) -> Response:
    return answer({"aliases": [_shown(alias, menu_id) for alias, menu_id in world.menus.aliases.items()]})


def get_alias(world: World, request: Request, alias: str) -> Response:
    return answer(_shown(alias, _known(world, alias)))


def update_alias(world: World, request: Request, alias: str) -> Response:
    _known(world, alias)
    return _point(world, alias, str(json_body(request).get("richMenuId")))


def delete_alias(world: World, request: Request, alias: str) -> Response:
    _known(world, alias)
    with world.changing():
        del world.menus.aliases[alias]
    return answer()


def _point(world: World, alias: str, menu_id: str) -> Response:
    if menu_id not in world.menus.made:
        raise Refused(400, "richmenu not found")
    with world.changing():
        world.menus.aliases[alias] = menu_id
    return answer()


def _known(world: World, alias: str) -> str:
    if alias not in world.menus.aliases:
        raise Refused(404, "richmenu alias not found")
    return world.menus.aliases[alias]


def _shown(alias: str, menu_id: str) -> dict[str, str]:
    return {"richMenuAliasId": alias, "richMenuId": menu_id}


ENDPOINTS = {
    ("POST", "/v2/bot/richmenu/alias"): create_alias,
    ("GET", "/v2/bot/richmenu/alias/list"): list_aliases,
    ("GET", "/v2/bot/richmenu/alias/<alias>"): get_alias,
    ("POST", "/v2/bot/richmenu/alias/<alias>"): update_alias,
    ("DELETE", "/v2/bot/richmenu/alias/<alias>"): delete_alias,
}
