"""The chat simulator: phones in a browser, on the stand-in for LINE. Only for demo mode."""

from web.simulator.pages import simulator_blueprint

__all__ = ["simulator_blueprint"]
