"""An office's own template: its fields are filled, what it gets wrong is named, and what would do harm is refused."""

import io
import zipfile
from datetime import date

import pytest

from documents.papers.as_docx import docx_of
from documents.papers.as_pdf import pdf_of
from documents.papers.made import full_context, written
from documents.papers.results_form import FORM
from documents.papers.template_check import check_template
from documents.papers.template_file import TemplateRefused, Why
from tests.papers.read_back import words_of_docx
from tests.papers.templates import cut_up, part_of, template, with_part

DAY = date(2021, 4, 30)
CONTEXT = full_context(FORM, FORM.sample(), "BCDF-GHJK", DAY)
DOCUMENT = "word/document.xml"


def refused(content: bytes) -> TemplateRefused:
    with pytest.raises(TemplateRefused) as error:
        check_template(content, CONTEXT)
    assert error.value.reason, "it says why, in a sentence"
    return error.value


def filled(content: bytes) -> str:
    check_template(content, CONTEXT)
    return words_of_docx(docx_of(content, CONTEXT, "ชื่อ", DAY))


def test_fields_are_filled_however_word_cut_them():
    assert "จังหวัดเพชรบุรี ปี 2564" in filled(template("จังหวัด{{ province }} ปี {{ year_be }}"))
    assert "เพชรบุรี" in filled(cut_up("{{ province }}"))


def test_words_that_look_like_xml_or_fields_stay_words():
    said = {**CONTEXT, "province": "ก & <w:p/> {{ year_be }} {% x %}"}
    found = words_of_docx(docx_of(template("{{ province }}"), said, "ชื่อ", DAY))
    assert "ก & <w:p/> {{ year_be }} {% x %}" in found


def test_a_template_says_by_its_tags_that_it_wants_thai_digits():
    from docx import Document

    document = Document(
        io.BytesIO(template("{{ budget_satang|baht }} · {{ year_be|arabic }} · {{ paper.code }}"))
    )
    document.core_properties.keywords = "Thai-Digits"
    content = io.BytesIO()
    document.save(content)
    said = filled(content.getvalue())
    assert "๑" in said and "2564" in said and "BCDF-GHJK" in said


def test_fields_that_the_paper_does_not_know_are_all_named():
    error = refused(
        template("{{ provinse }}", "{%p for p in projects %}", "{{ p.nmae }} {{ p.no }}", "{%p endfor %}")
    )
    assert (error.why, error.what) == (Why.UNKNOWN, "p.nmae, provinse")


def test_a_field_that_cannot_be_read_is_shown():
    error = refused(template("งบ {{ budget_satang|baht"))
    assert error.why is Why.UNREADABLE


@pytest.mark.parametrize(
    "words",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ province.__init__ }}",
        "{{ province.upper() }}",
        "{{ projects|attr('append') }}",
        "{{ 'a' * 1000000000 }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ province|replace('a', province) }}",
        "{% for i in range(100000) %}{{ i }}{% endfor %}",
        "{% include 'secrets' %}",
        "{% import 'os' as os %}",
        "{% set x = province %}{{ x }}",
        "{% macro m() %}x{% endmacro %}",
        "{% for a in projects %}{% for b in projects %}{% for c in projects %}{% for d in projects %}x"
        "{% endfor %}{% endfor %}{% endfor %}{% endfor %}",
    ],
)
def test_whatever_reaches_out_or_grows_is_refused(words):
    assert refused(template(words)).why in (Why.FORBIDDEN, Why.UNREADABLE)


def test_files_that_are_no_documents_or_run_something_are_refused():
    plain = template("{{ province }}")
    assert refused(b"no zip").why is Why.NO_WORD_FILE
    assert refused(b"\0" * (6 * 1024 * 1024)).why is Why.TOO_LARGE
    assert refused(with_part(plain, "word/vbaProject.bin", b"x")).why is Why.ACTIVE
    assert refused(with_part(plain, "word/embeddings/oleObject1.bin", b"x")).why is Why.ACTIVE
    rels = part_of(plain, "word/_rels/document.xml.rels")
    remote = (
        b'<Relationship Id="rX" Type="http://x/attachedTemplate" Target="http://x" TargetMode="External"/>'
    )
    outside = rels.replace(b"</Relationships>", remote + b"</Relationships>")
    assert refused(with_part(plain, "word/_rels/document.xml.rels", outside)).why is Why.ACTIVE
    body = part_of(plain, DOCUMENT)
    entity = body.replace(
        b"<w:document", b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document', 1
    )
    assert refused(with_part(plain, DOCUMENT, entity)).why is Why.ACTIVE
    fetching = body.replace(
        b"<w:sectPr", b"<w:p><w:r><w:instrText>INCLUDETEXT x</w:instrText></w:r></w:p><w:sectPr", 1
    )
    assert refused(with_part(plain, DOCUMENT, fetching)).why is Why.ACTIVE


def test_a_zip_bomb_is_refused_before_it_is_unpacked():
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("[Content_Types].xml", b"")
        out.writestr(DOCUMENT, b"\0" * (60 * 1024 * 1024))
    assert refused(bomb.getvalue()).why is Why.TOO_LARGE


def test_a_replaced_template_makes_the_pdf_as_well():
    own = template("แบบของสำนักงานจังหวัด{{ province }}")
    pdf = written(FORM, FORM.sample(), own, "BCDF-GHJK", DAY, "pdf")
    assert pdf.startswith(b"%PDF")


def test_a_photo_is_shown_in_word_and_pdf_without_what_the_camera_wrote():
    from PIL import Image

    taken, exif = io.BytesIO(), Image.Exif()
    exif[0x010F] = "SECRET-CAMERA"
    Image.new("RGB", (3000, 2000), "#336699").save(taken, "JPEG", exif=exif)
    own = template("{{ paper.code|picture(6) }}")
    check_template(own, CONTEXT)
    docx = docx_of(own, CONTEXT, "ชื่อ", DAY, lambda _sha256: taken.getvalue())
    with zipfile.ZipFile(io.BytesIO(docx)) as parts:
        shown = [parts.read(name) for name in parts.namelist() if name.startswith("word/media/")]
    assert len(shown) == 1 and b"SECRET" not in shown[0] and len(shown[0]) < 100_000
    pdf = pdf_of(docx, "ชื่อ", DAY)
    assert b"/Image" in pdf
    assert docx == docx_of(own, CONTEXT, "ชื่อ", DAY, lambda _sha256: taken.getvalue())


def test_a_photo_that_is_gone_or_no_picture_leaves_a_grey_field():
    for content in (None, b"no picture"):
        docx = docx_of(
            template("{{ paper.code|picture }}"), CONTEXT, "ชื่อ", DAY, lambda _sha, found=content: found
        )
        assert pdf_of(docx, "ชื่อ", DAY).startswith(b"%PDF")


def test_a_picture_that_a_template_names_itself_is_each_documents_own():
    from PIL import Image

    own = template('{{ "aa"|picture(6) }}')
    media = []
    for colour in ("#336699", "#993333"):
        file = io.BytesIO()
        Image.new("RGB", (300, 200), colour).save(file, "JPEG")
        docx = docx_of(own, CONTEXT, "ชื่อ", DAY, {"aa": file.getvalue()}.get)
        with zipfile.ZipFile(io.BytesIO(docx)) as parts:
            media.append([parts.read(name) for name in parts.namelist() if name.startswith("word/media/")])
    assert len(media[0]) == len(media[1]) == 1 and media[0] != media[1]


def test_a_template_with_thai_digits_and_its_twin_without_do_not_take_each_others_looks():
    plain = template("ปี {{ year_be }}")
    thai = template("ปี {{ year_be }}", keywords="thai-digits")
    for _time in range(2):
        assert "ปี 2564" in filled(plain)
        assert "ปี ๒๕๖๔" in filled(thai)
