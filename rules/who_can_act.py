"""Who can move what stands still: read from the causes that officers give; cases are sent there first.

An obstacle outside the officer's hands goes to whoever owns it, not back to the officer. The owners follow the
countermeasures that provinces wrote beside the causes (Loei 2564 section 5, Lampang 2560 section 6); docs/escalation.md.
"""

from collections.abc import Iterable
from enum import StrEnum

from rules.cause import Cause
from rules.ladder import Level


class Actor(StrEnum):
    """Who owns an obstacle."""

    OFFICER = "officer"
    HEAD = "head"
    PROCUREMENT = "procurement"
    PROVINCE = "province"
    LAND_OWNER = "land_owner"
    CENTRAL_AGENCY = "central_agency"


_OWNER = {
    Cause.EPIDEMIC: Actor.PROVINCE,
    Cause.CONTRACTOR_LATE: Actor.OFFICER,
    Cause.STAFF_TURNOVER: Actor.HEAD,
    Cause.LARGE_MULTI_YEAR: Actor.HEAD,
    Cause.SITE_NOT_READY: Actor.LAND_OWNER,
    Cause.DUPLICATE_FUNDING: Actor.PROVINCE,
    Cause.REBID: Actor.PROCUREMENT,
    Cause.EBIDDING_TIME: Actor.PROCUREMENT,
    Cause.DESIGN_CHANGE: Actor.HEAD,
    Cause.NOT_TO_SPEC: Actor.PROCUREMENT,
    Cause.WEATHER_DISASTER: Actor.PROVINCE,
    Cause.PROCUREMENT_SKILL: Actor.PROVINCE,
    Cause.CHANGE_APPROVAL_WAIT: Actor.CENTRAL_AGENCY,
    Cause.REPORTING_FAILURE: Actor.OFFICER,
    Cause.OTHER: Actor.OFFICER,
}
# The provincial office writes to land owners and central agencies; a head answers for the agency's procurement.
_ASKED_AT = {
    Actor.OFFICER: Level.OFFICER,
    Actor.HEAD: Level.HEAD,
    Actor.PROCUREMENT: Level.HEAD,
    Actor.PROVINCE: Level.OFFICE,
    Actor.LAND_OWNER: Level.OFFICE,
    Actor.CENTRAL_AGENCY: Level.OFFICE,
}


def who_can_act(causes: Iterable[Cause] | None) -> tuple[Actor, ...]:
    """Return who owns these causes, the farthest from the officer first; the officer where none was given."""
    found = {_OWNER[cause] for cause in causes or ()}
    return tuple(sorted(found, key=list(Actor).index, reverse=True)) or (Actor.OFFICER,)


def first_level(actors: Iterable[Actor]) -> Level:
    """Return where a case begins: with whoever can act, the highest of several."""
    return max((_ASKED_AT[actor] for actor in actors), key=lambda level: level.height, default=Level.OFFICER)
