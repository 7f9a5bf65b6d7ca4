"""Sets a finished .docx as a PDF/A with the project's own fonts: searchable, and the same bytes each time."""

from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from documents.papers.as_typst import typst_of

FONTS = Path(__file__).parent.parent.parent / "fonts"
STANDARD = "a-2b"
MAIN = "main.typ"


def pdf_of(docx: bytes, title: str, made_on: date) -> bytes:
    """Return the document as PDF/A-2b; nothing outside of it is read, whatever it says."""
    import typst

    source = typst_of(docx, title, made_on)
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(FONTS)])
    files = {MAIN: source.text.encode(), **source.pictures}
    # The package's types do not know of files given by name.
    compiler: Any = typst.Compiler(input=files, font_paths=fonts)  # type: ignore[type-var]
    stamp = int(datetime.combine(made_on, time(), UTC).timestamp())
    content: bytes = compiler.compile(format="pdf", pdf_standards=[STANDARD], timestamp=stamp)
    return content
