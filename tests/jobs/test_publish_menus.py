"""Menus are published again without stumbling over those that LINE no longer has."""

from dataclasses import replace

from jobs.publish_menus import publish_menus
from line.tokens import FetchedToken
from tests.office import user_id


def test_publishing_again_replaces_the_menus_even_where_line_forgot_the_old_ones(house, office, phones, line):
    first = publish_menus(house)
    shown = line.world.chats[user_id("สมชาย")].menu_id
    line.world.menus.made.clear()

    assert publish_menus(house) == first
    assert line.world.chats[user_id("สมชาย")].menu_id not in (None, shown)


def test_menus_are_published_with_fetched_tokens_also_where_one_ends_meanwhile(house, office, phones, line):
    channel = replace(house.settings.channels[0], access_token="", id=line.channel_id)
    minutes = iter(range(1000))
    tokens = FetchedToken(channel, line.base_url, now=lambda: next(minutes) * 60.0)
    house.gateways["default"].tokens = tokens
    line.fail_next(1, 401, path_prefix="/v2/bot/richmenu")
    publish_menus(house)
    assert line.world.chats[user_id("สมชาย")].menu_id
    asked = [each for each in line.requests if each["path"] == "/oauth2/v3/token"]
    assert len(asked) > 1 and 401 in [each["status"] for each in line.requests]
