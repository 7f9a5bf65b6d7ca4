"""Identifiers shaped as LINE shapes them; the stand-in makes every id it hands out here."""

import itertools
import secrets
import time

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
# Counting on from the clock keeps ids new after a restart, while the bot's database still knows the old ones.
_message_numbers = itertools.count(time.time_ns() // 10)


def ulid(at_ms: int) -> str:
    """Return a ULID: 48 bits of `at_ms` (milliseconds since 1970) and 80 random bits, 26 characters."""
    number = (at_ms << 80) | secrets.randbits(80)
    return "".join(CROCKFORD[(number >> shift) & 31] for shift in range(125, -1, -5))


def message_id() -> str:
    """Return a message id: 18 digits, always growing."""
    return str(next(_message_numbers))


def user_id() -> str:
    return "U" + secrets.token_hex(16)


def group_id() -> str:
    return "C" + secrets.token_hex(16)


def token() -> str:
    """Return an opaque token, as reply, quote and mark-as-read tokens are."""
    return secrets.token_hex(16)
