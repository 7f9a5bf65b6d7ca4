"""The line icons of the rich menus, drawn on a square of 100 units of any size and colour."""

from collections.abc import Callable

from PIL import Image, ImageDraw

STROKE = 7
SCALE = 4  # Pillow draws without smoothing: draw large, then shrink.


class Pen:
    """Draws in units of a hundredth of the icon's side."""

    def __init__(self, side: int, color: str) -> None:
        self.unit = side / 100
        self.color = color
        self.image = Image.new("RGBA", (side, side))
        self.draw = ImageDraw.Draw(self.image)
        self.width = round(STROKE * self.unit)

    def at(self, *numbers: float) -> list[float]:
        return [number * self.unit for number in numbers]

    def line(self, *points: float) -> None:
        self.draw.line(self.at(*points), self.color, self.width, joint="curve")
        radius = self.width / 2
        for x, y in zip(points[::2], points[1::2], strict=True):
            cx, cy = self.at(x, y)
            self.draw.ellipse((cx - radius, cy - radius, cx + radius, cy + radius), self.color)

    def box(self, *corners: float, radius: float = 8) -> None:
        self.draw.rounded_rectangle(
            self.at(*corners), radius * self.unit, outline=self.color, width=self.width
        )

    def ring(self, *corners: float) -> None:
        self.draw.ellipse(self.at(*corners), outline=self.color, width=self.width)

    def bow(self, *corners: float, start: float, end: float) -> None:
        self.draw.arc(self.at(*corners), start, end, self.color, self.width)

    def block(self, *corners: float) -> None:
        self.draw.rounded_rectangle(self.at(*corners), 3 * self.unit, self.color)

    def dot(self, x: float, y: float, radius: float = 5) -> None:
        self.draw.ellipse(self.at(x - radius, y - radius, x + radius, y + radius), self.color)


def icon(name: str, side: int, color: str) -> Image.Image:
    """Return the icon as a transparent picture of `side` pixels. Raises KeyError for a name not drawn."""
    pen = Pen(side * SCALE, color)
    _DRAWN[name](pen)
    return pen.image.resize((side, side), Image.Resampling.LANCZOS)


def _pen(pen: Pen) -> None:
    pen.line(58, 12, 16, 12, 16, 88, 80, 88, 80, 52)
    pen.line(34, 54, 82, 12, 92, 22, 46, 66, 32, 68, 34, 54)


def _same(pen: Pen) -> None:
    pen.ring(8, 8, 92, 92)
    pen.line(30, 42, 70, 42)
    pen.line(30, 60, 70, 60)


def _list(pen: Pen) -> None:
    for y in (22, 50, 78):
        pen.dot(14, y)
        pen.line(34, y, 90, y)


def _pause(pen: Pen) -> None:
    pen.line(50, 10, 94, 86, 6, 86, 50, 10)
    pen.line(50, 38, 50, 58)
    pen.dot(50, 72, 4.5)


def _chart(pen: Pen) -> None:
    pen.line(10, 90, 90, 90)
    for x, top in ((18, 58), (43, 36), (68, 12)):
        pen.block(x, top, x + 15, 84)


def _page(pen: Pen) -> None:
    pen.box(16, 8, 84, 92)
    for y, end in ((32, 66), (50, 66), (68, 50)):
        pen.line(34, y, end, y)


def _coin(pen: Pen) -> None:
    """The baht sign: a B with a stroke through it."""
    pen.ring(8, 8, 92, 92)
    pen.line(50, 22, 50, 78)
    pen.line(40, 32, 40, 68)
    pen.bow(38, 32, 66, 52, start=270, end=90)
    pen.bow(38, 48, 70, 70, start=270, end=90)
    pen.line(40, 33, 52, 33)
    pen.line(40, 50, 52, 50)
    pen.line(40, 68, 54, 68)


def _clock(pen: Pen) -> None:
    pen.ring(8, 8, 92, 92)
    pen.line(50, 28, 50, 52, 66, 62)


def _question(pen: Pen) -> None:
    pen.ring(8, 8, 92, 92)
    pen.bow(36, 26, 64, 54, start=170, end=60)
    pen.line(57, 52, 50, 60)
    pen.dot(50, 74, 4.5)


def _person(pen: Pen) -> None:
    pen.ring(32, 8, 68, 44)
    pen.bow(12, 54, 88, 130, start=180, end=360)
    pen.line(12, 90, 88, 90)


_DRAWN: dict[str, Callable[[Pen], None]] = {
    "pen": _pen,
    "same": _same,
    "list": _list,
    "pause": _pause,
    "chart": _chart,
    "page": _page,
    "coin": _coin,
    "clock": _clock,
    "question": _question,
    "person": _person,
}
