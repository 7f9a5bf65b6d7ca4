"""Turns a finished .docx into typst, so that one template makes both the Word document and the PDF.

Understood are paragraphs, bold, underlined and sized words, alignment, indents, tables with merged cells and repeated
heading rows, pictures, page breaks, page numbers, headers and footers: what official papers are made of.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from documents.papers.typst_table import drawn_table
from documents.papers.typst_words import literal, paragraph, points, worded
from documents.papers.word_styles import Look, Styles, W

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
EMU_PER_POINT = 12_700
TAB = 36.0
SET = """#set text(font: ("Sarabun Papers", "DejaVu Sans Mono"), size: 12pt, lang: "th", region: "TH", \
top-edge: "ascender", bottom-edge: "descender", hyphenate: false)
#set par(justify: false, leading: 0.15em, spacing: 0pt)
#set table(stroke: 0.5pt, inset: (x: 4pt, y: 2pt))
#let thai(n) = { let t = ""; for c in str(n) { t += "๐๑๒๓๔๕๖๗๘๙".clusters().at(int(c)) }; t }
"""


@dataclass
class TypstSource:
    """The document in typst, and the pictures it shows by name."""

    text: str = ""
    pictures: dict[str, bytes] = field(default_factory=dict)


def typst_of(docx: bytes, title: str, made_on: Any) -> TypstSource:
    """Return the document in typst; `made_on` is the day that the PDF carries."""
    import io

    from docx import Document

    document = Document(io.BytesIO(docx))
    source = TypstSource()
    section = document.sections[-1]
    writer = _Writer(Styles(document.styles.element), source.pictures, _has_thai_numbers(section))
    day = f"datetime(year: {made_on.year}, month: {made_on.month}, day: {made_on.day})"
    source.text = "".join(
        (
            f"#set document(title: {literal(title)}, date: {day})\n",
            SET,
            _page(section, writer),
            writer.blocks(document.element.body, document.part),
        )
    )
    return source


def _page(section: Any, writer: "_Writer") -> str:
    sides = {
        "left": section.left_margin,
        "right": section.right_margin,
        "top": section.top_margin,
        "bottom": section.bottom_margin,
    }
    margins = ", ".join(f"{side}: {points(length.pt)}" for side, length in sides.items())
    size = f"width: {points(section.page_width.pt)}, height: {points(section.page_height.pt)}"
    header = writer.blocks(section.header._element, section.header.part)
    footer = writer.blocks(section.footer._element, section.footer.part)
    reach = f"header-ascent: {points(10)}, footer-descent: {points(10)}"
    return f"#set page({size}, margin: ({margins}), {reach}, header: [{header}], footer: [{footer}])\n"


@dataclass
class _Writer:
    styles: Styles
    pictures: dict[str, bytes]
    has_thai_numbers: bool
    room: float | None = None  # points across the cell that is written; None outside of tables

    def blocks(self, parent: Any, part: Any) -> str:
        """Return the paragraphs and tables of a body, a cell, a header or a footer."""
        return "".join(self._block(child, part) for child in parent)

    def _block(self, element: Any, part: Any) -> str:
        if element.tag == f"{W}p":
            look = self.styles.paragraph(element)
            words = "".join(self._runs(element, look, part))
            # A new page cannot begin inside of a paragraph here: it begins after it.
            breaks = any(each.get(f"{W}type") == "page" for each in element.iter(f"{W}br"))
            return (paragraph(look, words) if words or not breaks else "") + (
                "#pagebreak()\n" if breaks else ""
            )
        if element.tag == f"{W}tbl":
            return drawn_table(element, lambda cell, room: replace(self, room=room).blocks(cell, part))
        if element.tag == f"{W}sdt":
            content = element.find(f"{W}sdtContent")
            return "" if content is None else self.blocks(content, part)
        return ""

    def _runs(self, parent: Any, look: Look, part: Any) -> Iterator[str]:
        for child in parent:
            if child.tag == f"{W}r":
                yield from self._run(child, look, part)
            elif child.tag == f"{W}fldSimple" and "PAGE" in child.get(f"{W}instr", ""):
                is_thai = self.has_thai_numbers or "Thai" in child.get(f"{W}instr", "")
                yield f"#context {{ {'thai' if is_thai else 'str'}(counter(page).get().first()) }};"
            elif child.tag in (f"{W}hyperlink", f"{W}ins", f"{W}smartTag", f"{W}fldSimple"):
                yield from self._runs(child, look, part)

    def _run(self, run: Any, look: Look, part: Any) -> Iterator[str]:
        own = self.styles.run(look, run)
        for piece in run:
            if piece.tag == f"{W}t":
                yield worded(piece.text or "", own, look, self.room, is_alone=_is_alone(run))
            elif piece.tag == f"{W}tab":
                yield f"#h({points(TAB)});"
            elif piece.tag == f"{W}br":
                yield "" if piece.get(f"{W}type") == "page" else "#linebreak();"
            elif piece.tag == f"{W}drawing":
                yield from self._pictures(piece, part)

    def _pictures(self, drawing: Any, part: Any) -> Iterator[str]:
        for blip in drawing.iter(f"{A}blip"):
            image = part.related_parts.get(blip.get(f"{R}embed"))
            extent = next(drawing.iter(f"{WP}extent"), None)
            if image is None or extent is None:
                continue
            name = image.partname.rsplit("/", 1)[-1]
            self.pictures[name] = image.blob
            width, height = (points(int(extent.get(side)) / EMU_PER_POINT) for side in ("cx", "cy"))
            yield f"#box(image({literal(name)}, width: {width}, height: {height}));"


def _is_alone(run: Any) -> bool:
    """Return whether a run holds all the words of its paragraph."""
    before, after = run.getprevious(), run.getnext()
    return after is None and (before is None or before.tag == f"{W}pPr")


def _has_thai_numbers(section: Any) -> bool:
    """Return whether the pages of a section are numbered ๑ ๒ ๓."""
    numbers = section._sectPr.find(f"{W}pgNumType")
    return numbers is not None and numbers.get(f"{W}fmt") == "thaiNumbers"
