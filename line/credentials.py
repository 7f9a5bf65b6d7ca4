"""Asks LINE for an access token with what the settings hold of a channel: its private key, or its secret.

Source: Messaging API reference, "Issue stateless channel access token"; "Issue channel access token v2.1" for the assertion.
"""

import json
import re
import time
from urllib.parse import urlencode

import urllib3

from channels import Channel

PATH = "/oauth2/v3/token"
TIMEOUT = urllib3.Timeout(connect=3, read=10)
JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
AUDIENCE = "https://api.line.me/"
# LINE takes assertions that end within 30 minutes; short enough that a stolen one is of little use.
ASSERTION_SECONDS = 300
COME_BACK = (408, 429)


class NoToken(OSError):
    """No access token can be had. `is_refused`: LINE knows us by other credentials, and a person must mend ours."""

    def __init__(self, why: str, status: int | None = None) -> None:
        super().__init__(f"no access token: {why}")
        self.status = status
        self.is_refused = status is not None and 400 <= status < 500 and status not in COME_BACK


def fetch_token(channel: Channel, api_base: str) -> tuple[str, int]:
    """Return a new token, and for how many seconds it lives from the moment it was asked for. Raises NoToken."""
    try:
        response = urllib3.request(
            "POST",
            api_base + PATH,
            body=urlencode({"grant_type": "client_credentials", **_proof(channel)}),
            headers={"Content-Type": "application/x-www-form-urlencoded"},
            timeout=TIMEOUT,
            retries=False,
        )
    except urllib3.exceptions.HTTPError as error:
        raise NoToken(f"LINE cannot be reached ({type(error).__name__})") from None
    if response.status != 200:
        raise NoToken(f"LINE answers {response.status} {_reason(response.data)}".rstrip(), response.status)
    return _read(response.data)


def _proof(channel: Channel) -> dict[str, str]:
    if not channel.private_key:
        return {"client_id": channel.id, "client_secret": channel.secret}
    return {"client_assertion_type": JWT_BEARER, "client_assertion": _assertion(channel)}


def _assertion(channel: Channel) -> str:
    """Return a JSON web token that says who we are, signed with the channel's key."""
    import jwt

    claims = {
        "iss": channel.id,
        "sub": channel.id,
        "aud": AUDIENCE,
        "exp": int(time.time()) + ASSERTION_SECONDS,
    }
    try:
        key = jwt.PyJWK.from_json(channel.private_key, algorithm="RS256")
        return jwt.encode(claims, key.key, algorithm="RS256", headers={"kid": channel.key_id})
    except (jwt.PyJWTError, ValueError, TypeError):
        # Their words may quote the key.
        raise NoToken("the private key cannot be used", 400) from None


def _read(data: bytes) -> tuple[str, int]:
    try:
        found = json.loads(data)
        token, seconds = str(found["access_token"]), int(found["expires_in"])
    except (KeyError, TypeError, ValueError):
        token, seconds = "", 0
    if not re.fullmatch(r"[\x21-\x7e]+", token) or seconds <= 0:
        raise NoToken("LINE's answer cannot be read")
    return token, seconds


def _reason(data: bytes) -> str:
    """Return OAuth's word for the refusal, such as invalid_client; whatever else LINE says may quote what we sent."""
    try:
        found = str(json.loads(data)["error"])
    except (KeyError, TypeError, ValueError):
        return ""
    return found if re.fullmatch(r"[a-z_]{1,40}", found) else ""
