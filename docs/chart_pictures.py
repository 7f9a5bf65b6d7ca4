"""Draws docs/images/chart-*.png from the demo's reports of 3 May 2564: python -m docs.chart_pictures."""

import pathlib
import tempfile
from datetime import date

from bot import build_house
from cards.fill_year import Year
from cards.part import Part
from documents.charts import canvas, gather
from documents.charts.kept import drawn
from handlers.order.charts import s_curve
from migrations import migrate
from models.province import ensure_province
from samples.cast import PROVINCE, YEAR_BE
from samples.demo import load_demo
from settings import load

IMAGES = pathlib.Path(__file__).parent / "images"
MONDAY = date(2021, 5, 3)
DPI = 90  # small enough for a page


def main() -> None:
    """Draw the four charts anew."""
    with tempfile.TemporaryDirectory() as folder:
        settings = load({"DEMO": "1", "DATA_DIR": folder})
        migrate(settings.database_url)
        house = build_house(settings, threads=0)
        load_demo(house, lambda _user_id, _name: None)
        with house.db.write() as session:
            province = ensure_province(session, PROVINCE, house.clock.now())
            part = Part(Year(session, province, YEAR_BE, MONDAY), ())
            _draw(part)
        house.db.close()


def _draw(part: Part) -> None:
    name, curve = part.year.province.name, s_curve(part)
    judged = [(state, part.judgement(state)) for state in part.states]
    charts = {
        "s_curve": curve,
        "sparkline": curve,
        "agency_bars": gather.agency_bars(name, MONDAY, judged),
        "ageing": gather.ageing(name, MONDAY, judged),
    }
    for kind, chart in charts.items():
        path = IMAGES / f"chart-{kind.replace('_', '-')}.png"
        path.write_bytes(canvas.as_png(drawn(kind, chart), DPI))


if __name__ == "__main__":
    main()
