"""Pictures in papers: {{ photo.sha256|picture(7) }} shows a kept photo seven centimetres wide, made small for paper.

A paper is the same whenever it is made again, but for photos that were taken back: they are gone from it as well.
"""

import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from i18n import _

if TYPE_CHECKING:
    from docxtpl import DocxTemplate
    from PIL.Image import Image

# Returns the bytes of a picture by its hash; None where it was taken back, which the paper then says in its place.
Pictures = Callable[[str], bytes | None]
FONT = Path(__file__).parent.parent.parent / "fonts" / "Sarabun-Regular.ttf"
FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
FIELD, FIELD_SIZE, LETTERS, LETTER_SIZE = "#d9dee3", (800, 600), "#333333", 34
LONGEST_SIDE, MOST_PIXELS = 1400, 40_000_000
NARROWEST_CM, WIDEST_CM, USUAL_CM = 1.0, 25.0, 7.0
HASH = re.compile(r"[0-9a-f]{64}")


def no_pictures(_sha256: str) -> bytes | None:
    """Stand in where no photos are at hand, as in the gallery: grey fields are shown instead."""
    return b""


def kept_pictures(files: Path) -> Pictures:
    """Return the pictures kept under `files`, where each lies under its hash."""

    def picture(sha256: str) -> bytes | None:
        path = files / sha256[:2] / sha256
        return path.read_bytes() if HASH.fullmatch(sha256) and path.is_file() else None

    return picture


def picture_filter(document: "DocxTemplate", pictures: Pictures) -> Callable[..., Any]:
    """Return the filter that puts pictures into one document."""
    from docx.shared import Cm
    from docxtpl import InlineImage

    def picture(sha256: object, width_cm: float = USUAL_CM) -> Any:
        width = min(max(float(width_cm), NARROWEST_CM), WIDEST_CM)
        return InlineImage(document, io.BytesIO(for_paper(pictures(str(sha256)))), width=Cm(width))

    return picture


def chart_filter(document: "DocxTemplate") -> Callable[..., Any]:
    """Return the filter that draws charts into one document: what a chart shows is plain data with its "kind"."""
    from docx.shared import Cm
    from docxtpl import InlineImage

    from documents.charts.canvas import PAPER_DPI, as_png
    from documents.charts.kept import drawn, from_plain

    def chart(shown: dict[str, Any], width_cm: float = USUAL_CM) -> Any:
        figure = drawn(shown["kind"], from_plain(shown))
        width = min(max(float(width_cm), NARROWEST_CM), WIDEST_CM)
        return InlineImage(document, io.BytesIO(as_png(figure, PAPER_DPI)), width=Cm(width))

    return chart


def for_paper(content: bytes | None) -> bytes:
    """Return a picture as a small upright JPEG without what the camera wrote into it; a field where it cannot be read."""
    from PIL import Image

    empty = _taken_back() if content is None else Image.new("RGB", FIELD_SIZE, FIELD)
    picture = _upright(content or b"") or empty
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    made = io.BytesIO()
    picture.save(made, "JPEG", quality=82)
    return made.getvalue()


def _upright(content: bytes) -> "Image | None":
    from PIL import Image, ImageOps

    try:
        with Image.open(io.BytesIO(content), formats=FORMATS) as opened:
            too_big = opened.width * opened.height > MOST_PIXELS
            return None if too_big else ImageOps.exif_transpose(opened).convert("RGB")
    except Exception:  # a decoder may raise anything over a file that was made to break it
        return None


def _taken_back() -> "Image":
    """Return a field that says why there is no picture, in the language now spoken."""
    from PIL import Image, ImageDraw, ImageFont

    field = Image.new("RGB", FIELD_SIZE, FIELD)
    font = ImageFont.truetype(FONT, LETTER_SIZE, layout_engine=ImageFont.Layout.RAQM)
    middle = (FIELD_SIZE[0] / 2, FIELD_SIZE[1] / 2)
    ImageDraw.Draw(field).text(middle, _("Its sender took this picture back"), LETTERS, font, anchor="mm")
    return field
