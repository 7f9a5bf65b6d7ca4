"""LINE's official accounts among the settings: each one's secret, and what its access token comes from."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

DOCUMENTED = "README.md, section Settings"
TO_BE_GIVEN = "the channel access token of the LINE console, one word; or the channel ID in LINE_CHANNEL_ID"


class SettingsError(Exception):
    """A setting is missing or malformed; the message is one line that says which, and what it should look like."""

    def __init__(self, name: str, looks_like: str) -> None:
        super().__init__(f"{name}: {looks_like} (see {DOCUMENTED})")


@dataclass(frozen=True)
class Channel:
    """One LINE official account: the secret that signs its webhooks, and the token that sends or what brings one.

    `private_key` is the assertion signing key as a JSON web key, `key_id` the `kid` that LINE gave to it.
    """

    name: str
    secret: str = field(repr=False)
    access_token: str = field(default="", repr=False)
    id: str = ""
    private_key: str = field(default="", repr=False)
    key_id: str = ""

    @property
    def is_renewed(self) -> bool:
        """Whether tokens are fetched and renewed; a key says so even where an old token is still given."""
        return bool(self.private_key) or not self.access_token


def read_channels(given: Mapping[str, str]) -> tuple[Channel, ...]:
    """Read the default channel, and one more for each name in LINE_CHANNELS (LINE_<NAME>_CHANNEL_SECRET, …)."""
    names = [name.strip() for name in given.get("LINE_CHANNELS", "").split(",") if name.strip()]
    found = [_channel(given, "default", "LINE_CHANNEL")] if given.get("LINE_CHANNEL_SECRET") else []
    return tuple(found + [_channel(given, name, f"LINE_{name.upper()}_CHANNEL") for name in names])


def _channel(given: Mapping[str, str], name: str, prefix: str) -> Channel:
    secret, token = given.get(f"{prefix}_SECRET", ""), given.get(f"{prefix}_ACCESS_TOKEN", "")
    if not re.fullmatch(r"[\x21-\x7e]{8,}", secret):
        raise SettingsError(
            f"{prefix}_SECRET", "the channel secret of the LINE console, 32 hexadecimal digits"
        )
    channel_id, key = given.get(f"{prefix}_ID", ""), given.get(f"{prefix}_PRIVATE_KEY", "")
    if not re.fullmatch(r"[\x21-\x7e]+", token) and (token or not channel_id):
        raise SettingsError(f"{prefix}_ACCESS_TOKEN", TO_BE_GIVEN.replace("LINE_CHANNEL", prefix))
    if (channel_id or key) and not re.fullmatch(r"[0-9]{5,20}", channel_id):
        raise SettingsError(f"{prefix}_ID", "the channel ID of the LINE console, about ten digits")
    return Channel(name, secret, token, channel_id, key, _key_id(given, prefix, key) if key else "")


def _key_id(given: Mapping[str, str], prefix: str, key: str) -> str:
    """Return the `kid` of the settings, or the one that stands in the key itself."""
    try:
        found = json.loads(key)
    except ValueError:
        found = None
    if not isinstance(found, dict) or found.get("kty") != "RSA" or not {"n", "e", "d"} <= found.keys():
        raise SettingsError(
            f"{prefix}_PRIVATE_KEY", 'an RSA private key as a JSON web key, {"kty": "RSA", …}'
        )
    key_id = given.get(f"{prefix}_KEY_ID") or found.get("kid") or ""
    if not isinstance(key_id, str) or not re.fullmatch(r"[\x21-\x7e]{1,200}", key_id):
        raise SettingsError(
            f"{prefix}_KEY_ID", "the kid that the LINE console showed when the public key was registered"
        )
    return key_id
