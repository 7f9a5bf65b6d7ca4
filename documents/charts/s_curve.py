"""The S-curve: cumulative disbursement against the year's target, in percent of the budget."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from documents.charts import canvas
from documents.charts.canvas import INK, MONEY, MUTED, RULE, TARGET, Axes, lettering
from i18n import _, language
from rules.fiscal_year import first_day, quarter_end
from thai import writing
from thai.calendar_names import BUDDHIST_ERA
from thai.writing_dates import short_month

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Points = Sequence[tuple[date, float]]
ROOM_BELOW = 24  # percent


@dataclass(frozen=True)
class SCurve:
    """`reached` and `target` are (day, percent of the budget), cumulative; no target leaves its line out."""

    province: str
    year_be: int
    on: date
    reached: tuple[tuple[date, float], ...]
    target: tuple[tuple[date, float], ...] = ()


def draw(curve: SCurve) -> "Figure":
    """Return the chart."""
    year = curve.year_be if language() == "th" else curve.year_be - BUDDHIST_ERA
    title = _("Cumulative disbursement, fiscal year {year}").format(year=year)
    subtitle = _("{province} as of {day}, percent of the budget").format(
        province=curve.province, day=writing.short_date(curve.on)
    )
    figure, axes = canvas.sheet(title, subtitle)
    _frame(axes, curve)
    if curve.target:
        days, percents = _split(curve.target)
        axes.plot(days, percents, color=TARGET, linewidth=3, linestyle=(0, (4, 2)))
        _name_target(axes, curve.target)
    days, percents = _split(curve.reached)
    axes.fill_between(days, percents, color=MONEY, alpha=0.12, linewidth=0)
    axes.plot(days, percents, color=MONEY, linewidth=4.5, solid_capstyle="round")
    if curve.reached:
        _label_reached(axes, curve)
    return figure


def target_on(target: Points, day: date) -> float | None:
    """Return the target of a day, in a straight line between the ends of quarters; None without targets."""
    for (left, low), (right, high) in pairwise(target):
        if left <= day <= right:
            return low + (high - low) * (day - left).days / (right - left).days
    return None


def _frame(axes: Axes, curve: SCurve) -> None:
    begins, ends = first_day(curve.year_be), quarter_end(curve.year_be, 4)
    highest = max([percent for _day, percent in (*curve.reached, *curve.target)], default=0)
    axes.set_ylim(0, 105 if highest <= 100 else highest * 1.05)
    axes.set_xlim(begins, ends + timedelta(days=4))
    axes.set_yticks([0, 25, 50, 75, 100])
    canvas.tick_words(axes, ["0", "25", "50", "75", "100%"], across=False)
    axes.grid(axis="y", color=RULE, linewidth=1)
    months = [begins, *[quarter_end(curve.year_be, quarter) for quarter in (1, 2, 3, 4)]]
    axes.set_xticks(months)
    canvas.tick_words(axes, [short_month(month) for month in months], 15)
    for label, side in zip(axes.get_xticklabels(), ("left", *["center"] * 3, "right"), strict=True):
        label.set_horizontalalignment(side)


def _name_target(axes: Axes, target: Points) -> None:
    """Name the dashed line in the upper left corner, where no year's money has come yet."""
    words = _("Target of the year {percent}").format(percent=f"{target[-1][1]:.0f}%")
    font = lettering(15)
    axes.text(0.1, 0.885, words, transform=axes.transAxes, va="center", fontproperties=font, color=MUTED)
    dash = {"color": TARGET, "linewidth": 3, "linestyle": (0, (4, 2))}
    axes.plot([0.02, 0.085], [0.88, 0.88], transform=axes.transAxes, **dash)


def _label_reached(axes: Axes, curve: SCurve) -> None:
    """Write the last figure beside its dot, and the target of the same day under it."""
    day, percent = curve.reached[-1]
    axes.plot([day], [percent], marker="o", markersize=13, color=MONEY, markeredgecolor="white", mew=2)
    planned = target_on(curve.target, day)
    # Below the line where there is room over the months' names, else above it.
    is_below = planned is not None and planned > percent > ROOM_BELOW
    high, low = (-26, -50) if is_below else (38, 14)
    words = _("Disbursed {percent}").format(percent=f"{percent:.2f}%")
    _beside(axes, curve, words, high if planned is not None else low, lettering(20, bold=True), MONEY)
    if planned is not None:
        words = _("target of that day {percent}").format(percent=f"{planned:.1f}%")
        _beside(axes, curve, words, low, lettering(15), INK)


def _beside(axes: Axes, curve: SCurve, words: str, points: int, font: object, colour: str) -> None:
    """Write beside the last dot, on its left in the last third of the year."""
    is_left = (curve.reached[-1][0] - first_day(curve.year_be)).days > 240
    axes.annotate(
        words,
        curve.reached[-1],
        xytext=(-14 if is_left else 14, points),
        textcoords="offset points",
        ha="right" if is_left else "left",
        fontproperties=font,
        color=colour,
        bbox={"facecolor": "white", "alpha": 0.75, "edgecolor": "none", "pad": 1.5},
    )


def _split(points: Points) -> tuple[list[date], list[float]]:
    return [day for day, _percent in points], [percent for _day, percent in points]
