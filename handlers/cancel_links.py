"""ยกเลิกลิงก์: every link made for the person so far is dead, such as after one was passed on or a phone was lost."""

from cards.card import Card, say
from handlers.turn import Turn
from i18n import _
from models.audit import note


def cancel_links(turn: Turn) -> list[Card]:
    turn.person.link_generation += 1
    note(turn.session, turn.now, "links_cancelled", province_id=turn.province.id, person_id=turn.person.id)
    return [say(_("All links that were made for you until now are dead. New ones come when you ask again."))]
