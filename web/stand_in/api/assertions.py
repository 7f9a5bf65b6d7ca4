"""Assertions: JSON web tokens that a bot signs with its private key to get an access token.

Source: LINE, "Issue channel access token v2.1", payload; Messaging API reference, "Issue stateless channel access token".
"""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from web.stand_in.world import World

JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
AUDIENCE = "https://api.line.me/"
LONGEST = timedelta(minutes=30)


def is_signed_by_us(world: World, form: Mapping[str, str]) -> bool:
    """Whether the assertion in `form` is ours, signed by a registered key, and ends within half an hour from now.

    "Now" is that of the machine, as it is for whoever signs.
    """
    import jwt

    if form.get("client_assertion_type") != JWT_BEARER:
        return False
    said = form.get("client_assertion", "")
    try:
        key = world.signing_keys[jwt.get_unverified_header(said).get("kid", "")]
        claims = jwt.decode(
            said,
            jwt.PyJWK.from_json(key, algorithm="RS256"),
            algorithms=["RS256"],
            audience=AUDIENCE,
            options={"require": ["iss", "sub", "aud", "exp"]},
        )
    except (KeyError, jwt.PyJWTError):
        return False
    ends = datetime.fromtimestamp(claims["exp"], UTC)
    return (
        claims["iss"] == claims["sub"] == world.channel["channel_id"] and ends <= datetime.now(UTC) + LONGEST
    )
