"""The sparkline: the year's money in one line over its target, for the head of the governor's first bubble."""

from typing import TYPE_CHECKING

from documents.charts import canvas
from documents.charts.canvas import MONEY, RULE, TARGET
from documents.charts.s_curve import SCurve
from rules.fiscal_year import first_day, quarter_end

if TYPE_CHECKING:
    from matplotlib.figure import Figure

INCHES = (8.0, 2.0)  # LINE draws it at 4 : 1


def draw(curve: SCurve) -> "Figure":
    """Return the line without a word: the figures stand below it on the card."""
    figure, axes = canvas.sheet("", inches=INCHES)
    axes.set_position((0.04, 0.1, 0.92, 0.8))
    axes.axis("off")
    axes.set_xlim(first_day(curve.year_be), quarter_end(curve.year_be, 4))
    axes.set_ylim(-4, 106)
    axes.axhline(0, color=RULE, linewidth=2)
    if curve.target:
        axes.plot(*zip(*curve.target, strict=True), color=TARGET, linewidth=3, linestyle=(0, (4, 2)))
    if curve.reached:
        days, percents = zip(*curve.reached, strict=True)
        axes.fill_between(days, percents, color=MONEY, alpha=0.14, linewidth=0)
        axes.plot(days, percents, color=MONEY, linewidth=5, solid_capstyle="round")
        axes.plot(days[-1:], percents[-1:], marker="o", markersize=15, color=MONEY, mec="white", mew=2.5)
    return figure
