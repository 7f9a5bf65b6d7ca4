"""import-targets and holiday: the tables that the provincial office keeps itself."""

import csv
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

import click
from flask.cli import with_appcontext

from commands.house import current_house, the_province
from commands.refuse import refuse
from models.holiday import set_holiday
from models.target import set_target

COLUMNS = ("year_be", "expense_class", "measure", "quarter", "percent")


@click.command("import-targets")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--province", help="The province; may be left out where there is only one.")
@with_appcontext
def import_targets(file: Path, province: str | None) -> None:
    """Read disbursement targets from a CSV FILE: year_be, expense_class, measure, quarter, percent of that quarter."""
    house = current_house()
    rows = _target_rows(file)
    with house.db.write() as session:
        home = the_province(session, province)
        for year_be, expense_class, measure, quarter, percent in rows:
            set_target(session, home.id, year_be, expense_class, measure, quarter, percent)
    print(f"{len(rows)} targets stored")


def _target_rows(file: Path) -> list[tuple[int, str, str, int, Decimal]]:
    try:
        with file.open(encoding="utf-8-sig", newline="") as source:
            lines = list(csv.DictReader(line for line in source if not line.startswith("#")))
    except (OSError, UnicodeDecodeError):
        refuse(f"{file.name}: cannot be read as UTF-8 CSV")
    found = []
    for number, line in enumerate(lines, 2):
        try:
            year_be, expense_class, measure, quarter, percent = (line[column].strip() for column in COLUMNS)
            found.append((int(year_be), expense_class, measure, int(quarter), Decimal(percent)))
        except (KeyError, ValueError, AttributeError, InvalidOperation):
            refuse(f"{file.name}, row {number}: needs {', '.join(COLUMNS)}")
        if found[-1][3] not in (1, 2, 3, 4) or not 0 <= found[-1][4] <= 100:
            refuse(f"{file.name}, row {number}: quarter is 1 to 4 and percent 0 to 100")
    return found


@click.command("holiday")
@click.argument("day", metavar="YYYY-MM-DD")
@click.argument("name", required=False)
@click.option(
    "--working", is_flag=True, help="The office works on this day although it is a holiday elsewhere."
)
@click.option("--province", help="The province; may be left out where there is only one.")
@with_appcontext
def holiday(day: str, name: str | None, working: bool, province: str | None) -> None:
    """Write a day into the office's own table: a special holiday with its NAME, or a working day."""
    if working == bool(name):
        refuse("give the holiday's NAME, or --working")
    try:
        on = date.fromisoformat(day)
    except ValueError:
        refuse(f"a day such as 2021-04-12, not {day!r}")
    house = current_house()
    with house.db.write() as session:
        set_holiday(session, the_province(session, province).id, on, name)
    print(f"{on}: {'working day' if working else name}")
