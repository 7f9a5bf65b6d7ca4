"""Shows the moving dots while the bot waits or works, so that nobody sends a message twice."""

from engine.house import House


def show_loading(house: House, key: str) -> None:
    """Show them in the chat of the lane `key` ("channel:user id"); nothing depends on it."""
    channel, _, user_id = key.partition(":")
    gateway = house.gateways.get(channel)
    if gateway is not None:
        gateway.show_loading(user_id, 5)
