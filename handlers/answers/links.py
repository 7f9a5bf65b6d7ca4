"""Signed links to photos: they expire, and only the person they were made for can tell them apart."""

from itsdangerous import URLSafeTimedSerializer

from cards.card import Card, say
from handlers.turn import Turn
from i18n import ngettext
from models.evidence import Kept, evidence_of_reports
from models.overview import ActivityState

LINK_LIVES_SECONDS = 24 * 60 * 60
SALT = "photos"


def photo_links(turn: Turn, state: ActivityState) -> list[Card]:
    """Return one line with a link to the photos of an activity, or nothing where there are none."""
    found = evidence_of_reports(turn.session, [report.id for report in state.valid.values()])
    count = sum(1 for piece in found if piece.state is Kept.STORED and piece.kind == "image")
    if not count:
        return []
    token = serializer(turn.house.settings.secret_key).dumps([turn.person.id, state.activity.id])
    words = ngettext(
        "{count} photo (the link works for a day):", "{count} photos (the link works for a day):", count
    )
    return [say(f"{words.format(count=count)}\n{turn.house.settings.public_url}/photos/{token}")]


def serializer(secret_key: str) -> URLSafeTimedSerializer:
    """Return what signs and reads photo links."""
    return URLSafeTimedSerializer(secret_key, salt=SALT)
