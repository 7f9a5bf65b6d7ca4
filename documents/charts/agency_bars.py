"""Movement by agency: how many of each one's activities move, stand still, are unreported or finished."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from documents.charts import canvas
from documents.charts.canvas import FINISHED, INK, MOVING, SILENT, STILL, Axes, lettering
from i18n import _, ngettext
from thai import writing

if TYPE_CHECKING:
    from matplotlib.figure import Figure

SHOWN = 10
LONGEST_NAME = 28


@dataclass(frozen=True)
class AgencyBar:
    """One agency's activities; cancelled ones are in none."""

    name: str
    moving: int
    still: int
    silent: int
    finished: int

    @property
    def total(self) -> int:
        return self.moving + self.still + self.silent + self.finished

    @property
    def stuck(self) -> int:
        return self.still + self.silent


@dataclass(frozen=True)
class AgencyBars:
    province: str
    on: date
    bars: tuple[AgencyBar, ...]


def draw(chart: AgencyBars) -> "Figure":
    """Return the chart, with the agencies first that have most standing; the rest are one bar."""
    subtitle = _("{province} as of {day}, number of activities").format(
        province=chart.province, day=writing.short_date(chart.on)
    )
    figure, axes = canvas.sheet(_("Movement by agency"), subtitle)
    axes.set_position((0.4, 0.13, 0.57, 0.68))
    bars = shown(chart.bars)
    for at, bar in enumerate(bars):
        _draw_bar(axes, at, bar)
    axes.set_yticks(range(len(bars)))
    canvas.tick_words(axes, [_short(bar.name) for bar in bars], 15, across=False)
    axes.set_ylim(max(len(bars), 4) - 0.4, -0.6)
    axes.set_xlim(0, max([bar.total for bar in bars], default=1) * 1.02)
    axes.set_xticks([])
    axes.spines["bottom"].set_visible(False)
    _legend(figure)
    return figure


def shown(bars: tuple[AgencyBar, ...]) -> list[AgencyBar]:
    """Return the bars to draw, most standing first; what is too many is added up."""
    ordered = sorted(bars, key=lambda bar: (-bar.stuck, -bar.total, bar.name))
    if len(ordered) <= SHOWN:
        return ordered
    rest = ordered[SHOWN - 1 :]
    words = ngettext("{count} more agency", "{count} more agencies", len(rest)).format(count=len(rest))
    sums = [sum(getattr(bar, name) for bar in rest) for name in ("moving", "still", "silent", "finished")]
    return [*ordered[: SHOWN - 1], AgencyBar(words, *sums)]


def _draw_bar(axes: Axes, at: int, bar: AgencyBar) -> None:
    left, font = 0, lettering(15, bold=True)
    # Each number keeps to the contrast of its ground: dark on the one pale colour.
    parts = (
        (bar.still, STILL, "white"),
        (bar.silent, SILENT, INK),
        (bar.moving, MOVING, "white"),
        (bar.finished, FINISHED, "white"),
    )
    for count, colour, ink in parts:
        if count:
            axes.barh(at, count, left=left, height=0.68, color=colour, edgecolor="white", linewidth=1.5)
            middle = left + count / 2
            axes.text(middle, at, str(count), ha="center", va="center", fontproperties=font, color=ink)
        left += count


def _legend(figure: "Figure") -> None:
    words = (
        (STILL, _("Standing still")),
        (SILENT, _("No report")),
        (MOVING, _("Moving")),
        (FINISHED, _("Finished")),
    )
    for at, (colour, name) in enumerate(words):
        left = 0.05 + at * 0.22
        figure.text(left, 0.055, "  ", fontproperties=lettering(9), va="center", backgroundcolor=colour)
        figure.text(left + 0.035, 0.055, name, fontproperties=lettering(15), va="center", color=INK)


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1].rstrip("่้๊๋์ัิีึืุู็ํ") + "…"
