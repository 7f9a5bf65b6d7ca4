"""Reads an amount against last month once it is known which activity it belongs to."""

from handlers.report.desk import Desk
from handlers.report.draft import Item
from thai.reading import Mode


def settled(desk: Desk, item: Item) -> Item:
    """Return the item with its cumulative figure worked out for the activity that it was placed at."""
    if item.amount_satang is None:
        return item
    base = desk.line(item).base
    before = (base.disbursed_satang or 0) if base else 0
    added = item.mode is Mode.INCREMENTAL or (item.mode is Mode.AMBIGUOUS and item.amount_satang < before)
    return item.saying(disbursed_satang=item.amount_satang + before if added else item.amount_satang)
