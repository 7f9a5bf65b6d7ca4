"""Addresses of charts: signed, unguessable and expiring, as LINE fetches a picture without saying for whom."""

from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy.orm import Session

from documents.charts.kept import Chart, keep
from engine.house import House
from handlers.links import seal
from settings import Settings

# A summary of last month can still be scrolled back to.
LIVES = timedelta(days=45)
LINK = "charts"


def charts_folder(settings: Settings) -> Path:
    """Return where charts are kept: they can be made again, so they are no part of a backup's files."""
    return settings.data_dir / "charts"


def chart_address(house: House, session: Session, kind: str, chart: Chart, now: datetime) -> str | None:
    """Return the address of a chart as it is now, drawn once `session` has committed; None where LINE could not fetch it.

    LINE takes pictures over HTTPS only. The demo's stand-in shows them from its own machine.
    """
    address = house.settings.public_url
    if house.settings.demo:
        address = address.replace("http://", "https://", 1)
    if not address.startswith("https://"):
        return None
    name = keep(charts_folder(house.settings), kind, chart)
    house.work.enqueue(session, "draw", name, "draw")
    # Counted in days, so that everybody's link to one chart is the same on one day.
    until = (now + LIVES).replace(hour=0, minute=0, second=0, microsecond=0)
    return f"{address}/charts/{seal(house.settings.secret_key, LINK, until, name)}.png"
