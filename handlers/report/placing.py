"""Gives figures their activity once it is known, and reads their amount against that activity's last month."""

from dataclasses import replace

from handlers.report.desk import Desk
from handlers.report.draft import Item
from thai.reading import Mode


def place_item(desk: Desk, unplaced: Item, no: int) -> None:
    """Put what was said without an activity at activity `no`."""
    fresh = desk.new_item(no)
    item = replace(unplaced, no=no, period=unplaced.period if unplaced.as_of else fresh.period, candidates=())
    desk.draft = replace(desk.draft.without(None).with_item(_settled(desk, item)), focus=no)


def _settled(desk: Desk, item: Item) -> Item:
    """Return the item with its cumulative figure worked out for the activity that it was placed at."""
    if item.amount_satang is None:
        return item
    base = desk.line(item).base
    before = (base.disbursed_satang or 0) if base else 0
    added = item.mode is Mode.INCREMENTAL or (item.mode is Mode.AMBIGUOUS and item.amount_satang < before)
    return item.saying(disbursed_satang=item.amount_satang + before if added else item.amount_satang)
