"""Setting the demo's clock: the duties due in between run, and their messages arrive on the phones."""

from collections.abc import Callable
from datetime import datetime

from flask import Blueprint, request

from i18n import _, speaking
from web.simulator.demo import Demo, Row
from web.simulator.duties import ran
from web.simulator.when import moment_meant

Answer = tuple[Row, int]


def add_clock(blueprint: Blueprint, demo: Demo, spoken: Callable[[], str]) -> None:
    @blueprint.post("/api/clock")
    def set_clock() -> Answer:
        """Take {"to": words} or {"due": ISO 8601}; answer with the duties that ran."""
        asked = request.get_json(silent=True) or {}
        with speaking(spoken()):
            return _advance(demo, _target(asked, demo.clock.now()))


def _target(asked: Row, now: datetime) -> datetime | None:
    try:
        due = datetime.fromisoformat(str(asked.get("due")))
    except ValueError:
        return moment_meant(str(asked.get("to") or ""), now)
    return due if due.tzinfo else None


def _advance(demo: Demo, target: datetime | None) -> Answer:
    if target is None:
        example = _("Not understood. Try “1 May 08:30”, “next Monday” or “+2 weeks”.")
        return {"message": example}, 400
    if target < demo.clock.now():
        return {"message": _("The clock only goes forward.")}, 400
    rows = demo.clock.advance_to(target)
    with demo.line.world.changing():
        return {"ran": ran(rows)}, 200
