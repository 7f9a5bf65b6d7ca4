"""Rich menus, tokens and the webhook address behave as LINE's."""

from urllib.parse import urlencode

from tests.web.stand_in_cast import SOMCHAI

MENU = {
    "size": {"width": 2500, "height": 1686},
    "selected": True,
    "name": "officer",
    "chatBarText": "เมนู",
    "areas": [
        {
            "bounds": {"x": 0, "y": 0, "width": 2500, "height": 1686},
            "action": {"type": "message", "text": "รายงาน"},
        }
    ],
}
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 20


def make_menu(call, with_picture=True):
    menu_id = call("POST", "/v2/bot/richmenu", MENU).json()["richMenuId"]
    if with_picture:
        path = f"/v2/bot/richmenu/{menu_id}/content"
        assert call("POST", path, PNG, Content_Type="image/png").status == 200
    return menu_id


def test_menu_is_shown_to_one_person_before_the_default(line, call):
    everyone, own = make_menu(call), make_menu(call)
    assert call("POST", f"/v2/bot/user/all/richmenu/{everyone}").status == 200
    assert call("POST", f"/v2/bot/user/{SOMCHAI}/richmenu/{own}").status == 200
    somchai = line.world.chats[SOMCHAI]
    assert line.world.menus.shown(somchai.menu_id).id == own
    call("DELETE", f"/v2/bot/user/{SOMCHAI}/richmenu")
    assert line.world.menus.shown(somchai.menu_id).id == everyone


def test_menu_needs_its_picture_and_keeps_it(call):
    menu_id = make_menu(call, with_picture=False)
    assert call("POST", f"/v2/bot/user/all/richmenu/{menu_id}").status == 400
    path = f"/v2/bot/richmenu/{menu_id}/content"
    assert call("POST", path, PNG, Content_Type="image/png").status == 200
    assert call("POST", path, PNG, Content_Type="image/png").status == 400
    assert call("POST", path, b"0" * 1_000_001, Content_Type="image/png").status == 413
    assert call("GET", path).data == PNG


def test_menu_that_line_would_refuse_is_refused(call):
    assert call("POST", "/v2/bot/richmenu", MENU | {"chatBarText": "ก" * 15}).status == 400
    assert call("POST", "/v2/bot/richmenu", MENU | {"size": {"width": 800, "height": 800}}).status == 400


def test_deleted_menu_is_gone(call):
    menu_id = make_menu(call)
    assert [one["richMenuId"] for one in call("GET", "/v2/bot/richmenu/list").json()["richmenus"]] == [
        menu_id
    ]
    assert call("DELETE", f"/v2/bot/richmenu/{menu_id}").status == 200
    assert call("GET", f"/v2/bot/richmenu/{menu_id}").status == 404


def test_alias_switches_menus(line, call, webhook):
    menu_id = make_menu(call)
    alias = {"richMenuAliasId": "more", "richMenuId": menu_id}
    assert call("POST", "/v2/bot/richmenu/alias", alias).status == 200
    assert call("POST", "/v2/bot/richmenu/alias", alias).status == 400
    line.switch_menu(SOMCHAI, "more", "switched")
    assert line.world.chats[SOMCHAI].menu_id == menu_id
    assert webhook.events[-1]["postback"]["params"]["status"] == "SUCCESS"


def test_menu_is_linked_to_many_at_once(line, call):
    body = {"richMenuId": make_menu(call), "userIds": [SOMCHAI]}
    assert call("POST", "/v2/bot/richmenu/bulk/link", body).status == 202
    assert call("GET", f"/v2/bot/user/{SOMCHAI}/richmenu").json() == {"richMenuId": body["richMenuId"]}


def test_stateless_token_lives_a_quarter_of_an_hour(line, call, clock):
    form = {
        "grant_type": "client_credentials",
        "client_id": line.channel_id,
        "client_secret": line.channel_secret,
    }
    body = urlencode(form).encode()
    issued = call("POST", "/oauth2/v3/token", body, Content_Type="application/x-www-form-urlencoded").json()
    assert issued["expires_in"] == 900
    assert call("GET", "/v2/bot/info", token=issued["access_token"]).json()["userId"] == line.bot_user_id
    clock.pass_by(minutes=16)
    assert call("GET", "/v2/bot/info", token=issued["access_token"]).status == 401


def test_webhook_address_is_set_and_tried(line, call, webhook):
    address = line.callback_url
    assert call("PUT", "/v2/bot/channel/webhook/endpoint", {"endpoint": address}).status == 200
    assert call("GET", "/v2/bot/channel/webhook/endpoint").json() == {"endpoint": address, "active": True}
    assert call("POST", "/v2/bot/channel/webhook/test", {}).json()["success"]
    assert webhook.heard[-1]["events"] == []


def test_loading_shows_until_the_bot_speaks(line, call, push):
    assert call("POST", "/v2/bot/chat/loading/start", {"chatId": SOMCHAI, "loadingSeconds": 7}).status == 400
    assert call("POST", "/v2/bot/chat/loading/start", {"chatId": SOMCHAI, "loadingSeconds": 10}).status == 202
    assert line.world.chats[SOMCHAI].is_loading
    push()
    assert not line.world.chats[SOMCHAI].is_loading
