"""report keying and report keyed: the fields of the central systems' screens, and which sheet was keyed last."""

import csv
from pathlib import Path

import click
from flask.cli import with_appcontext

from commands.house import current_house, the_province
from commands.refuse import refuse
from documents.papers.keying import NAME
from documents.papers.keying_fields import SOURCES, choose_fields, fields_of, note_keyed
from models.paper import paper_coded
from models.province import Province
from thai.keying import SYSTEMS

HEADING = ["field", "source"]
_province = click.option("--province", help="The province; may be left out where there is only one.")


@click.command("keying-fields")
@click.argument("system", type=click.Choice(list(SYSTEMS)))
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--forget", is_flag=True, help="Go back to the fields that come with the bot.")
@_province
@with_appcontext
def keying_fields(system: str, file: Path | None, forget: bool, province: str | None) -> None:
    """List the fields of SYSTEM's keying sheet, or take them from FILE: a CSV of field,source in the screen's order.

    A source is a figure that the bot has, or by_hand for a field that only people know.
    """
    wanted = None if file is None else _read(file)
    house = current_house()
    with house.db.write() as session:
        home = the_province(session, province)
        if forget or wanted is not None:
            try:
                choose_fields(home, system, None if forget else wanted)
            except ValueError as error:
                refuse(f"FILE: {error} cannot be; a source is one of: {', '.join(SOURCES)}")
        fields = fields_of(home, system)
    print("\n".join(f"{label},{source}" for label, source in fields))


@click.command("keyed")
@click.argument("code")
@click.argument("systems", nargs=-1, type=click.Choice(list(SYSTEMS)))
@with_appcontext
def keyed(code: str, systems: tuple[str, ...]) -> None:
    """Note that the sheet with CODE was keyed into SYSTEMS, or into all: the next sheet tells what changed since."""
    house = current_house()
    with house.db.write() as session:
        paper = paper_coded(session, code)
        if paper is None or paper.form != NAME:
            refuse(f"CODE: no keying sheet has the code {code!r}")
        note_keyed(session.get_one(Province, paper.province_id), systems or tuple(SYSTEMS), paper.code)
        said = paper.code
    print(f"{said}: keyed into {', '.join(systems or SYSTEMS)}")


def _read(file: Path) -> list[tuple[str, str]]:
    try:
        with file.open(encoding="utf-8-sig", newline="") as source:
            rows = [[cell.strip() for cell in row] for row in csv.reader(source) if any(row)]
    except (OSError, UnicodeDecodeError, csv.Error):
        refuse(f"FILE: {file} cannot be read as a UTF-8 CSV")
    if rows and rows[0] == HEADING:
        rows = rows[1:]
    if not rows or any(len(row) != len(HEADING) for row in rows):
        refuse(f"FILE: each line is {','.join(HEADING)}")
    return [(label, source) for label, source in rows]
