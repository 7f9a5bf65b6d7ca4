"""Gives an order: stored once, told to its owner at once, and shown to whoever gave it."""

from datetime import date

from cards.card import Card
from cards.fill_order import order_view
from cards.leave_note import for_whom
from cards.order import executive_choices, new_order, shown
from handlers.order.reach import view_of
from handlers.tell import tell
from handlers.turn import Turn
from i18n import _, speaking
from models.audit import note
from models.case import Case
from models.order import Order
from models.order_acts import give_order
from models.order_people import people_at_desk
from models.person import Person
from models.plan import Activity
from models.stand_in import stands_in_for
from rules.order import OrderKind
from rules.role import Role
from rules.urgency import Urgency
from thai import writing


def issue(
    turn: Turn,
    activity: Activity,
    case: Case | None,
    *,
    kind: OrderKind,
    text: str,
    assignee: Role,
    due_on: date,
) -> tuple[Order, list[Card]]:
    """Give the order; where the same one is not closed yet, whoever gave it, show that one and tell nobody."""
    order, is_new = give_order(
        turn.session,
        province_id=activity.province_id,
        activity_id=activity.id,
        case=case,
        kind=kind,
        text=text,
        assignee=assignee,
        given_by=turn.person.id,
        due_on=due_on,
        now=turn.now,
    )
    if not is_new:
        return order, [already(turn, order)]
    about = {"order": order.id, "activity": activity.id}
    note(turn.session, turn.now, "ordered", province_id=turn.province.id, person_id=turn.person.id, **about)
    people = tell_owners(turn, order, "given")
    view = view_of(turn, order)
    return order, [shown(view, executive_choices(view), _sent_to(people))]


def already(turn: Turn, order: Order) -> Card:
    """Return the order that stands already; nothing was sent twice."""
    view = view_of(turn, order)
    lead = _("{giver} gave this order on {date}. Nothing was sent twice.").format(
        giver=view.giver, date=writing.short_date(view.given_on)
    )
    return shown(view, executive_choices(view), lead)


def tell_owners(turn: Turn, order: Order, what: str) -> list[Person]:
    """Tell everybody at whose desk the order lies, at once; return them."""
    activity = turn.session.get_one(Activity, order.activity_id)
    people = people_at_desk(turn.session, activity, order.assignee, turn.today)
    for person in people:
        with speaking(person.language):
            card = new_order(order_view(turn.session, order, turn.today, turn.calendar))
            card = for_whom(card, stands_in_for(turn.session, person, [activity], turn.today))
        key = f"{order.id}:{what}:{order.state_since:%Y%m%d%H%M%S}"
        tell(turn, person, [card], kind="order", key=key, urgency=Urgency.ESCALATION, at_once=True)
    return people


def _sent_to(people: list[Person]) -> str:
    """Return who was told, and whom to phone because messages do not reach them."""
    if not people:
        return _(
            "Nobody sits at that desk: the order is kept, and the provincial office has nobody to pass it on."
        )
    names = ", ".join(person.name or _("somebody") for person in people)
    sent = _("Sent to {names}.").format(names=names)
    cut_off = [
        f"{each.name} {each.phone or ''}".strip() for each in people if each.unreachable_since is not None
    ]
    if not cut_off:
        return sent
    return f"{sent} {_('Messages do not reach: {names}. Please phone.').format(names=', '.join(cut_off))}"
