"""ยกเลิกโอนงาน: takes hand-overs back that nobody has taken up; their codes no longer work."""

from cards.card import Card, say
from handlers.access import scope_of
from handlers.turn import Turn
from i18n import _
from models.audit import note
from models.hand_over import cancel, waiting
from models.post import Post
from rules.permissions import Action, Scope


def cancel_waiting(turn: Turn) -> list[Card]:
    """Cancel those of one's own posts and those that one has arranged; a head's and the office's reach goes further."""
    scope = scope_of(turn, Action.HAND_OVER)
    found = []
    for offer in waiting(turn.session, turn.province.id):
        post = turn.session.get_one(Post, offer.post_id)
        is_own = turn.person.id in (offer.person_id, offer.made_by)
        is_agencys = scope is Scope.AGENCY and post.agency_id in turn.agency_ids
        if scope is not Scope.NONE and (is_own or is_agencys):
            found.append(offer)
    for offer in found:
        cancel(turn.session, offer, turn.now)
        about = {"province_id": turn.province.id, "person_id": turn.person.id, "hand_over": offer.id}
        note(turn.session, turn.now, "hand_over_cancelled", **about)
    if not found:
        return [say(_("No hand-over is waiting that you could cancel."))]
    return [say(_("The hand-over was cancelled. Its code no longer works, and everything stays as it was."))]
