"""Finds every row that still waits, so that whatever dies, nothing is left behind."""

from engine.house import House
from models.evidence import removed_with_bytes, wanted_evidence
from models.inbox import lanes_waiting
from models.leaving import left_and_known
from models.outbox import free_leases, replies_due
from models.pushes import is_push_due


def sweep(house: House) -> list[tuple[str, str, str]]:
    """Return (task, key, lock) of all that waits: events, replies, pushes, photos to be fetched, people to be erased.

    The pushes of a channel are one task. Notices of a channel that is not configured here wait: another process, or
    the next start, may know it.
    """
    with house.db.read() as session:
        found = [("handle", lane, lane) for lane in lanes_waiting(session)]
        found += [("fetch", str(key), f"fetch:{key}") for key in wanted_evidence(session)]
        found += [("forget", str(key), f"forget:{key}") for key in removed_with_bytes(session)]
        found += [("erase", str(key), f"erase:{key}") for key in left_and_known(session)]
        now, channels = house.clock.now(), house.gateways.keys()
        due = replies_due(session, now, channels)
        found += [("deliver", str(key), f"notice:{recipient}") for key, recipient in due]
        return found + [
            ("push", each, f"push:{each}") for each in channels if is_push_due(session, each, now)
        ]


def take_over(house: House) -> None:
    """Free what the process before this one held when it died; only where no other works on the same database.

    What LINE may have taken is then asked after while the reply token lives, so that it does not come twice.
    """
    with house.db.write() as session:
        free_leases(session, house.clock.now())
