"""What an office decides about its papers: names, its own words, its own templates; and a look at all forms."""

from datetime import date
from pathlib import Path

import click
from flask.cli import with_appcontext

from commands.house import current_house, the_province
from commands.refuse import refuse
from commands.report_values import the_form, the_section, year_of
from documents.papers.form import Form
from documents.papers.forms import FORMS
from documents.papers.known import choose_name, names_of
from documents.papers.template_file import TemplateRefused
from i18n import speaking
from models.paper_template import EVERY_YEAR, choose_template, chosen_template, forget_choice, template_kept
from models.paper_text import paper_texts, set_paper_text
from thai.paper_phrases import NAMES

SAMPLE_CODE = "BBBB-BBBB"
SAMPLE_DAY = date(2021, 4, 30)
_province = click.option("--province", help="The province; may be left out where there is only one.")


@click.command("name")
@click.argument("key", required=False)
@click.argument("value", required=False)
@click.option("--forget", is_flag=True, help="Go back to the name that the forms print.")
@_province
@with_appcontext
def name(key: str | None, value: str | None, forget: bool, province: str | None) -> None:
    """Set a name that papers print (body, decree, signer …), or list them all."""
    house = current_house()
    if key is not None and key not in NAMES:
        refuse(f"KEY: one of: {', '.join(NAMES)}")
    with house.db.write() as session:
        home = the_province(session, province)
        if key is not None and (forget or value is not None):
            try:
                choose_name(home, key, None if forget else " ".join((value or "").split())[:300])
            except ValueError:
                refuse("VALUE: procurement counts as going or not_begun")
        known = names_of(home)
    print("\n".join(f"{each} = {known[each]}" for each in ([key] if key else NAMES)))


@click.command("text")
@click.argument("form_name", metavar="FORM")
@click.argument("section_name", metavar="SECTION")
@click.argument("words", required=False)
@click.option("--year", required=True, help="The fiscal year in the Buddhist era, such as 2564.")
@click.option("--round", "no", type=click.IntRange(1, 2), help="The round, where the form has rounds.")
@click.option(
    "--file", type=click.Path(path_type=Path), help="Read the words from a UTF-8 file, an item a line."
)
@click.option("--forget", is_flag=True, help="Go back to the draft.")
@_province
@with_appcontext
def text(
    form_name: str,
    section_name: str,
    words: str | None,
    year: str,
    no: int | None,
    file: Path | None,
    forget: bool,
    province: str | None,
) -> None:
    """Word a section of a paper (an item a line), or print what the office wrote."""
    house, year_be, form = current_house(), year_of(year), the_form(form_name)
    section = the_section(form, section_name)
    wanted = _read(file) if file else words
    with house.db.write() as session:
        home = the_province(session, province)
        part = "" if no is None else str(no)
        if forget or wanted is not None:
            set_paper_text(
                session,
                home.id,
                year_be,
                form.name,
                part,
                section.name,
                None if forget else wanted,
                house.clock.now(),
            )
        kept = paper_texts(session, home.id, year_be, form.name, part).get(section.name)
    print(kept if kept is not None else f"{section.name}: a draft, or blank")


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return refuse(f"--file: {file} cannot be read as UTF-8 text")


@click.command("template")
@click.argument("form_name", metavar="FORM")
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--year", help="Only for this fiscal year (BE); else for every year without its own.")
@click.option("--out", type=click.Path(path_type=Path), help="Write the template now in use into a file.")
@click.option("--forget", is_flag=True, help="Go back to the template that comes with the bot.")
@_province
@with_appcontext
def template(
    form_name: str, file: Path | None, year: str | None, out: Path | None, forget: bool, province: str | None
) -> None:
    """Let papers of FORM be made with the office's own .docx FILE; fields that the paper does not know are named."""
    house, form = current_house(), the_form(form_name)
    year_be = year_of(year) if year else EVERY_YEAR
    content = _checked(form, file) if file else None
    with house.db.write() as session:
        home = the_province(session, province)
        if forget:
            forget_choice(session, home.id, form.name, year_be)
        if file and content:
            choose_template(session, home.id, form.name, year_be, content, file.name, house.clock.now())
        choice = chosen_template(session, home.id, form.name, year_be)
        used = template_kept(session, choice.sha256) if choice else _shipped(form)
    if out:
        out.write_bytes(used)
    print(f"{form.name}: {choice.file_name if choice else 'the template that comes with the bot'}")


def _shipped(form: Form) -> bytes:
    from documents.papers.made import shipped_template

    return shipped_template(form)


def _checked(form: Form, file: Path) -> bytes:
    """Return the template's bytes; leaves with status 2 where it is hostile, unreadable or asks for unknown fields."""
    from documents.papers.made import full_context, written
    from documents.papers.template_check import check_template

    try:
        content = file.read_bytes()
    except OSError as error:
        refuse(f"FILE: {file} cannot be read: {error.strerror}")
    try:
        with speaking("th"):
            check_template(content, full_context(form, form.sample(), SAMPLE_CODE, SAMPLE_DAY))
        for kind in ("docx", "pdf"):
            written(form, form.sample(), content, SAMPLE_CODE, SAMPLE_DAY, kind)
    except TemplateRefused as error:
        with speaking("en"):
            refuse(f"FILE: {error.reason}")
    except Exception as error:  # whatever a foreign file makes the writers stumble over
        refuse(f"FILE: no paper could be made with it ({type(error).__name__})")
    return content


@click.command("gallery")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--province", help="Take the templates of this province's office where it has its own.")
@click.option("--year", help="Of this fiscal year (BE).")
@with_appcontext
def gallery(folder: Path, province: str | None, year: str | None) -> None:
    """Write every form with sample data into FOLDER, as .docx, .pdf and .xlsx."""
    from documents.papers.made import written

    house, year_be = current_house(), year_of(year) if year else EVERY_YEAR
    folder.mkdir(parents=True, exist_ok=True)
    for form in FORMS:
        used = _shipped(form)
        if province is not None:
            with house.db.read() as session:
                choice = chosen_template(session, the_province(session, province).id, form.name, year_be)
                used = template_kept(session, choice.sha256) if choice else used
        for kind in form.kinds():
            path = folder / f"{form.name}.{kind}"
            path.write_bytes(written(form, form.sample(), used, SAMPLE_CODE, SAMPLE_DAY, kind))
            print(path)
