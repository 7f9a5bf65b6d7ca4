"""Charts: Thai marks where they belong, the right figures, and one drawing for the same figures."""

import io
import pathlib
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from PIL import Image, ImageChops, ImageStat

from cards.fill_year import Year
from documents.charts import ageing, canvas, gather, kept
from documents.charts.ageing import Stuck
from documents.charts.agency_bars import AgencyBar, shown
from documents.charts.s_curve import SCurve, target_on
from i18n import speaking
from models.target import set_target
from tests.office import APRIL, MARCH, reported

GOLDEN = pathlib.Path(__file__).parent / "pictures" / "thai-marks.png"
MARKS = ("ที่นี่ ปิ่น ปั้น ป่า ป้า", "น้ำ ก่ำ ซ้ำ กำลัง", "ญี่ปุ่น ฐานะ ฎีกา กฎุ ฏุ", "เบิกจ่าย สิ้นปี ค้างอยู่")
CURVE = SCurve(
    "เพชรบุรี",
    2564,
    date(2021, 5, 17),
    ((date(2020, 10, 1), 0.0), (date(2021, 3, 31), 22.0), (date(2021, 5, 17), 28.84)),
    ((date(2020, 10, 1), 0.0), (date(2021, 3, 31), 41.0), (date(2021, 9, 30), 87.0)),
)


def marks(lines: tuple[str, ...] = MARKS) -> Image.Image:
    figure, axes = canvas.sheet("", inches=(6, 4))
    axes.axis("off")
    for at, line in enumerate(lines):
        figure.text(0.05, 0.85 - at * 0.22, line, fontproperties=canvas.lettering(30))
    return Image.open(io.BytesIO(canvas.as_png(figure, 100))).convert("L")


def difference(one: Image.Image, other: Image.Image) -> float:
    return ImageStat.Stat(ImageChops.difference(one, other)).mean[0]


def test_vowels_and_tone_marks_stand_where_they_belong():
    golden = Image.open(GOLDEN).convert("L")
    assert difference(marks(), golden) < 0.5
    # A line in which one tone mark sits on its consonant's neighbour is told from the right one.
    assert difference(marks(("ทีนี่ ปิ่น ปั้น ป่า ป้า", *MARKS[1:])), golden) > difference(marks(), golden)


@pytest.mark.parametrize("kind", kept.KINDS)
def test_the_same_figures_are_drawn_once_and_kept_for_a_phone(tmp_path, kind):
    chart = {
        "agency_bars": gather.AgencyBars("เพชรบุรี", CURVE.on, (AgencyBar("ปภ.", 1, 2, 0, 1),)),
        "ageing": ageing.Ageing("เพชรบุรี", CURVE.on, (Stuck(16, 100), Stuck(3, 50, True))),
    }.get(kind, CURVE)
    name = kept.keep(tmp_path, kind, chart)
    assert kept.keep(tmp_path, kind, chart) == name
    path = kept.picture(tmp_path, name)
    drawn_at = path.stat().st_mtime_ns
    image = Image.open(path)
    assert image.format == "PNG" and image.width == 1040 and path.stat().st_size < 1_000_000
    assert kept.picture(tmp_path, name).stat().st_mtime_ns == drawn_at
    with speaking("en"):
        assert kept.keep(tmp_path, kind, chart) != name


def test_old_charts_are_forgotten_and_unknown_ones_are_nothing(tmp_path):
    name = kept.keep(tmp_path, "sparkline", CURVE)
    kept.picture(tmp_path, name)
    assert kept.forget_old(tmp_path, datetime.now(UTC)) == 0
    assert kept.forget_old(tmp_path, datetime.now(UTC) + timedelta(days=61)) == 1
    assert list(tmp_path.iterdir()) == [] and kept.picture(tmp_path, name) is None


def test_paper_gets_outlines_that_need_no_font():
    svg = canvas.as_svg(kept.drawn("s_curve", CURVE))
    assert svg.startswith(b"<?xml") and b"<text" not in svg
    assert svg == canvas.as_svg(kept.drawn("s_curve", CURVE))


def test_the_target_of_a_day_lies_on_the_line_between_quarters():
    assert target_on(CURVE.target, date(2021, 3, 31)) == 41.0
    assert 52 < target_on(CURVE.target, date(2021, 5, 17)) < 53
    assert target_on((), date(2021, 5, 17)) is None


def test_ages_hold_everything_once():
    stuck = tuple(Stuck(days, 1) for days in (0, 1, 15, 16, 30, 31, 60, 61, 120, 121, 400))
    assert [each.still for each in ageing.binned(stuck)] == [3, 2, 2, 2, 2]


def test_many_agencies_become_one_bar_and_lose_nothing():
    bars = tuple(AgencyBar(f"หน่วยงาน {at}", 1, at % 3, 0, 1) for at in range(60))
    found = shown(bars)
    assert len(found) == 10 and sum(bar.total for bar in found) == sum(bar.total for bar in bars)
    assert "51" in found[-1].name and found[0].stuck == 2


def test_the_figures_are_those_of_the_reports(house, office):
    with house.db.write() as session:
        for quarter, percent in enumerate((20, 20, 20, 30), 1):
            set_target(session, office.province.id, 2564, "overall", "disbursed", quarter, Decimal(percent))
        reported(session, office, 13, MARCH, baht=5_500_000)
        reported(session, office, 13, APRIL, baht=11_000_000)
        year = Year(session, office.province, 2564, date(2021, 5, 17))
        judged = [(state, year.judgements[state.activity.no]) for state in year.states]
        curve = gather.s_curve("เพชรบุรี", 2564, year.today, judged, year.targets)
        bars = gather.agency_bars("เพชรบุรี", year.today, judged)
        stuck = gather.ageing("เพชรบุรี", year.today, judged)
    assert curve.reached[-3:] == (
        (date(2021, 3, 31), 5.0),
        (date(2021, 4, 30), 10.0),
        (date(2021, 5, 17), 10.0),
    )
    assert [percent for _day, percent in curve.target] == [0, 20, 40, 60, 90]
    assert {(bar.name, bar.moving, bar.silent) for bar in bars.bars} == {
        ("แขวงทางหลวงชนบทเพชรบุรี", 1, 2),
        ("โยธาธิการและผังเมือง", 0, 2),
    }
    assert len(stuck.stuck) == 4 and all(each.is_silent for each in stuck.stuck)
