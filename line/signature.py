"""Is this webhook LINE's? HMAC-SHA256 of the raw body with the channel secret, compared in constant time."""

import base64
import hmac

from settings import Channel


def sign(secret: str, body: bytes) -> str:
    """Return what LINE puts into X-Line-Signature for these raw bytes."""
    return base64.b64encode(hmac.digest(secret.encode(), body, "sha256")).decode()


def channel_that_signed(channels: tuple[Channel, ...], body: bytes, signature: str | None) -> Channel | None:
    """Return the channel whose secret signed these bytes, or None where none did."""
    given = (signature or "").encode()
    found = None
    for channel in channels:  # every secret is tried, so the time says nothing about which one fits
        if hmac.compare_digest(sign(channel.secret, body).encode(), given):
            found = channel
    return found
