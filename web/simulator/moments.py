"""Moments as the simulator shows them, in Bangkok time and the visitor's language."""

from datetime import datetime

from i18n import _
from thai.writing import short_date
from web.simulator.when import BANGKOK


def day_of(at: datetime) -> str:
    """Return "ศ. 30 เม.ย. 64"."""
    local = at.astimezone(BANGKOK)
    names = [_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun")]
    return f"{names[local.weekday()]} {short_date(local.date())}"


def hour_of(at: datetime) -> str:
    """Return "09:00"."""
    return f"{at.astimezone(BANGKOK):%H:%M}"


def lately(at: datetime, now: datetime) -> str:
    """Return the hour of something today, the date of anything else."""
    local = at.astimezone(BANGKOK)
    return hour_of(at) if local.date() == now.astimezone(BANGKOK).date() else short_date(local.date())
