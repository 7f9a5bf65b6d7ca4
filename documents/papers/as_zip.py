"""Many documents in one .zip: a letter for each agency, a report for each activity, data files; the same bytes each time."""

import io
import re
import zipfile
from datetime import date
from typing import Any

from documents.papers.as_docx import ZIP_EPOCH, docx_of
from documents.papers.as_pdf import pdf_of
from documents.papers.form import Form
from documents.papers.pictures import Pictures

LONGEST_NAME = 60
NOT_IN_NAMES = re.compile(r"[^\w\u0E00-\u0E7F.-]+")


def zip_of(
    form: Form, context: dict[str, Any], template: bytes, title: str, made_on: date, pictures: Pictures
) -> dict[str, bytes]:
    """Return the files of the .zip by name: each document of a split form as Word and PDF, then its loose files."""
    files: dict[str, bytes] = {}
    for no, entry in enumerate(context[form.split] if form.split else (), start=1):
        name = file_name(f"{no:02d}-{entry['file']}")
        docx = docx_of(template, {**context, form.split: [entry]}, title, made_on, pictures)
        files[f"{name}.docx"], files[f"{name}.pdf"] = docx, pdf_of(docx, title, made_on)
    return files | (form.loose(context) if form.loose else {})


def packed(files: dict[str, bytes]) -> bytes:
    """Return the .zip, its files in their order and with a fixed time."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, ZIP_EPOCH)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            out.writestr(entry, data)
    return content.getvalue()


def file_name(words: str) -> str:
    """Return words as the name of a file: Thai stays, whatever a folder cannot hold becomes "-"."""
    return NOT_IN_NAMES.sub("-", words)[:LONGEST_NAME].strip("-.")
