"""Who may do what with an order; asked again at every tap, since buttons stay in chats for years."""

from cards.case_fill import found_of
from cards.fill_order import order_view
from cards.governor_views import OrderView
from handlers.access import reaches, scope_of
from handlers.answers.photos import photos_token
from handlers.answers.reach import year_of
from handlers.numbers import number_in, row_named
from handlers.turn import Turn
from models.case import Case
from models.order import Order, evidence_of_orders, lock_order
from models.plan import Activity
from models.post_area import overseen
from rules.permissions import Action, Scope
from rules.role import Role
from rules.who_can_act import Actor

# A desk's order may be answered from there or from above it: the head for the officer, the office for all.
_HEIGHT = {Role.OFFICER: 0, Role.HEAD: 1, Role.ADMIN: 2}


def may_give(turn: Turn, activity: Activity) -> bool:
    """Return whether the person may order something about an activity: an executive whose area it is in."""
    if activity.province_id != turn.province.id or scope_of(turn, Action.GIVE_ORDER) is not Scope.PROVINCE:
        return False
    return bool(overseen(turn.session, turn.posts, [activity]))


def is_executive(turn: Turn) -> bool:
    return scope_of(turn, Action.GIVE_ORDER) is Scope.PROVINCE


def may_answer(turn: Turn, order: Order) -> bool:
    """Return whether an order lies on the person's desk or on one below it."""
    if not reaches(turn, Action.ANSWER_ORDER, activity_of(turn, order)):
        return False
    return any(_HEIGHT.get(role, -1) >= _HEIGHT.get(order.assignee, 0) for role in turn.roles)


def may_see(turn: Turn, order: Order) -> bool:
    activity = activity_of(turn, order)
    if not reaches(turn, Action.SEE_ORDERS, activity):
        return False
    return not _only_executive(turn) or may_give(turn, activity)


def activity_of(turn: Turn, order: Order) -> Activity:
    return turn.session.get_one(Activity, order.activity_id)


def order_at(turn: Turn, number: str) -> Order | None:
    """Return the order of this number as it is now, None where there is none that this person may know of."""
    order_id = number_in(number)
    order = lock_order(turn.session, order_id) if order_id is not None else None
    if order is None or order.province_id != turn.province.id:
        return None
    return order if may_see(turn, order) or may_answer(turn, order) else None


def actors_of(turn: Turn, activity: Activity, case: Case | None) -> list[Actor]:
    """Return who can act on an activity as it stands today, the farthest from the officer first."""
    year = year_of(turn)
    found = found_of(year, year.state(activity.no)) if activity.year_be == turn.year_be else None
    if found is not None and found.actors:
        return list(found.actors)
    return [Actor(each) for each in case.actors] if case else []


def case_at(turn: Turn, number: str) -> Case | None:
    """Return the case of this number, None where there is none in the person's province."""
    case = row_named(turn.session, Case, number)
    return case if case is not None and case.province_id == turn.province.id else None


def view_of(turn: Turn, order: Order) -> OrderView:
    """Return the order as a card shows it, with a link to the photos of its answers where there are any."""
    link = _photos(turn, order) if evidence_of_orders(turn.session, order.activity_id) else ""
    return order_view(turn.session, order, turn.today, turn.calendar, link)


def _photos(turn: Turn, order: Order) -> str:
    return f"{turn.house.settings.public_url}/photos/{photos_token(turn, order.activity_id)}"


def _only_executive(turn: Turn) -> bool:
    """Return whether the person sees the province through executives' posts alone, which may have an area."""
    return all(role not in (Role.ADMIN, Role.INSPECTOR) for role in turn.roles) and is_executive(turn)
