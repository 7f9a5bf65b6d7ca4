"""Fills a .docx template: the same data in the same template give the same bytes."""

import io
import zipfile
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from documents.papers.pictures import Pictures, chart_filter, no_pictures, picture_filter
from documents.papers.sandbox import sandbox

if TYPE_CHECKING:
    from docx.opc.coreprops import CoreProperties

# A template with this among its keywords (in Word: File, Info, Tags) is filled with Thai digits.
THAI_DIGITS = "thai-digits"
ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)


def docx_of(
    template: bytes, context: dict[str, Any], title: str, made_on: date, pictures: Pictures = no_pictures
) -> bytes:
    """Return the document; `template` was checked when it was chosen."""
    from docxtpl import DocxTemplate

    document = DocxTemplate(io.BytesIO(template))
    document.init_docx()
    properties = document.docx.core_properties
    thai_digits = THAI_DIGITS in (properties.keywords or "").lower()
    # Their own words would be filled in as if they were fields.
    properties.title = properties.comments = properties.subject = properties.author = ""
    environment = sandbox(thai_digits)
    environment.filters["picture"] = picture_filter(document, pictures)
    environment.filters["chart"] = chart_filter(document)
    document.render(context, jinja_env=environment, autoescape=True)
    _describe(document.docx.core_properties, title, made_on)
    unsteady = io.BytesIO()
    document.save(unsteady)
    return _steady(unsteady.getvalue())


def _describe(properties: "CoreProperties", title: str, made_on: date) -> None:
    moment = datetime.combine(made_on, time())
    properties.title, properties.author, properties.last_modified_by = title, "", ""
    properties.created = properties.modified = properties.last_printed = moment
    properties.revision = 1


def _steady(content: bytes) -> bytes:
    """Pack the parts again in a fixed order and with a fixed time."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as out,
    ):
        # Word wants the list of types first.
        for name in sorted(source.namelist(), key=lambda each: (each != "[Content_Types].xml", each)):
            entry = zipfile.ZipInfo(name, ZIP_EPOCH)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            out.writestr(entry, source.read(name))
    return packed.getvalue()
