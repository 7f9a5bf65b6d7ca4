"""The ageing of what is stuck: how many activities stand still or are silent for how long, and their money."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from documents.charts import canvas
from documents.charts.canvas import INK, MUTED, SILENT, STILL, Axes, lettering
from i18n import _
from thai import writing

if TYPE_CHECKING:
    from matplotlib.figure import Figure

# Upper ends in working days: three weeks, six weeks, a quarter, half a year.
ENDS = (15, 30, 60, 120)


@dataclass(frozen=True)
class Stuck:
    """One activity that stands still or is silent, for `days` working days, with satang not yet disbursed."""

    days: int
    unpaid_satang: int
    is_silent: bool = False


@dataclass(frozen=True)
class Ageing:
    province: str
    on: date
    stuck: tuple[Stuck, ...]


@dataclass(frozen=True)
class Bin:
    """The activities of one age."""

    words: str
    still: int
    silent: int
    unpaid_satang: int


def draw(chart: Ageing) -> "Figure":
    """Return the chart: one column an age, its money above."""
    subtitle = _("{province} as of {day}, by working days without movement or report").format(
        province=chart.province, day=writing.short_date(chart.on)
    )
    figure, axes = canvas.sheet(_("How long activities are stuck"), subtitle)
    axes.set_position((0.05, 0.2, 0.9, 0.56))
    bins = binned(chart.stuck)
    highest = max([each.still + each.silent for each in bins], default=0) or 1
    for at, each in enumerate(bins):
        axes.bar(at, each.still, width=0.66, color=STILL)
        axes.bar(at, each.silent, bottom=each.still, width=0.66, color=SILENT)
        _write_top(axes, at, each, highest)
    axes.set_xticks(range(len(bins)))
    canvas.tick_words(axes, [each.words for each in bins], 15)
    axes.set_ylim(0, highest * 1.3)
    axes.set_xlim(-0.5, len(bins) - 0.5)
    axes.set_yticks([])
    for at, (colour, name) in enumerate(((STILL, _("Standing still")), (SILENT, _("No report")))):
        figure.text(
            0.05 + at * 0.25, 0.055, "  ", fontproperties=lettering(9), va="center", backgroundcolor=colour
        )
        figure.text(0.085 + at * 0.25, 0.055, name, fontproperties=lettering(15), va="center", color=INK)
    return figure


def binned(stuck: tuple[Stuck, ...]) -> list[Bin]:
    """Return the ages, young to old; each ends with and includes its last day."""
    starts = (1, *[end + 1 for end in ENDS])
    names = [f"{start}–{end}" for start, end in zip(starts, ENDS, strict=False)]
    found = []
    for at, words in enumerate([*names, _("over {days}").format(days=ENDS[-1])]):
        last = ENDS[at] if at < len(ENDS) else None
        first = 0 if at == 0 else starts[at]
        own = [each for each in stuck if each.days >= first and (last is None or each.days <= last)]
        silent = sum(each.is_silent for each in own)
        found.append(Bin(words, len(own) - silent, silent, sum(each.unpaid_satang for each in own)))
    return found


def _write_top(axes: Axes, at: int, each: Bin, highest: int) -> None:
    count = each.still + each.silent
    top = count + highest * 0.03
    if not count:
        axes.text(at, top, "0", ha="center", va="bottom", fontproperties=lettering(16), color=MUTED)
        return
    money = writing.baht_short(each.unpaid_satang)
    axes.text(at, top, money, ha="center", va="bottom", fontproperties=lettering(14), color=MUTED)
    raised = top + highest * 0.085
    bold = lettering(20, bold=True)
    axes.text(at, raised, str(count), ha="center", va="bottom", fontproperties=bold, color=INK)
