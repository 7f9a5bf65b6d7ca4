"""Sets a finished .docx as a PDF/A with the project's own fonts: searchable, and the same bytes each time."""

from datetime import UTC, date, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from documents.papers.as_typst import typst_of

FONTS = Path(__file__).parent.parent.parent / "fonts"
STANDARD: Literal["a-2b"] = "a-2b"
MAIN = "main.typ"


def pdf_of(docx: bytes, title: str, made_on: date) -> bytes:
    """Return the document as PDF/A-2b; nothing outside of it is read, whatever it says."""
    import typst

    source = typst_of(docx, title, made_on)
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(FONTS)])
    stamp = int(datetime.combine(made_on, time(), UTC).timestamp())
    # Pictures are read from files, and only from within the folder that is the root.
    with TemporaryDirectory(prefix="paper-") as folder:
        main = Path(folder) / MAIN
        main.write_text(source.text, encoding="utf-8")
        for name, picture in source.pictures.items():
            (main.parent / Path(name).name).write_bytes(picture)
        compiler = typst.Compiler(input=str(main), root=folder, font_paths=fonts)
        content = compiler.compile(format="pdf", pdf_standards=[STANDARD], timestamp=stamp)
    if not isinstance(content, bytes):
        raise TypeError("a PDF is one file")
    return content
