"""Makes templates as offices would, and as nobody should."""

import io
import zipfile

from docx import Document


def template(*paragraphs: str, keywords: str = "") -> bytes:
    """Return a Word document with these paragraphs, and these words as its tags."""
    document = Document()
    document.core_properties.keywords = keywords
    for words in paragraphs:
        document.add_paragraph(words)
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def cut_up(words: str) -> bytes:
    """Return a template whose field Word has cut into pieces with different looks, as it likes to."""
    document = Document()
    paragraph = document.add_paragraph()
    for index, letter in enumerate(words):
        paragraph.add_run(letter).bold = bool(index % 2)
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    """Return the document with one part added or exchanged."""
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(changed, "w") as out:
        for each in source.namelist():
            if each != name:
                out.writestr(each, source.read(each))
        out.writestr(name, part)
    return changed.getvalue()


def part_of(content: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as source:
        return source.read(name)
