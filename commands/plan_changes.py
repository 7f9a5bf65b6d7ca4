"""import-changes: transfers, reserve projects, cancelled and carried over, as dated changes with their approval."""

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
from documents.changes_outcome import Changed, Refused, bring_in_changes, refused_words, step_words
from documents.plan_changes import read_changes
from documents.plan_preview import doubt_line
from documents.refusals import PlanFileRefused
from documents.vocabulary import fields_of
from i18n import LANGUAGES, _, speaking
from models.plan import current_year

KIND = "changes"


@click.command("import-changes")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--province", help="The province; may be left out where there is only one.")
@click.option(
    "--year", "year_be", type=int, metavar="BE", help="The plan's fiscal year; by default this one."
)
@click.option("--dry-run", is_flag=True, help="Only print what the import would do.")
@reading_options
@click.option("--json", "as_json", is_flag=True, help="Print as JSON; money is satang.")
@click.option(
    "--language", type=click.Choice(LANGUAGES), default="th", show_default=True, help="Of what is printed."
)
@with_appcontext
def import_changes(
    file: Path,
    province: str | None,
    year_be: int | None,
    dry_run: bool,
    columns: tuple[str, ...],
    hidden: str | None,
    annotated: Path | None,
    as_json: bool,
    language: str,
) -> None:
    """Read a list of approved changes: activity, kind, amount, approved on, reference (.xlsx .xls .ods .csv).

    While one row cannot be read or one change cannot be made, nothing is stored and the status is 2. A change that was
    stored before is left as it is. The original budgets stay visible in the history of each activity.
    """
    house = current_house()
    now = house.clock.now()
    with speaking(language):
        told = columns_told(columns, fields_of(KIND))
        with house.db.read() as session:
            home = the_province(session, province)
            learned = learned_by(session, home.name, [KIND], told, hidden)
        try:
            reading = read_changes(file, learned)
        except PlanFileRefused as error:
            refuse(error.reason)
        write_annotated(annotated, file, reading)
        with house.db.write() as session:
            year = year_be or current_year(session, home.id, now.date())
            looked = bring_in_changes(session, home.id, year, reading.rows, now, is_dry_run=True)
            bad = [each for each in looked if each.refused not in (None, Refused.KNOWN)]
            is_stored = not dry_run and not bad and not reading.doubts
            if is_stored:
                bring_in_changes(session, home.id, year, reading.rows, now)
            if told and not dry_run and reading.rows:
                remember_told(session, home.name, KIND, told, reading.columns, now)
        if as_json:
            print(
                json.dumps(
                    {"stored": is_stored, "changes": [_in_json(each) for each in looked]}, ensure_ascii=False
                )
            )
        else:
            print("\n".join(refused_words(each) or step_words(each.step) for each in looked))
            said = [*(note.text for note in reading.notes), *map(doubt_line, reading.doubts)]
            print("\n".join([*said, *hidden_hint(reading)]))
        if bad or reading.doubts:
            refuse(
                _("Nothing was stored: {count} changes cannot be made.").format(
                    count=len(bad) + len(reading.doubts)
                )
            )


def _in_json(changed: Changed) -> dict[str, object]:
    step = changed.step
    return {
        "no": step.no,
        "kind": str(step.kind),
        "amount_satang": step.amount_satang,
        "other_no": step.other_no,
        "decided_on": step.row.decided_on.isoformat(),
        "reference": step.row.reference,
        "refused": str(changed.refused) if changed.refused else None,
    }
