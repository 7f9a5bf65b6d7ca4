"""The governor's minute: the carousel and one picture, as one push on Monday and as a free answer at any time."""

from datetime import datetime

from cards.card import Card
from cards.fill_governor import governor_view
from cards.governor import governor
from cards.part import Part
from cards.picture import picture
from engine.house import House
from handlers.order.charts import sparkline, weekly_picture


def minute(house: House, part: Part, now: datetime) -> list[Card]:
    """Return the cards of a part of the province in the language now spoken.

    The picture comes first: LINE shows quick replies only under the last message.
    """
    carousel = governor(governor_view(part, sparkline(house, part, now)))
    chart = weekly_picture(house, part, now)
    return [picture(*chart), carousel] if chart else [carousel]
