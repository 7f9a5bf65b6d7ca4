"""What doctor says of an official account's access token: where it comes from, until when it lives, what refuses it."""

from datetime import timedelta

from commands.finding import Finding, bad, ok
from engine.clock import BANGKOK
from engine.house import House
from line.credentials import NoToken
from settings import Channel

FROM_SETTINGS = (
    "from the settings, never renewed: a long-lived one stays good until another is issued, one of v2.1 ends within 30 "
    "days; LINE advises to set LINE_CHANNEL_ID and no token, and let the bot fetch stateless ones"
)


def check_token(house: House, channel: Channel) -> Finding:
    """Say which way the token comes, fetching one where that is the way."""
    what, tokens = f"LINE {channel.name} token", house.gateways[channel.name].tokens
    try:
        tokens.current()
    except NoToken as trouble:
        return _none(what, channel, trouble)
    left = tokens.seconds_left()
    if left is None:
        return ok(what, FROM_SETTINGS)
    ends = (house.clock.now() + timedelta(seconds=left)).astimezone(BANGKOK)
    return ok(
        what,
        f"stateless, fetched with the {_proof(channel)}; this one lives until {ends:%H:%M}, and is renewed before",
    )


def _none(what: str, channel: Channel, trouble: NoToken) -> Finding:
    if not trouble.is_refused:
        return bad(what, str(trouble), "let this machine reach LINE_API_BASE over HTTPS, or try again later")
    if channel.private_key:
        to_do = (
            "see that the channel ID, the private key and its kid belong together, that the public half is still "
            "registered in the LINE Developers console, and that this machine's clock is right"
        )
    else:
        to_do = (
            "compare the channel ID and the channel secret with the LINE Developers console, Basic settings"
        )
    return bad(what, str(trouble), to_do)


def _proof(channel: Channel) -> str:
    return f"private key {channel.key_id}" if channel.private_key else "channel secret"
