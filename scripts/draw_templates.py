"""Draws the shipped templates as Word documents: python -m scripts.draw_templates [--check].

Written in documents/papers/templates/*.txt (the marks are in scripts/template_markup.py), drawn beside them. The
fonts are those that offices have: TH SarabunPSK, 16 points, margins of 3 cm on the left and 2 cm on the right.
"""

import io
import re
import sys
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from scripts.template_markup import Line, Table, Template, pieces, read_template

TEMPLATES = Path(__file__).parent.parent / "documents" / "papers" / "templates"
EVERY_PAGE = TEMPLATES / "every-page.txt"
FONT, SIZE = "TH SarabunPSK", 16
CENTRE, RIGHT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT
TABLE_STYLES, SECOND_COPY = ("Normal Table", "Table Grid"), "/stylesWithEffects"
# Twips, in the order that Word wants: as PDFs have it, which gives figures more room and tone marks air above.
AROUND_CELLS = {"top": 40, "left": 80, "bottom": 40, "right": 80}
THUMBNAIL = "docProps/thumbnail.jpeg"
THUMBNAIL_LINK = re.compile(rb"<Relationship [^>]*/thumbnail[^>]*/>")
# The same letters go by two names: whoever has the newer one sees the paper as it is meant.
ALSO_NAMED = b'<w:font w:name="TH SarabunPSK"><w:altName w:val="TH Sarabun New"/></w:font>'
ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)


def main() -> None:
    """Draw them all; with --check only say which are not as they are written."""
    stale = []
    for source in sorted(TEMPLATES.glob("*.txt")):
        if source == EVERY_PAGE:
            continue
        content, drawn = draw(source), source.with_suffix(".docx")
        if not drawn.exists() or drawn.read_bytes() != content:
            stale.append(drawn.name)
            if "--check" not in sys.argv:
                drawn.write_bytes(content)
    print("\n".join(stale) or "All templates are as they are written.")
    sys.exit(bool(stale) and "--check" in sys.argv)


def draw(source: Path) -> bytes:
    """Return the template as a .docx; the same text gives the same bytes."""
    template = read_template(source.read_text(encoding="utf-8"))
    every = read_template(EVERY_PAGE.read_text(encoding="utf-8"))
    document = Document()
    _lay_out(document, template)
    _around(document, template, every)
    for block in template.body:
        if isinstance(block, Table):
            _table(document, block)
        else:
            _paragraph(document.add_paragraph(), block)
    _without_ballast(document)
    return _steady(document)


def _lay_out(document: Any, template: Template) -> None:
    size = float(template.settings.get("size", SIZE))
    _set_font(document.styles["Normal"], size)
    for style in document.styles:
        if style.type is WD_STYLE_TYPE.PARAGRAPH and style.name in ("Header", "Footer"):
            _set_font(style, 12)
    document.styles["Normal"].paragraph_format.space_after = Pt(0)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    if "landscape" in template.settings:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin, section.right_margin = Cm(3), Cm(2)
    section.top_margin, section.bottom_margin = Cm(2.5), Cm(2)
    section.header_distance, section.footer_distance = Cm(1.25), Cm(0.9)
    properties = document.core_properties
    properties.title, properties.author = template.settings.get("title", ""), ""
    properties.keywords = "thai-digits" if template.settings.get("digits") == "thai" else ""
    properties.comments = ""


def _set_font(style: Any, size: float) -> None:
    """Name the font and size for Latin and for Thai letters, which Word calls complex script."""
    style.font.name, style.font.size = FONT, Pt(size)
    settings = style.element.get_or_add_rPr()
    fonts = settings.find(qn("w:rFonts"))
    for kind in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{kind}"), FONT)
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    _add(settings, "w:szCs", val=str(int(size * 2)))
    _add(settings, "w:lang", val="en-US", eastAsia="th-TH", bidi="th-TH")


def _add(parent: Any, tag: str, before: str = "", **attributes: str) -> Any:
    """Return the element, made now where it is new; Word wants the elements of a parent in their order."""
    found = parent.find(qn(tag))
    if found is None:
        found, follows = OxmlElement(tag), parent.find(qn(before)) if before else None
        if follows is None:
            parent.append(found)
        else:
            follows.addprevious(found)
    for name, value in attributes.items():
        found.set(qn(f"w:{name}"), value)
    return found


def _around(document: Any, template: Template, every: Template) -> None:
    """Set what stands above and below each page: the template's own, or what stands on every paper."""
    section = document.sections[0]
    if template.settings.get("digits") == "thai":
        # As the section's own format: LibreOffice takes the field's switch for Thai letters (ก ข).
        _add(section._sectPr, "w:pgNumType", before="w:cols", fmt="thaiNumbers")
    lines = (
        (section.header, template.headers or every.headers),
        (section.footer, template.footers or every.footers),
    )
    for place, texts in lines:
        for index, text in enumerate(texts):
            paragraph = place.paragraphs[0] if index == 0 else place.add_paragraph()
            before, page, after = text.partition("{PAGE}")
            _fill(paragraph, Line(">" if before.startswith(">") else "", before.lstrip("> ")))
            if page:
                paragraph._p.append(_page_number())
                _words(paragraph, after)


def _page_number() -> Any:
    field, run, words = (OxmlElement(f"w:{name}") for name in ("fldSimple", "r", "t"))
    field.set(qn("w:instr"), " PAGE ")
    words.text = "1"
    run.append(words)
    field.append(run)
    return field


def _paragraph(paragraph: Any, line: Line, size: float | None = None) -> None:
    if line.mark == "page":
        # One point high: below a table that fills its page it would else begin a page of its own, and leave it empty.
        look = paragraph.paragraph_format
        look.line_spacing_rule, look.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(1)
        run = paragraph.add_run()
        run.font.size = Pt(1)
        run.add_break(WD_BREAK.PAGE)
        return
    _fill(paragraph, line, size)


def _fill(paragraph: Any, line: Line, size: float | None = None) -> None:
    look = paragraph.paragraph_format
    if line.mark in ("===", "==", "^"):
        paragraph.alignment = CENTRE
    elif line.mark == ">":
        paragraph.alignment = RIGHT
    elif line.mark == ".":
        look.first_line_indent = Cm(1.5)
    elif line.mark == "-":
        look.left_indent, look.first_line_indent = Cm(1.5), Cm(-0.7)
    elif line.mark == "~":
        paragraph.alignment, look.left_indent = CENTRE, Cm(7)
    elif line.mark == "#":
        look.space_before, look.keep_with_next = Pt(8), True
    is_bold = line.mark in ("===", "==", "#", "=", "!")
    _words(paragraph, line.text, is_bold, 18 if line.mark == "===" else size)


def _words(paragraph: Any, text: str, is_bold: bool = False, size: float | None = None) -> None:
    for words, is_marked in pieces(text):
        run = paragraph.add_run(words)
        settings = run._r.get_or_add_rPr()
        if is_bold or is_marked:
            run.bold = True
            _add(settings, "w:bCs")
        if size is not None:
            run.font.size = Pt(size)
            _add(settings, "w:szCs", val=str(int(size * 2)))


def _table(document: Any, block: Table) -> None:
    table = document.add_table(
        rows=0, cols=len(block.widths_cm), style="Table Grid" if block.has_lines else None
    )
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    around = _add(table._tbl.tblPr, "w:tblCellMar", before="w:tblLook")
    for side, twips in AROUND_CELLS.items():
        _add(around, f"w:{side}", w=str(twips), type="dxa")
    for column, width in zip(table.columns, block.widths_cm, strict=True):
        column.width = Cm(width)
    for line in block.rows:
        row = table.add_row()
        settings = row._tr.get_or_add_trPr()
        _add(settings, "w:cantSplit")
        if line.mark == "!":
            _add(settings, "w:tblHeader")
        _row(row, line, block)


def _row(row: Any, line: Line, block: Table) -> None:
    cells = list(row.cells)
    for cell, width in zip(cells, block.widths_cm, strict=True):
        cell.width = Cm(width)
    texts = line.cells + [""] * (len(cells) - len(line.cells))
    for index, (cell, text) in enumerate(zip(cells, texts, strict=True)):
        if text == "<":
            continue
        last = index
        while last + 1 < len(texts) and texts[last + 1] == "<":
            last += 1
        target = cell.merge(cells[last]) if last > index else cell
        for number, paragraph in enumerate(text.split("//")):
            place = target.paragraphs[0] if number == 0 else target.add_paragraph()
            _cell(place, paragraph.strip(), line.mark, block.size)


def _cell(place: Any, text: str, mark: str, size: float | None) -> None:
    if text.startswith((">", "^")):
        place.alignment = RIGHT if text[0] == ">" else CENTRE
        text = text[1:].strip()
    elif mark == "!":
        place.alignment = CENTRE
    _words(place, text, mark in ("!", "="), size)


def _without_ballast(document: Any) -> None:
    """Take out the looks of tables that no form has, and Word 2010's second copy of all: nine tenths of each paper."""
    for style in list(document.styles):
        if style.type is WD_STYLE_TYPE.TABLE and style.name not in TABLE_STYLES:
            style.delete()
    for name, link in list(document.part.rels.items()):
        if link.reltype.endswith(SECOND_COPY):
            del document.part.rels[name]


def _steady(document: Any) -> bytes:
    """Return the document's bytes, in a fixed order and with a fixed time."""
    document.core_properties.created = document.core_properties.modified = datetime(2020, 1, 1)  # noqa: DTZ001
    loose, packed = io.BytesIO(), io.BytesIO()
    document.save(loose)
    with zipfile.ZipFile(loose) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as out:
        for name in sorted(source.namelist(), key=lambda each: (each != "[Content_Types].xml", each)):
            if name == THUMBNAIL:
                continue
            content = source.read(name)
            if name == "_rels/.rels":
                content = THUMBNAIL_LINK.sub(b"", content)
            if name == "word/fontTable.xml":
                content = content.replace(b"</w:fonts>", ALSO_NAMED + b"</w:fonts>")
            entry = zipfile.ZipInfo(name, ZIP_EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(entry, content)
    return packed.getvalue()


if __name__ == "__main__":
    main()
