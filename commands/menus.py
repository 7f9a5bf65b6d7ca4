"""rich-menu: publish the menus of every role to LINE."""

import click
from flask.cli import with_appcontext

from commands.house import current_house
from commands.refuse import refuse


@click.group("rich-menu")
def rich_menu() -> None:
    """The menus below the chat."""


@rich_menu.command("publish")
@with_appcontext
def publish() -> None:
    """Draw every role's menu in Thai and English, give it to LINE, and link it to the people who have it."""
    from jobs.publish_menus import publish_menus

    house = current_house()
    if not house.settings.channels:
        refuse("LINE_CHANNEL_SECRET: no LINE channel is configured")
    try:
        counts = publish_menus(house)
    except OSError as error:
        refuse(f"LINE did not take the menus: {error}")
    print(", ".join(f"{key} {value}" for key, value in counts.items()))
