"""In the narrow tables of papers lines end between words and names, and a PDF still says exactly what was put in."""

import re
import subprocess

import typst

from documents.papers.as_pdf import FONTS
from documents.papers.typst_words import worded
from documents.papers.word_styles import Look
from thai.line_words import line_words

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


def test_a_number_stays_with_what_it_counts():
    for text in (
        "ยังไม่เบิกจ่าย จำนวน ๑๘,๐๐๐,๐๐๐ บาท",
        "ประกอบด้วย 2 โครงการ 23 กิจกรรม",
        "ล่าช้า 14 วัน นาน 87 วันทำการ",
    ):
        pieces = list(line_words(text))
        assert "".join(pieces) == text
        counted = [piece for piece in pieces if re.match("[0-9๐-๙]", piece)]
        assert counted == re.findall(r"[0-9๐-๙,]+ [ก-๎]+", text)


def test_a_number_is_not_tied_to_a_word_that_only_begins_so():
    assert "37 " in "".join(line_words("หมายเลข 37 บาทวิถี")) and "37 บาทวิถี" not in list(
        line_words("หมายเลข 37 บาทวิถี")
    )


def test_a_name_that_is_wider_than_its_column_does_not_stick_out_of_it():
    size, column = Look(size=12), 39.7  # points: a column of 1.4 cm
    narrow = worded("พระนครศรีอยุธยา", size, size, column - 8)
    wide = worded("พระนครศรีอยุธยา", size, size, column * 3)
    assert "#box" not in narrow and wide == '#box("พระนครศรีอยุธยา");'


def test_a_name_too_wide_for_its_column_is_taken_apart_between_its_words():
    assert "ทางหลวงหมายเลข" in list(line_words("สายแยกทางหลวงหมายเลข 37"))
    assert list(line_words("สายแยกทางหลวงหมายเลข", 9)) == ["สาย", "แยก", "ทางหลวง", "หมายเลข"]
