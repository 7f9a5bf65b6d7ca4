"""import-plan: bring a year's plan from a file into the database, or see what that would do."""

import json
from pathlib import Path
from typing import Any, NoReturn

import click
from flask.cli import with_appcontext
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from commands.columns import columns_told, day_of, learned_by, reading_options, remember_told
from commands.house import current_house
from commands.plan_json import in_json
from commands.plan_words import in_words
from commands.refuse import refuse
from documents.learned import Learned
from documents.plan_any import provincial_office, read_plan_or_results
from documents.plan_figures import FIGURES
from documents.plan_file import read_plan
from documents.plan_marks import annotated_plan
from documents.plan_outcome import Outcome, Wish, bring_in
from documents.plan_reading import PlanReading
from documents.plan_words import words
from documents.refusals import PlanFileRefused
from i18n import LANGUAGES, _, speaking
from models.plan_change import Approval
from rules.fiscal_year import BUDDHIST_ERA, last_day

FIRST_YEAR_BE, LAST_YEAR_BE = 2500, 2700
LONGEST_NAME = 100
KIND, PAST = "plan", "results"


@click.command("import-plan")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--province", required=True, help="The province's name; it is made where it is new.")
@click.option(
    "--year", required=True, metavar="BE", help="The fiscal year in the Buddhist era, such as 2564."
)
@click.option("--dry-run", is_flag=True, help="Only print what the import would do.")
@click.option("--accept-doubtful", is_flag=True, help="Import the clear rows and leave those in doubt out.")
@click.option(
    "--as-read", is_flag=True, help="The same, and take rows in doubt that could be read as they were read."
)
@reading_options
@click.option(
    "--results", is_flag=True, help="Also store what the file prints as disbursed and left over: a past year."
)
@click.option("--as-of", help="The day of the results, such as 2017-09-30; by default the year's last day.")
@click.option("--agency", help="Who carries out what a table by strategic issue lists (with --results).")
@click.option("--approved-on", help="When changed budgets were approved, such as 2021-02-15.")
@click.option("--reference", help="The letter or resolution that approved changed budgets.")
@click.option("--json", "as_json", is_flag=True, help="Print as JSON; money is satang.")
@click.option(
    "--language", type=click.Choice(LANGUAGES), default="th", show_default=True, help="Of what is printed."
)
@with_appcontext
def import_plan(file: Path, as_json: bool, language: str, annotated: Path | None, **said: Any) -> None:
    """Read a plan (.xlsx .xls .ods .csv) and add or change its activities, matched by number.

    Prints what is added, changed and left, every doubtful row with sheet, row and reason, and printed totals
    beside the sums. Activities that the file no longer holds are named and kept; blank cells erase nothing.
    While any row is in doubt nothing is stored and the status is 2, unless --accept-doubtful or --as-read says
    otherwise. A total that differs from its sum is shown but stops nothing.
    """
    house = current_house()
    with speaking(language):
        wish = _wish(file, said)
        is_past = wish.results_as_of is not None
        told = columns_told(said["columns"], (*words()["headings"], *FIGURES, *(["name"] if is_past else [])))
        with house.db.read() as session:
            kinds = [KIND, PAST] if is_past else [KIND]
            learned = learned_by(session, wish.province, kinds, told, said["hidden"])
        reading = _read(file, wish, learned, said["agency"])
        if annotated is not None:
            annotated.write_bytes(annotated_plan(file, reading))
        with house.db.read() if wish.is_dry_run else house.db.write() as session:
            outcome = _bring_in(session, wish, reading, house.clock.now())
            if told and not wish.is_dry_run and reading.rows:
                remember_told(session, wish.province, kinds[-1], told, reading.columns, house.clock.now())
        print(json.dumps(in_json(outcome), ensure_ascii=False) if as_json else "\n".join(in_words(outcome)))
        if outcome.is_refused and not wish.is_dry_run:
            _refuse_doubts(outcome)


def _bring_in(session: Session, wish: Wish, reading: PlanReading, now: Any) -> Outcome:
    try:
        return bring_in(session, wish, reading, now)
    except IntegrityError:
        session.rollback()
        refuse(_("Another import was stored in the same moment. Run this one again."))


def _refuse_doubts(outcome: Outcome) -> NoReturn:
    line = _("Nothing was stored: {count} doubtful places. Correct the file, or see import-plan --help.")
    refuse(line.format(count=outcome.doubt_count))


def _wish(file: Path, said: dict[str, Any]) -> Wish:
    year_be = _year_be(said["year"])
    as_of = day_of("--as-of", said["as_of"]) if said["as_of"] else last_day(year_be)
    if said["reference"] and not said["approved_on"]:
        refuse(_("--reference: say with --approved-on when it was approved"))
    approved = day_of("--approved-on", said["approved_on"]) if said["approved_on"] else None
    return Wish(
        file=file.name,
        province=_province(said["province"]),
        year_be=year_be,
        is_dry_run=said["dry_run"],
        accepts_doubts=said["accept_doubtful"] or said["as_read"],
        as_read=said["as_read"],
        results_as_of=as_of if said["results"] else None,
        approval=Approval(approved, said["reference"]) if approved else None,
    )


def _province(name: str) -> str:
    bare = " ".join(name.split())
    if not bare or len(bare) > LONGEST_NAME or not bare.isprintable():
        refuse(_("--province: give the name of a province"))
    return bare


def _year_be(text: str) -> int:
    """Read a Buddhist year, in Arabic or Thai digits."""
    year = int(text) if text.isdecimal() and len(text) == 4 else 0
    if FIRST_YEAR_BE <= year <= LAST_YEAR_BE:
        return year
    if FIRST_YEAR_BE <= year + BUDDHIST_ERA <= LAST_YEAR_BE:
        refuse(
            _("--year: a Buddhist year; {year} is {year_be}").format(year=year, year_be=year + BUDDHIST_ERA)
        )
    return refuse(_("--year: a Buddhist year such as 2564, not {said}").format(said=repr(text)))


def _read(file: Path, wish: Wish, learned: Learned, agency: str | None) -> PlanReading:
    try:
        if wish.results_as_of is None:
            reading = read_plan(file, learned)
        else:
            office = agency or provincial_office(wish.province)
            reading = read_plan_or_results(file, office, learned)
    except PlanFileRefused as error:
        refuse(error.reason)
    if reading.year_be not in (None, wish.year_be):
        refuse(
            _("--year: {file} says {said}, not {year_be}").format(
                file=file.name, said=reading.year_be, year_be=wish.year_be
            )
        )
    if not reading.rows and not reading.doubts:
        refuse(_("{file} holds no activities.").format(file=file.name))
    return reading
