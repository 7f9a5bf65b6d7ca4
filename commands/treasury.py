"""import-treasury: an export of the treasury's system, kept beside what officers report."""

import hashlib
import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import click
from flask.cli import with_appcontext
from sqlalchemy.orm import Session

from commands.columns import (
    columns_told,
    day_of,
    hidden_hint,
    learned_by,
    reading_options,
    remember_told,
    write_annotated,
)
from commands.house import current_house, the_province
from commands.refuse import refuse
from documents.checks_words import place, sentence
from documents.plan_preview import doubt_line
from documents.refusals import PlanFileRefused
from documents.treasury_file import TreasuryReading, read_treasury
from documents.treasury_outcome import TreasuryOutcome, keep_treasury, look_at
from documents.vocabulary import fields_of
from i18n import LANGUAGES, _, speaking
from models.plan import activities, activity_numbered, current_year
from models.reconciliation import refresh_gaps
from models.treasury import MatchedBy, line_key, say_match
from thai.writing import baht

KIND = "treasury"
PROVINCE_HELP = "The province; may be left out where there is only one."


@click.command("import-treasury")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--as-of", required=True, help="The day of the figures, such as 2021-03-31.")
@click.option("--province", help=PROVINCE_HELP)
@click.option(
    "--year", "year_be", type=int, metavar="BE", help="The plan's fiscal year; by default this one."
)
@click.option("--dry-run", is_flag=True, help="Only print what the import would do.")
@reading_options
@click.option(
    "--match", "matches", multiple=True, metavar="ROW=NO", help="Say that a row is activity NO (0: none)."
)
@click.option("--json", "as_json", is_flag=True, help="Print as JSON; money is satang.")
@click.option(
    "--language", type=click.Choice(LANGUAGES), default="th", show_default=True, help="Of what is printed."
)
@with_appcontext
def import_treasury(
    file: Path,
    as_of: str,
    province: str | None,
    year_be: int | None,
    dry_run: bool,
    columns: tuple[str, ...],
    hidden: str | None,
    annotated: Path | None,
    matches: tuple[str, ...],
    as_json: bool,
    language: str,
) -> None:
    """Read an export of the treasury's system (.xlsx .xls .ods .csv) and keep it as a snapshot of a day.

    Lines are matched by budget code; others are listed with the activities that they may be, to be confirmed with
    --match or in the chat. Reports are never changed. While a line cannot be read nothing is stored, and the status is 2.
    """
    house = current_house()
    day, now = day_of("--as-of", as_of), house.clock.now()
    with speaking(language):
        told = columns_told(columns, fields_of(KIND))
        with house.db.read() as session:
            home = the_province(session, province)
            learned = learned_by(session, home.name, [KIND], told, hidden)
            year = year_be or current_year(session, home.id, day)
        try:
            reading = read_treasury(file, learned)
        except PlanFileRefused as error:
            refuse(error.reason)
        write_annotated(annotated, file, reading)
        is_refused = bool(reading.doubts) or not reading.rows
        with house.db.read() if dry_run or is_refused else house.db.write() as session:
            outcome = look_at(session, home.id, year, reading)
            if not dry_run and not is_refused:
                said = list(_said(session, home.id, year, reading, matches))
                outcome = _keep(session, home.id, year, day, reading, file, said, now)
                if told:
                    remember_told(session, home.name, KIND, told, reading.columns, now)
        is_stored = not dry_run and not is_refused
        if as_json:
            print(json.dumps(_in_json(outcome, is_stored), ensure_ascii=False))
        else:
            print("\n".join(_in_words(outcome)))
        if is_refused and not dry_run:
            refuse(_("Nothing was stored: {count} lines cannot be read.").format(count=len(reading.doubts)))


def _keep(
    session: Session,
    province_id: int,
    year_be: int,
    day: date,
    reading: TreasuryReading,
    file: Path,
    said: list[tuple[str, int | None]],
    now: datetime,
) -> TreasuryOutcome:
    """Keep the export and what was said of its lines, and see where officers say otherwise."""
    sha256 = hashlib.sha256(file.read_bytes()).hexdigest()
    outcome = keep_treasury(
        session, province_id, year_be, day, reading, file_name=file.name, sha256=sha256, now=now
    )
    for key, activity_id in said:
        say_match(session, province_id, year_be, key, activity_id, now=now, by=None)
    refresh_gaps(session, activities(session, province_id, year_be), day)
    return look_at(session, province_id, year_be, reading) if said else outcome


def _said(
    session: Session, province_id: int, year_be: int, reading: TreasuryReading, matches: tuple[str, ...]
) -> Iterator[tuple[str, int | None]]:
    rows = {row.row: row for row in reading.rows}
    for option in matches:
        row, _sign, no = option.partition("=")
        line = rows.get(int(row)) if row.isdecimal() else None
        activity = activity_numbered(session, province_id, year_be, int(no)) if no.isdecimal() else None
        if line is None or (activity is None and no != "0"):
            refuse(_("--match: such as 12=13, a row of the file and an activity of the plan"))
        yield line_key(line.code, line.name, line.agency), activity.id if activity else None


def _in_words(outcome: TreasuryOutcome) -> Iterator[str]:
    reading = outcome.reading
    yield _("{count} lines, {amount} disbursed").format(
        count=len(reading.rows), amount=baht(reading.disbursed_satang)
    )
    if outcome.is_known:
        yield _("This very file was imported before.")
    yield _("by budget code: {count}").format(count=outcome.by(MatchedBy.CODE))
    yield _("as somebody confirmed before: {count}").format(count=outcome.by(MatchedBy.PERSON))
    for each in outcome.to_ask:
        names = " / ".join(f"{known.no} {known.name}" for known in each.candidates)
        yield _("Row {row} “{name}”, {amount}: is it activity {names}? (--match {row}=NO)").format(
            row=each.row.row, name=each.row.name, amount=baht(each.row.disbursed_satang), names=names
        )
    for each in outcome.unmatched:
        if not each.candidates:
            yield _("Row {row} “{name}”, {amount}: no activity of the plan").format(
                row=each.row.row, name=each.row.name, amount=baht(each.row.disbursed_satang)
            )
    yield from (f"{place(each)}: {sentence(each)}" for each in reading.differences)
    yield from (note.text for note in reading.notes)
    yield from map(doubt_line, reading.doubts)
    yield from hidden_hint(reading)


def _in_json(outcome: TreasuryOutcome, is_stored: bool) -> dict[str, object]:
    return {
        "stored": is_stored and not outcome.is_known,
        "known": outcome.is_known,
        "lines": [
            {
                **vars(each.row),
                "activity_id": each.activity_id,
                "matched_by": str(each.by) if each.by else None,
                "candidates": [known.no for known in each.candidates],
            }
            for each in outcome.matched
        ],
        "differences": [f"{place(each)}: {sentence(each)}" for each in outcome.reading.differences],
        "doubts": [doubt_line(each) for each in outcome.reading.doubts],
    }
