"""import-people: posts and join codes from a list of staff, as a list to be printed."""

import json
from pathlib import Path

import click
from flask.cli import with_appcontext

from commands.columns import (
    columns_told,
    hidden_hint,
    learned_by,
    reading_options,
    remember_told,
    write_annotated,
)
from commands.house import current_house, the_province
from commands.refuse import refuse
from documents.people_codes import people_workbook
from documents.people_list import PeopleReading, read_people
from documents.people_outcome import PeopleOutcome, code_words, invite_people
from documents.plan_preview import doubt_line
from documents.refusals import PlanFileRefused
from documents.vocabulary import fields_of
from i18n import LANGUAGES, _, speaking
from models.plan import current_year

KIND = "people"


@click.command("import-people")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--province", help="The province; may be left out where there is only one.")
@click.option("--dry-run", is_flag=True, help="Only print what the import would do.")
@click.option(
    "--out", type=click.Path(path_type=Path), help="Also write the list of codes to this .xlsx, for printing."
)
@reading_options
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
@click.option(
    "--language", type=click.Choice(LANGUAGES), default="th", show_default=True, help="Of what is printed."
)
@with_appcontext
def import_people(
    file: Path,
    province: str | None,
    dry_run: bool,
    out: Path | None,
    columns: tuple[str, ...],
    hidden: str | None,
    annotated: Path | None,
    as_json: bool,
    language: str,
) -> None:
    """Read a list of staff (.xlsx .xls .ods .csv: name, post, agency, activities, telephone) and print a code for each.

    Codes are shown once and kept nowhere. Who has joined, or has a code that still works, gets none. Rows that do not
    fit the plan are named and left out; then the status is 2, and the codes of the other rows are printed all the same.
    """
    house = current_house()
    now = house.clock.now()
    with speaking(language):
        told = columns_told(columns, fields_of(KIND))
        with house.db.read() as session:
            home = the_province(session, province)
            learned = learned_by(session, home.name, [KIND], told, hidden)
        try:
            reading = read_people(file, learned)
        except PlanFileRefused as error:
            refuse(error.reason)
        write_annotated(annotated, file, reading)
        with house.db.read() if dry_run else house.db.write() as session:
            year_be = current_year(session, home.id, now.date())
            outcome = invite_people(session, home.id, year_be, reading.only_clear(), now, is_dry_run=dry_run)
            if told and not dry_run and reading.rows:
                remember_told(session, home.name, KIND, told, reading.columns, now)
        if out is not None:
            out.write_bytes(people_workbook(home.name, outcome.invited))
        print(json.dumps(_in_json(outcome), ensure_ascii=False) if as_json else _in_words(outcome, reading))
        if outcome.doubts:
            refuse(_("Rows that could not be read: {count}").format(count=len(outcome.doubts)))


def _in_words(outcome: PeopleOutcome, reading: PeopleReading) -> str:
    lines = [
        f"{code_words(each)}  {each.row.name} · {each.row.post or each.row.role} · {each.agency or '-'}"
        for each in outcome.invited
    ]
    lines += [note.text for note in reading.notes]
    return "\n".join([*lines, *map(doubt_line, outcome.doubts), *hidden_hint(reading)])


def _in_json(outcome: PeopleOutcome) -> dict[str, object]:
    return {
        "people": [
            {
                "name": each.row.name,
                "role": str(each.row.role),
                "post": each.row.post,
                "agency": each.agency,
                "activities": list(each.row.numbers),
                "phone": each.row.phone,
                "code": each.code or None,
                "joined": each.is_joined,
            }
            for each in outcome.invited
        ],
        "doubts": [
            {"sheet": each.sheet, "row": each.row, "code": str(each.code), "reason": each.reason}
            for each in outcome.doubts
        ],
    }
