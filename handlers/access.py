"""May this person do this? Asked by every handler; the table itself is rules/permissions."""

from collections.abc import Iterable

from handlers.turn import Turn
from models.plan import Activity, activities
from rules.permissions import Action, Scope, allows, may


def scope_of(turn: Turn, action: Action) -> Scope:
    """Return how far the person may do `action`: the widest of the posts held."""
    return max((may(role, action) for role in turn.roles), default=may(None, action))


def reaches(turn: Turn, action: Action, activity: Activity) -> bool:
    """Return whether the person may do `action` with this activity."""
    if activity.province_id != turn.province.id:
        return False
    return allows(
        scope_of(turn, action),
        is_own=any(own.id == activity.id for own in turn.own_activities),
        is_same_agency=activity.agency_id in turn.agency_ids,
    )


def within_reach(turn: Turn, action: Action, found: Iterable[Activity] | None = None) -> list[Activity]:
    """Return the activities (by default the whole year's) with which the person may do `action`."""
    if found is None:
        found = activities(turn.session, turn.province.id, turn.year_be)
    return [activity for activity in found if reaches(turn, action, activity)]
