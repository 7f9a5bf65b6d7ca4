"""Draws the pictures of the rich menus: python -m cards.draw_rich_menu.

Thai needs Raqm, which places vowels and tone marks; without it Pillow sets them beside their letters.
"""

import pathlib
import sys

from PIL import Image, ImageDraw, ImageFont, features

from cards.icons import icon
from cards.look.colours import INK, KICKER, MUTED, PAPER, RULE, Kind
from cards.rich_menu import HEIGHT, WIDTH, Area, areas, picture
from i18n import LANGUAGES, speaking
from rules.role import Role

FONTS = pathlib.Path(__file__).parent.parent / "fonts"
GROUND = "#F5F8FA"
COLOURS = 64  # an indexed palette keeps the file far below LINE's 1 MB
MARGIN = 24


def main() -> None:
    """Draw every role in every language."""
    if not features.check("raqm"):
        sys.exit("Pillow has no Raqm: Thai marks would go astray. Install a Pillow wheel that has it.")
    for language in LANGUAGES:
        with speaking(language):
            for role in Role:
                draw(role).quantize(COLOURS).save(picture(role), optimize=True)


def draw(role: Role) -> Image.Image:
    """Return the menu of `role` in the language now spoken."""
    image = Image.new("RGB", (WIDTH, HEIGHT), GROUND)
    for area in areas(role):
        _area(image, area)
    return image


def _area(image: Image.Image, area: Area) -> None:
    pen = ImageDraw.Draw(image)
    ground, ink, sub = (Kind.ASK.value, PAPER, KICKER) if area.is_main else (PAPER, INK, MUTED)
    box = (area.x + MARGIN, area.y + MARGIN, area.x + area.width - MARGIN, area.y + area.height - MARGIN)
    pen.rounded_rectangle(box, 48, ground, RULE, 0 if area.is_main else 4)
    side, name_size, below_size = (270, 130, 68) if area.caption else (200, 104, 62)
    middle, room = area.x + area.width // 2, area.width - 7 * MARGIN
    below = _below(area)
    top = area.y + (area.height - side - name_size - (below_size if below else 0)) // 2 - 30
    drawing = icon(area.icon, side, PAPER if area.is_main else Kind.ASK.value)
    image.paste(drawing, (middle - side // 2, top), drawing)
    name = area.choice.label
    at = top + side + name_size
    pen.text((middle, at), name, ink, _fitting(name, name_size, room, "Bold"), anchor="mm")
    small = _fitting(below, below_size, room, "Regular")
    pen.text((middle, at + name_size * 0.9), below, sub, small, anchor="mm")


def _below(area: Area) -> str:
    """Return the line under the name: what it is for, or the word to type where the name is another."""
    is_same = area.choice.text.casefold() == area.choice.label.casefold()
    return area.caption or ("" if is_same else area.choice.text)


def _fitting(text: str, size: int, room: int, weight: str) -> ImageFont.FreeTypeFont:
    """Return the font at `size`, or smaller where `text` would not fit `room` pixels."""
    while True:
        font = ImageFont.truetype(FONTS / f"Sarabun-{weight}.ttf", size, layout_engine=ImageFont.Layout.RAQM)
        if font.getlength(text) <= room or size <= 40:
            return font
        size -= 4


if __name__ == "__main__":
    main()
