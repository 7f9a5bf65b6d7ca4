"""The six states of an activity and which step follows which (facts: section-34 form, provincial results)."""

from enum import StrEnum


class Status(StrEnum):
    NOT_STARTED = "NOT_STARTED"
    PROCUREMENT = "PROCUREMENT"
    IN_PROGRESS = "IN_PROGRESS"
    BLOCKED = "BLOCKED"
    COMPLETED = "COMPLETED"
    CANCELLED = "CANCELLED"


# A later step is movement; BLOCKED is no step of its own: an activity is blocked where it stands.
STEP = {Status.NOT_STARTED: 0, Status.PROCUREMENT: 1, Status.IN_PROGRESS: 2, Status.COMPLETED: 3}


def is_open(status: Status | None) -> bool:
    """Return whether work may still go on: neither completed nor cancelled."""
    return status not in (Status.COMPLETED, Status.CANCELLED)
