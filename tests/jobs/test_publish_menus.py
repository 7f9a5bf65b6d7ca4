"""Menus are published again without stumbling over those that LINE no longer has."""

from jobs.publish_menus import publish_menus
from tests.office import user_id


def test_publishing_again_replaces_the_menus_even_where_line_forgot_the_old_ones(house, office, phones, line):
    first = publish_menus(house)
    shown = line.world.chats[user_id("สมชาย")].menu_id
    line.world.menus.made.clear()

    assert publish_menus(house) == first
    assert line.world.chats[user_id("สมชาย")].menu_id not in (None, shown)
