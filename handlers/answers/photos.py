"""The photos of an activity that can be seen, and links to them."""

from sqlalchemy.orm import Session

from cards.card import Card, say
from handlers.links import own_token
from handlers.turn import Turn
from i18n import ngettext
from models.evidence import Evidence, Kept, different_pictures, photos_of_reports
from models.order import evidence_of_orders
from models.overview import ActivityState
from models.report import Kind

LINK = "photos"
SHOWN_TYPES = ("image/jpeg", "image/png", "image/webp", "image/gif")


def photo_links(turn: Turn, state: ActivityState) -> list[Card]:
    """Return one line with a link to the photos of an activity, or nothing where there are none."""
    count = len(shown_photos(turn.session, state))
    if not count:
        return []
    token = photos_token(turn, state.activity.id)
    words = ngettext(
        "{count} photo (the link works for a day):", "{count} photos (the link works for a day):", count
    )
    return [say(f"{words.format(count=count)}\n{turn.house.settings.public_url}/photos/{token}")]


def shown_photos(session: Session, state: ActivityState) -> list[Evidence]:
    """Return the photos of an activity that can be seen: of every report that was not taken back."""
    taken_back = {report.retracts_id for report in state.revisions if report.kind is Kind.RETRACTION}
    reports = [report.id for report in state.revisions if report.id not in taken_back]
    found = [*photos_of_reports(session, reports), *_of_orders(session, state.activity.id)]
    return [
        piece
        for piece in sorted(found, key=lambda piece: piece.id)
        if piece.state is Kept.STORED and piece.content_type in SHOWN_TYPES
    ]


def _of_orders(session: Session, activity_id: int) -> list[Evidence]:
    """Return the photos with which orders about an activity were answered, as far as they belong to no report."""
    found = [session.get(Evidence, each) for each in evidence_of_orders(session, activity_id)]
    kept = [
        each
        for each in found
        if each is not None and each.report_id is None and each.state is not Kept.REMOVED
    ]
    return list(different_pictures(kept))


def photos_token(turn: Turn, activity_id: int) -> str:
    """Return what stands in this person's link to the photos of an activity."""
    return own_token(turn, LINK, activity_id)
