"""Pictures in papers: {{ photo.sha256|picture(7) }} shows a kept photo seven centimetres wide, made small for paper."""

import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docxtpl import DocxTemplate

# Returns the bytes of a picture by its hash, None where it is gone or was taken back.
Pictures = Callable[[str], bytes | None]
LONGEST_SIDE, MOST_PIXELS = 1400, 40_000_000
NARROWEST_CM, WIDEST_CM, USUAL_CM = 1.0, 25.0, 7.0
HASH = re.compile(r"[0-9a-f]{64}")


def no_pictures(_sha256: str) -> bytes | None:
    """Stand in where no photos are at hand, as in the gallery: grey fields are shown instead."""
    return None


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
    """Return a picture as a small upright JPEG without what the camera wrote into it; grey where it cannot be read."""
    from PIL import Image, ImageOps

    picture = Image.new("RGB", (400, 300), "#d9dee3")
    if content is not None:
        try:
            with Image.open(io.BytesIO(content)) as opened:
                if opened.width * opened.height <= MOST_PIXELS:
                    picture = ImageOps.exif_transpose(opened).convert("RGB")
        except (OSError, ValueError, SyntaxError):  # what Pillow raises for files that are no pictures
            pass
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    made = io.BytesIO()
    picture.save(made, "JPEG", quality=82)
    return made.getvalue()
