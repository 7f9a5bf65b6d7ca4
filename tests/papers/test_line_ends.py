"""In the narrow tables of papers lines end between words and names, and a PDF still says exactly what was put in."""

import subprocess

import typst

from documents.papers.as_pdf import FONTS
from documents.papers.typst_words import worded
from documents.papers.word_styles import Look

NAMES = (
    "งานขยายจราจร หมายเลข 3349 ตอนควบคุม 0100 หนองควง-หนองหญ้าปล้อง",
    "ขุดลอกคลองสังเวช หมู่ที่ 2,4 บ้านดอนโน, บ้านดอนคดี ตำบลแหลมผักเบี้ย อำเภอบ้านแหลม",
    "กระทรวงมหาดไทย สำนักงานโยธาธิการและผังเมืองจังหวัดเพชรบุรี (แล้วเสร็จ)",
)
WHOLE = ("หนองหญ้าปล้อง", "บ้านดอนคดี", "แหลมผักเบี้ย", "บ้านแหลม", "กระทรวง", "โยธาธิการ", "(แล้วเสร็จ)", "เพชรบุรี")


def lines_of(column: str) -> list[str]:
    """Return the lines into which a column as wide as `column` cuts the names."""
    cells = "\n".join(f"#block(width: {column})[{worded(name, Look(), Look())}]" for name in NAMES)
    source = f'#set text(font: "Sarabun Papers", size: 9pt, lang: "th", hyphenate: false)\n{cells}'
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
    pdf = typst.Compiler(input={"main.typ": source.encode()}, font_paths=fonts).compile(format="pdf")
    found = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
    return found.stdout.decode().split("\n")


def test_no_name_is_torn_in_a_narrow_column():
    for column in ("2.4cm", "3.1cm", "4.5cm"):
        lines = lines_of(column)
        assert [word for word in WHOLE if not any(word in line for line in lines)] == []
        assert "".join("".join(lines).split()).replace("\f", "") == "".join("".join(NAMES).split())
