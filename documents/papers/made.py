"""Makes an official document: gathers its data in one session, keeps them under a code, and writes the files from them."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from documents.papers.as_docx import docx_of
from documents.papers.as_pdf import pdf_of
from documents.papers.as_xlsx import workbook_of
from documents.papers.as_zip import packed, zip_of
from documents.papers.form import Ask, Cell, Form, Gathered, Value
from documents.papers.forms import form_named
from documents.papers.inputs import from_json, in_json
from documents.papers.pictures import Pictures, no_pictures
from i18n import _, speaking
from models.paper import Made, Paper, record_paper
from models.paper_template import chosen_template, keep_template, template_kept
from thai import writing

TEMPLATES = Path(__file__).parent / "templates"


def make_paper(session: Session, form: Form, ask: Ask, now: datetime, by: int | None = None) -> Paper:
    """Return the document's row, made now unless the very same was made before. Documents are in Thai."""
    with speaking("th"):
        gathered = form.gather(session, ask)
    choice = chosen_template(session, ask.province.id, form.name, ask.year_be)
    sha256 = choice.sha256 if choice else keep_template(session, shipped_template(form), now)
    made = Made(
        province_id=ask.province.id,
        form=form.name,
        as_of=ask.as_of,
        data_version=gathered.data_version,
        inputs=in_json({"context": gathered.context, "drafts": list(gathered.drafts)}),
        template_sha256=sha256,
        asked=ask.in_json(),
        cells={name: [_printed(cell), list(cell.reports)] for name, cell in gathered.cells.items()},
    )
    return record_paper(session, made, now, by)


def write_paper(session: Session, paper: Paper, kind: str, pictures: Pictures = no_pictures) -> bytes:
    """Return the document as docx, pdf or xlsx: from what was kept, so the same bytes each time."""
    return write_from(paper, template_kept(session, paper.template_sha256), kind, pictures)


def write_from(paper: Paper, template: bytes, kind: str, pictures: Pictures = no_pictures) -> bytes:
    """Do the same with the template in hand, when no session need stay open over the work."""
    form = form_named(paper.form)
    if form is None or kind not in form.kinds():
        raise ValueError(f"{paper.form} is not made as {kind}")
    inputs = from_json(paper.inputs)
    gathered = Gathered(inputs["context"], paper.data_version, drafts=tuple(inputs["drafts"]))
    return written(form, gathered, template, paper.code, paper.as_of, kind, pictures)


def written(
    form: Form,
    gathered: Gathered,
    template: bytes,
    code: str,
    as_of: date,
    kind: str,
    pictures: Pictures = no_pictures,
) -> bytes:
    """Return a document of a form in Thai; the day that its files carry is `as_of`."""
    with speaking("th"):
        title, context = form.title(), full_context(form, gathered, code, as_of)
        if kind == "xlsx" and form.sheets:
            return workbook_of(form.sheets(gathered.context), title, footer(context["paper"]), as_of)
        if kind == "zip":
            return packed(zip_of(form, context, template, title, as_of, pictures))
        docx = docx_of(template, context, title, as_of, pictures)
        return docx if kind == "docx" else pdf_of(docx, title, as_of)


def full_context(form: Form, gathered: Gathered, code: str, as_of: date) -> dict[str, Any]:
    """Return what a template sees: the form's own data, and of every paper its code, day, data version and drafts."""
    drafts = [section for section in form.sections if section.name in gathered.drafts]
    paper = {
        "title": form.title(),
        "code": code,
        "as_of": as_of,
        "data_version": gathered.data_version,
        "is_draft": bool(drafts),
        "drafts": ", ".join(section.no for section in drafts),
    }
    return {**gathered.context, "paper": paper}


def shipped_template(form: Form) -> bytes:
    """Return the template that comes with the bot."""
    return (TEMPLATES / f"{form.name}.docx").read_bytes()


def footer(paper: dict[str, Any]) -> str:
    """Return the line by which a figure can be traced."""
    return _("Code {code} · figures as of {date} · data version {version}").format(
        code=paper["code"], date=writing.long_date(paper["as_of"]), version=paper["data_version"]
    )


def _printed(cell: Cell) -> Value:
    return cell.value if isinstance(cell.value, int | str | None) else str(cell.value)
