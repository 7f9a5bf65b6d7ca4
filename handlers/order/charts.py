"""The charts of a part of the province as addresses for LINE; the weekly duty and questions by chat call it."""

from datetime import datetime

from cards.part import Part
from documents.charts import gather
from documents.charts.gather import Judged
from documents.charts.s_curve import SCurve
from engine.house import House
from handlers.chart_links import chart_address
from i18n import _


def sparkline(house: House, part: Part, now: datetime) -> str | None:
    """Return the address of the year's money in one line, None where LINE cannot fetch pictures from here."""
    return chart_address(house, part.year.session, "sparkline", s_curve(part), now)


def weekly_picture(house: House, part: Part, now: datetime) -> tuple[str, str] | None:
    """Return the one picture of the week with its words: money against target."""
    address = chart_address(house, part.year.session, "s_curve", s_curve(part), now)
    return (address, _("Cumulative disbursement against target")) if address else None


def pictures(house: House, part: Part, now: datetime) -> list[tuple[str, str]]:
    """Return all charts with their words."""
    name, on, judged = _name(part), part.year.today, _judged(part)
    found = [
        (
            chart_address(house, part.year.session, "s_curve", s_curve(part), now),
            _("Cumulative disbursement against target"),
        ),
        (
            chart_address(house, part.year.session, "agency_bars", gather.agency_bars(name, on, judged), now),
            _("Movement by agency"),
        ),
        (
            chart_address(house, part.year.session, "ageing", gather.ageing(name, on, judged), now),
            _("How long activities are stuck"),
        ),
    ]
    return [(address, words) for address, words in found if address is not None]


def s_curve(part: Part) -> SCurve:
    year = part.year
    return gather.s_curve(_name(part), year.year_be, year.today, _judged(part), year.targets)


def _judged(part: Part) -> Judged:
    return [(state, part.judgement(state)) for state in part.states]


def _name(part: Part) -> str:
    return " ".join(each for each in (part.year.province.name, part.area) if each)
