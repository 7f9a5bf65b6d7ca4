"""Thanks of an executive for what moves again: one tap, told with the officer's next push, at no extra cost."""

from cards.card import Card, say
from cards.notes import old_button
from cards.plain import shorten
from handlers.numbers import row_named
from handlers.order.reach import may_give
from handlers.tell import tell
from handlers.turn import Turn
from i18n import _, speaking
from models.order_people import officers_of, people_at_desk
from models.plan import Activity
from rules.role import Role
from rules.urgency import Urgency


def thank(turn: Turn, number: str) -> list[Card]:
    """Thank whoever answers for an activity; a second time in one week says that it was done."""
    activity = row_named(turn.session, Activity, number)
    if activity is None or not may_give(turn, activity):
        return [old_button()]
    people = officers_of(turn.session, activity, turn.today)
    people = people or people_at_desk(turn.session, activity, Role.HEAD, turn.today)
    key = f"{turn.today:%G-W%V}:{activity.id}:{turn.person.id}"
    told = []
    for person in people:
        with speaking(person.language):
            card = _card(turn, activity)
        told.append(tell(turn, person, [card], kind="thanks", key=key, urgency=Urgency.COURTESY))
    names = ", ".join(person.name or _("somebody") for person in people)
    if not any(told):
        return [say(_("{names} has your thanks already.").format(names=names or _("Nobody")))]
    return [say(_("{names} will read your thanks with the next message.").format(names=names))]


def _card(turn: Turn, activity: Activity) -> Card:
    said = _("{giver} thanks you: activity {no} {name} moves again.")
    giver = turn.person.name or _("The governor")
    return say(said.format(giver=giver, no=activity.no, name=shorten(activity.name, 80)))
