"""What must be asked before a plan is imported over another: reports must not pass to another activity."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from models.plan_known import KnownPlan, name_key
from models.plan_names import PROJECT_FIELDS
from models.plan_row import PlanRow


class Conflict(StrEnum):
    """Why a row cannot be taken as it is.

    MOVED: the name stood under another number. REPLACED: reported on before, and now another name and agency.
    BELOW_DISBURSED: less than was disbursed already. PROJECT_DIFFERS: two rows disagree on their project.
    """

    MOVED = "MOVED"
    REPLACED = "REPLACED"
    BELOW_DISBURSED = "BELOW_DISBURSED"
    PROJECT_DIFFERS = "PROJECT_DIFFERS"


@dataclass(frozen=True)
class PlanDoubt:
    """A row that is not imported before a person has looked; `before` is what is known or was said first."""

    row: PlanRow
    code: Conflict
    field: str
    before: object
    after: object


def find_doubts(known: KnownPlan, numbered: Mapping[int, PlanRow]) -> Iterator[PlanDoubt]:
    """Give the first doubt about each row, by number."""
    moved = _moved(known, numbered)
    differing = _differing_projects(numbered)
    for no, row in sorted(numbered.items()):
        doubt = (
            moved.get(no)
            or _replaced(known, no, row)
            or _below_disbursed(known, no, row)
            or differing.get(no)
        )
        if doubt is not None:
            yield doubt


def _moved(known: KnownPlan, numbered: Mapping[int, PlanRow]) -> dict[int, PlanDoubt]:
    """Return the rows whose numbers seem to have been given anew, as when a row was put in above them."""
    was = {no: name_key(activity.name) for no, activity in known.activities.items()}
    now = {no: name_key(row.activity) for no, row in numbered.items()}
    places_before, places_now = _places(was), _places(now)
    found = {}
    for no, name in now.items():
        if was.get(no) == name:
            continue
        came_from = [other for other in places_before[name] if now.get(other) != name]
        went_to = [other for other in places_now[was[no]] if was.get(other) != was[no]] if no in was else []
        if came_from:
            found[no] = PlanDoubt(numbered[no], Conflict.MOVED, "no", came_from[0], no)
        elif went_to:
            found[no] = PlanDoubt(numbered[no], Conflict.MOVED, "no", no, went_to[0])
    return found


def _places(names: Mapping[int, str]) -> defaultdict[str, list[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for no, name in sorted(names.items()):
        found[name].append(no)
    return found


def _replaced(known: KnownPlan, no: int, row: PlanRow) -> PlanDoubt | None:
    activity = known.activities.get(no)
    if activity is None or known.standing(no) is None or name_key(activity.name) == name_key(row.activity):
        return None
    office = known.offices.get(known.agency_key(row.agency))
    if office is not None and office.id == activity.agency_id:
        return None
    return PlanDoubt(row, Conflict.REPLACED, "name", activity.name, row.activity)


def _below_disbursed(known: KnownPlan, no: int, row: PlanRow) -> PlanDoubt | None:
    standing = known.standing(no)
    disbursed = (standing.disbursed_satang or 0) if standing else 0
    if row.budget_satang >= disbursed:
        return None
    return PlanDoubt(row, Conflict.BELOW_DISBURSED, "budget_satang", disbursed, row.budget_satang)


def _differing_projects(numbered: Mapping[int, PlanRow]) -> dict[int, PlanDoubt]:
    """Return the rows that say something else of their project than the first row that speaks of it."""
    said_first: dict[tuple[str, str], object] = {}
    found: dict[int, PlanDoubt] = {}
    for no, row in sorted(numbered.items()):
        for field, attribute in PROJECT_FIELDS.items():
            said = getattr(row, attribute)
            first = said if said is None else said_first.setdefault((name_key(row.project), field), said)
            if said != first:
                found.setdefault(no, PlanDoubt(row, Conflict.PROJECT_DIFFERS, field, first, said))
    return found
