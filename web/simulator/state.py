"""What the simulator's page shows, as JSON: phones, the open conversation, the clock and what was sent."""

from datetime import datetime

from i18n import _
from web.simulator.chats import chat_shown, phones_shown
from web.simulator.demo import Demo, Row
from web.simulator.duties import upcoming
from web.simulator.moments import day_of, hour_of, lately

MOST_SENT = 60
# Thailand's free plan, to measure by where the account has no limit of its own.
FREE_PLAN = 300


def state_of(demo: Demo, phone: str, version: int) -> Row:
    """Return what changed since `version`; only the clock where nothing did. `phone` is the open chat."""
    world, now = demo.line.world, demo.clock.now()
    shown: Row = {"version": world.version, "clock": _clock(demo, now)}
    chat = world.chats.get(phone)
    shown["loading"] = chat is not None and chat.is_loading
    if version == shown["version"]:
        return shown
    cast = demo.meet()
    with world.changed:
        shown["version"] = world.version
        shown["phones"] = phones_shown(world, cast, now)
        shown["chat"] = chat_shown(world, world.chats[phone]) if phone in world.chats else None
        shown["sent"] = _sent(demo, now)
    return shown


def _clock(demo: Demo, now: datetime) -> Row:
    return {"day": day_of(now), "time": hour_of(now), "upcoming": upcoming(demo.clock)}


def _sent(demo: Demo, now: datetime) -> Row:
    """Return the latest messages first, and what they count against the month's quota."""
    ledger = demo.line.world.ledger
    hows = {"reply": _("reply"), "push": _("push"), "multicast": _("multicast")}
    rows = [
        {"at": lately(row["at"], now), "to": row["name"], "label": hows[row["how"]], "count": row["count"]}
        for row in reversed(ledger.rows[-MOST_SENT:])
    ]
    return {"rows": rows, "used": ledger.used(now), "limit": ledger.limit or FREE_PLAN}
