"""import-plan: bring a year's plan from a file into the database, or see what that would do."""

import json
from pathlib import Path

import click
from flask.cli import with_appcontext
from sqlalchemy.exc import IntegrityError

from commands.house import current_house
from commands.plan_json import in_json
from commands.plan_outcome import Wish, bring_in
from commands.plan_words import in_words
from commands.refuse import refuse
from documents.plan_file import read_plan
from documents.plan_reading import PlanReading
from documents.refusals import PlanFileRefused
from i18n import LANGUAGES, _, speaking
from rules.fiscal_year import BUDDHIST_ERA

FIRST_YEAR_BE, LAST_YEAR_BE = 2500, 2700
LONGEST_NAME = 100


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
@click.option("--json", "as_json", is_flag=True, help="Print as JSON; money is satang.")
@click.option(
    "--language", type=click.Choice(LANGUAGES), default="th", show_default=True, help="Of what is printed."
)
@with_appcontext
def import_plan(
    file: Path,
    province: str,
    year: str,
    dry_run: bool,
    accept_doubtful: bool,
    as_read: bool,
    as_json: bool,
    language: str,
) -> None:
    """Read a plan (.xlsx .xls .ods .csv) and add or change its activities, matched by number.

    Prints what is added, changed and left, every doubtful row with sheet, row and reason, and printed totals
    beside the sums. Activities that the file no longer holds are named and kept; blank cells erase nothing.
    While any row is in doubt nothing is stored and the status is 2, unless --accept-doubtful or --as-read says
    otherwise. A total that differs from its sum is shown but stops nothing.
    """
    house = current_house()
    with speaking(language):
        wish = Wish(
            file.name, _province(province), _year_be(year), dry_run, accept_doubtful or as_read, as_read
        )
        reading = _read(file, wish.year_be)
        try:
            outcome = bring_in(house.db, wish, reading, house.clock.now())
        except IntegrityError:
            refuse(_("Another import was stored in the same moment. Run this one again."))
        print(json.dumps(in_json(outcome), ensure_ascii=False) if as_json else "\n".join(in_words(outcome)))
        if outcome.is_refused and not dry_run:
            line = _(
                "Nothing was stored: {count} doubtful places. Correct the file, or see import-plan --help."
            )
            refuse(line.format(count=outcome.doubt_count))


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


def _read(file: Path, year_be: int) -> PlanReading:
    try:
        reading = read_plan(file)
    except PlanFileRefused as error:
        refuse(error.reason)
    if reading.year_be not in (None, year_be):
        refuse(
            _("--year: {file} says {said}, not {year_be}").format(
                file=file.name, said=reading.year_be, year_be=year_be
            )
        )
    if not reading.rows and not reading.doubts:
        refuse(_("{file} holds no activities.").format(file=file.name))
    return reading
