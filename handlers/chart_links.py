"""Addresses of charts: signed, unguessable and expiring, as LINE fetches a picture without saying for whom."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from itsdangerous import BadSignature, URLSafeSerializer
from sqlalchemy.orm import Session

from documents.charts.kept import Chart, keep
from engine.house import House
from settings import Settings

# A summary of last month can still be scrolled back to.
LINK_LIVES = timedelta(days=45)
SALT = "charts"


@dataclass(frozen=True)
class ChartLink:
    name: str
    until: datetime


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
    until = (now + LINK_LIVES).replace(hour=0, minute=0, second=0, microsecond=0)
    return f"{address}/charts/{token_of(house.settings.secret_key, name, until)}.png"


def token_of(secret_key: str, name: str, until: datetime) -> str:
    """Return what stands in the address."""
    return str(_serializer(secret_key).dumps([name, int(until.timestamp())]))


def link_of(secret_key: str, token: str) -> ChartLink | None:
    """Return what a token says, None where it was not made here."""
    try:
        name, until = _serializer(secret_key).loads(token)
        return ChartLink(str(name), datetime.fromtimestamp(int(until), UTC))
    except (BadSignature, ValueError, TypeError, OverflowError):
        return None


def _serializer(secret_key: str) -> URLSafeSerializer:
    return URLSafeSerializer(secret_key, salt=SALT)
