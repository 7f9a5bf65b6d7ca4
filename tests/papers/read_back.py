"""Reads finished papers as a person would: the words of a PDF, of a Word document and of a workbook."""

import io
import re
import subprocess
import zipfile
from pathlib import Path

from docx import Document


def words_of_pdf(content: bytes) -> str:
    """Return everything that a PDF says, as its reader finds it."""
    found = subprocess.run(["pdftotext", "-raw", "-", "-"], input=content, capture_output=True, check=True)
    return found.stdout.decode()


def words_of_docx(content: bytes) -> str:
    """Return everything that a Word document says, headers and footers included, in reading order."""
    document = Document(io.BytesIO(content))
    section = document.sections[0]
    parts = [document.element.body, section.header._element, section.footer._element]
    named = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    paragraphs = [paragraph for part in parts for paragraph in part.iter(f"{named}p")]
    return "\n".join("".join(text.text or "" for text in each.iter(f"{named}t")) for each in paragraphs)


def bare(text: str) -> str:
    """Return the letters without spaces and line ends: where a line ends is the printer's business."""
    return re.sub(r"\s+", "", text)


def through_libreoffice(files: dict[str, bytes], to: str, folder: Path) -> dict[str, bytes]:
    """Return what LibreOffice makes of files, by name, when it opens them and saves them as another kind."""
    (folder / "in").mkdir(parents=True)
    for name, content in files.items():
        (folder / "in" / name).write_bytes(content)
    sources = [str(folder / "in" / name) for name in files]
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        to,
        "--outdir",
        str(folder / "out"),
        *sources,
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=110)
    return {path.name: path.read_bytes() for path in (folder / "out").iterdir()}


def without_results(workbook: bytes) -> bytes:
    """Return the workbook without what its formulas last gave, so that whoever opens it must reckon."""
    emptied = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as source, zipfile.ZipFile(emptied, "w") as out:
        for name in source.namelist():
            content = source.read(name)
            if name.startswith("xl/worksheets/"):
                content = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", content)
            out.writestr(name, content)
    return emptied.getvalue()
