"""What the web server does once before it listens, so that nobody has to wait for it later."""

import sys

from engine.house import House
from i18n import load_catalogues
from models.inbox import take_in
from rules.thai_holidays import civil_service_holidays

# A webhook takes three short turns at Python's lock; while a message is handled, each would wait five milliseconds.
SWITCH_SECONDS = 0.001


def warm_up(house: House, works: bool) -> None:
    """Open a connection and prepare its statement; where this process `works`, read also what conversations need."""
    take_in(house.db, house.work, [], "handle")
    if works:
        sys.setswitchinterval(SWITCH_SECONDS)
        load_catalogues()
        civil_service_holidays(house.clock.now().year)
