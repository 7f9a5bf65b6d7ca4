"""The channel itself: its tokens, quota, webhook address, and who the bot is."""

from datetime import UTC
from typing import Any

from werkzeug.wrappers import Request, Response

from web.stand_in.api.answers import Refused, answer, json_body
from web.stand_in.api.assertions import is_signed_by_us
from web.stand_in.world import World

STATELESS_SECONDS = 900
LONG_SECONDS = 30 * 24 * 3600


def bot_info(world: World, request: Request) -> Response:
    channel = world.channel
    return answer(
        {
            "userId": channel["bot_user_id"],
            "basicId": channel["basic_id"],
            "displayName": channel["display_name"],
            "chatMode": "bot",
            "markAsReadMode": "auto",
        }
    )


def quota(world: World, request: Request) -> Response:
    limit = world.ledger.limit
    return answer({"type": "none"} if limit is None else {"type": "limited", "value": limit})


def consumption(world: World, request: Request) -> Response:
    return answer({"totalUsage": world.ledger.used(world.now())})


def get_webhook(world: World, request: Request) -> Response:
    if not world.webhook["endpoint"]:
        raise Refused(404, "Not found")
    return answer(world.webhook)


def set_webhook(world: World, request: Request) -> Response:
    """Set the webhook address. LINE wants HTTPS; here the bot may also listen on this machine."""
    address = str(json_body(request).get("endpoint") or "")
    if not address.startswith(("https://", "http://127.0.0.1:", "http://localhost:")) or len(address) > 500:
        raise Refused(400, "Invalid webhook endpoint URL")
    world.webhook["endpoint"] = address
    return answer()


def test_webhook(world: World, request: Request) -> Response:
    """Post a body without events to the webhook, as the console's Verify button does."""
    status = request.environ["line.post"]({"destination": world.channel["bot_user_id"], "events": []})
    ok = status == 200
    reason = "OK" if ok else ("ERROR_STATUS_CODE" if status else "COULD_NOT_CONNECT")
    at = world.now().astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return answer(
        {"success": ok, "timestamp": at, "statusCode": status, "reason": reason, "detail": str(status)}
    )


def stateless_token(world: World, request: Request) -> Response:
    """Issue a token for 15 minutes, for the channel's secret or a signed assertion."""
    return answer(_issue(world, request, STATELESS_SECONDS))


def short_token(world: World, request: Request) -> Response:
    """Issue a token for 30 days."""
    return answer(_issue(world, request, LONG_SECONDS))


def assertion_token(world: World, request: Request) -> Response:
    """Issue a v2.1 token for 30 days, with its key id."""
    issued = _issue(world, request, LONG_SECONDS)
    return answer(issued | {"key_id": issued["access_token"][:22]})


def _issue(world: World, request: Request, seconds: int) -> dict[str, Any]:
    form = request.form
    by_secret = (form.get("client_id"), form.get("client_secret")) == (
        world.channel["channel_id"],
        world.channel["channel_secret"],
    )
    if form.get("grant_type") != "client_credentials" or not (by_secret or is_signed_by_us(world, form)):
        refusal = Refused(400, "")
        refusal.body = {"error": "invalid_client", "error_description": "invalid client credentials"}
        raise refusal
    return {"access_token": world.issue_token(seconds), "expires_in": seconds, "token_type": "Bearer"}


ENDPOINTS = {
    ("GET", "/v2/bot/info"): bot_info,
    ("GET", "/v2/bot/message/quota"): quota,
    ("GET", "/v2/bot/message/quota/consumption"): consumption,
    ("GET", "/v2/bot/channel/webhook/endpoint"): get_webhook,
    ("PUT", "/v2/bot/channel/webhook/endpoint"): set_webhook,
    ("POST", "/v2/bot/channel/webhook/test"): test_webhook,
    ("POST", "/oauth2/v3/token"): stateless_token,
    ("POST", "/v2/oauth/accessToken"): short_token,
    ("POST", "/oauth2/v2.1/token"): assertion_token,
}
