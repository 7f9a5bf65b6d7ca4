"""Which case is meant, whether the person may see it or act on it, and as whom."""

from dataclasses import dataclass

from cards import case_words, commands
from cards.card import Card
from cards.case_fill import case_view
from cards.case_views import CaseView, Part
from cards.fill_year import Year
from cards.notes import refusal
from cards.wording import year_words
from handlers.access import reaches, scope_of
from handlers.answers.find import not_seen
from handlers.answers.reach import year_of
from handlers.numbers import row_named
from handlers.turn import Turn
from i18n import _
from models.case import Case, case_for, last_case
from models.plan import Activity, activity_numbered
from rules.permissions import Action, Scope
from rules.role import Role

_PARTS = {
    Role.ADMIN: Part.OFFICE,
    Role.EXECUTIVE: Part.OFFICE,
    Role.HEAD: Part.HEAD,
    Role.OFFICER: Part.OFFICER,
}


@dataclass(frozen=True)
class Seen:
    """A case within reach, its activity, and whether the person may act on it in `role`."""

    case: Case
    activity: Activity
    role: Role
    may_act: bool

    @property
    def part(self) -> Part:
        return _PARTS.get(self.role, Part.LOOKING) if self.may_act else Part.LOOKING


def numbered(turn: Turn, no: int) -> Seen | Card:
    """Return the open case of activity `no`, or why there is none to see."""
    activity = activity_numbered(turn.session, turn.province.id, turn.year_be, no)
    if activity is None:
        year = year_words(turn.year_be)
        return refusal(_("The plan of {year} has no activity {no}.").format(year=year, no=no))
    if not reaches(turn, Action.SEE_CASES, activity):
        return not_seen(turn, activity)
    case = case_for(turn.session, activity.id)
    if case is None:
        return none_open(no)
    return _seen(turn, case, activity)


def last_closed(turn: Turn, no: int) -> Seen | None:
    """Return the last case of activity `no`, ended or not, where the person may see it."""
    activity = activity_numbered(turn.session, turn.province.id, turn.year_be, no)
    if activity is None or not reaches(turn, Action.SEE_CASES, activity):
        return None
    case = last_case(turn.session, activity.id)
    return _seen(turn, case, activity) if case else None


def with_id(turn: Turn, case_id: str) -> Seen | Card:
    """Return the case that a button speaks of; an ended or foreign one is refused, whatever the button said."""
    case = row_named(turn.session, Case, case_id)
    activity = turn.session.get(Activity, case.activity_id) if case else None
    if case is None or activity is None or activity.province_id != turn.province.id:
        return refusal(_("There is no such case."), case_words.cases())
    if not reaches(turn, Action.SEE_CASES, activity):
        return not_seen(turn, activity)
    if case.closed_at is not None:
        return none_open(activity.no)
    return _seen(turn, case, activity)


def none_open(no: int) -> Card:
    """Return that an activity has no open case; a button of an ended case gets this too."""
    said = _("Activity {no} has no open case, so nothing needs to be done here.").format(no=no)
    return refusal(said, commands.status(no), case_words.cases())


def view_of(turn: Turn, seen: Seen) -> CaseView:
    """Return the case as it stands now."""
    year = Year(turn.session, turn.province, seen.activity.year_be, turn.today)
    state = year.state(seen.activity.no)
    return case_view(year, seen.case, state)


def all_views(turn: Turn, cases: list[Case]) -> list[CaseView]:
    """Return the views of the cases that the person may see."""
    year = year_of(turn)
    states = {state.activity.id: state for state in year.states}
    seen = {each.id for each in _visible(turn, [state.activity for state in year.states])}
    return [case_view(year, case, states[case.activity_id]) for case in cases if case.activity_id in seen]


def is_nobodys(turn: Turn) -> bool:
    """Return whether the person may see no cases at all."""
    return scope_of(turn, Action.SEE_CASES) is Scope.NONE


def _visible(turn: Turn, activities: list[Activity]) -> list[Activity]:
    return [activity for activity in activities if reaches(turn, Action.SEE_CASES, activity)]


def _seen(turn: Turn, case: Case, activity: Activity) -> Seen:
    return Seen(case, activity, _role(turn, activity), reaches(turn, Action.ACT_ON_CASE, activity))


def _role(turn: Turn, activity: Activity) -> Role:
    """Return as whom the person deals with this activity: a head of another agency is no head here."""
    local = (Role.HEAD, Role.OFFICER)
    roles = [role for role in turn.roles if role not in local]
    if any(post.role is Role.HEAD and post.agency_id == activity.agency_id for post in turn.posts):
        roles.append(Role.HEAD)
    return roles[0] if roles else Role.OFFICER
