"""Each working morning: orders past their due day rise by themselves, to owner and head, then to the provincial office.

The governor reads their state in every summary until they are closed (rules/order tells the steps).
"""

from collections import defaultdict
from collections.abc import Sequence

from cards.card import Card
from cards.fill_order import order_views
from cards.leave_note import for_whom
from cards.order import reminded
from cards.order_list import order_list
from i18n import speaking
from jobs.duty import Counts, Run
from jobs.notify import notify
from models.order import Order, overdue_orders
from models.order_people import people_at_desk
from models.person import Person
from models.plan import Activity
from models.stand_in import stands_in_for
from rules.order import Rise, overdue
from rules.role import Role
from rules.urgency import Urgency

KIND = "order-overdue"
TOLD_WITHIN_WORKING_DAYS = 3


def follow_orders(run: Run) -> Counts:
    """Tell everybody whom an overdue order has reached by now, all of theirs in one card; a second run tells nobody."""
    late = overdue_orders(run.session, run.province.id, run.today, run.calendar)
    told: dict[int, list[Order]] = defaultdict(list)
    people: dict[int, Person] = {}
    raised = 0
    for order in late:
        reached = raise_order(run, order)
        raised += bool(reached)
        for person in reached:
            people[person.id] = person
            told[person.id].append(order)
    written = [
        notify(
            run.outlasting(TOLD_WITHIN_WORKING_DAYS),
            people[each],
            [overdue_card(run, people[each], orders)],
            kind=KIND,
            key=f"{run.today}",
            urgency=Urgency.CHASE,
        )
        for each, orders in told.items()
    ]
    return {"overdue": len(late), "raised": raised, "written": sum(written)}


def raise_order(run: Run, order: Order) -> list[Person]:
    """Bring an order as high as its age takes it, and return who is to be told now; nobody where it was there."""
    late = overdue(order.state, order.due_on, run.today, run.calendar)
    if late is None or late.rise <= order.risen:
        return []
    order.risen = int(late.rise)
    activity = run.session.get_one(Activity, order.activity_id)
    desks = {order.assignee, Role.HEAD} if late.rise is Rise.HEAD else {order.assignee, Role.HEAD, Role.ADMIN}
    found = [person for desk in desks for person in people_at_desk(run.session, activity, desk, run.today)]
    return list({person.id: person for person in found}.values())


def overdue_card(run: Run, person: Person, orders: Sequence[Order]) -> Card:
    """Return one card with all of a person's overdue orders, in the person's language."""
    about = [run.session.get_one(Activity, order.activity_id) for order in orders]
    with speaking(person.language):
        views = order_views(run.session, orders, run.today, run.calendar)
        card = reminded(views[0]) if len(views) == 1 else order_list(views)
        return for_whom(card, stands_in_for(run.session, person, about, run.today))
