"""Photos that a person sent at one go: LINE gives each its own event, in no promised order."""

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from models.inbox import Event, Handled


def arrived_of_set(session: Session, event_id: int, set_id: str) -> int:
    """Return how many photos of a set were handled, the one in hand (`event_id`) included."""
    lane = select(Event.lane).where(Event.id == event_id).scalar_subquery()
    query = select(func.count()).where(
        Event.lane == lane,
        Event.body.contains(f'"{set_id}"', autoescape=True),
        or_(Event.state == Handled.DONE, Event.id == event_id),
    )
    return session.scalar(query) or 0
