"""A stand-in for LINE over real HTTP: what production sends to LINE, tests and the simulator send here."""

from web.stand_in.events import redelivered
from web.stand_in.stand_in import LineStandIn

__all__ = ["LineStandIn", "redelivered"]
