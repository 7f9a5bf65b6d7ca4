"""The paper that every chart is drawn on: fonts, colours, and the ways out as PNG and SVG.

matplotlib is loaded when the first chart is drawn and not before: it weighs 88 MB. From 3.11 on it shapes text with
Raqm, which sets Thai vowels and tone marks where they belong. Nothing here touches pyplot, whose state is shared.
"""

import io
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties

Axes = Any  # matplotlib's own annotations refuse the dates that it takes
FONTS = Path(__file__).parent.parent.parent / "fonts"
# 8 x 6 inches at 130 dots are 1040 x 780: sharp on a phone, and below LINE's 1 MB for a preview.
INCHES = (8.0, 6.0)
PHONE_DPI = 130
PAPER_DPI = 200
INK, MUTED, RULE, GROUND = "#17212B", "#51606F", "#DDE3EA", "#FFFFFF"
MONEY, TARGET = "#0B7A55", "#8A97A5"
MOVING, STILL, SILENT, FINISHED = "#2E8B64", "#C0392B", "#D99A1B", "#2F76B8"
# What belongs to no single figure: the same bytes each time the same picture is drawn.
_NO_DATE: dict[str, Any] = {"Date": None}


def sheet(title: str, subtitle: str = "", inches: tuple[float, float] = INCHES) -> "tuple[Figure, Axes]":
    """Return an empty chart under its title."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=inches, facecolor=GROUND)
    FigureCanvasAgg(figure)
    axes: Axes = figure.add_axes((0.1, 0.12, 0.86, 0.68))
    figure.text(0.04, 0.925, title, fontproperties=lettering(22, bold=True), color=INK, va="center")
    if subtitle:
        figure.text(0.04, 0.855, subtitle, fontproperties=lettering(15), color=MUTED, va="center")
    quiet(axes)
    return figure, axes


def lettering(points: float, *, bold: bool = False) -> "FontProperties":
    """Return the project's own Thai font at a size."""
    from matplotlib.font_manager import FontProperties

    return FontProperties(fname=_font("Bold" if bold else "Regular"), size=points)


@cache
def _font(weight: str) -> str:
    return str(FONTS / f"Sarabun-{weight}.ttf")


def quiet(axes: Axes) -> None:
    """Take away every line that says nothing."""
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(RULE)
    axes.tick_params(length=0, colors=MUTED)
    axes.set_axisbelow(True)


def tick_words(axes: Axes, words: Sequence[str], points: float = 14, *, across: bool = True) -> None:
    """Write the words at the ticks of the x-axis, or of the y-axis where not `across`."""
    write = axes.set_xticklabels if across else axes.set_yticklabels
    write(list(words), fontproperties=lettering(points), color=INK if not across else MUTED)


def as_png(figure: "Figure", dpi: int = PHONE_DPI) -> bytes:
    """Return the picture as PNG."""
    out = io.BytesIO()
    figure.savefig(out, format="png", dpi=dpi, metadata={"Software": None})
    return out.getvalue()


def as_svg(figure: "Figure") -> bytes:
    """Return the picture as SVG with letters as outlines, so that paper needs no font."""
    from matplotlib import rc_context

    out = io.BytesIO()
    with rc_context({"svg.hashsalt": "tamngan", "svg.fonttype": "path"}):
        figure.savefig(out, format="svg", metadata=_NO_DATE)
    return out.getvalue()
