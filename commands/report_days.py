"""When papers are wanted: the rounds of the centre, and the calendar by which the office is told."""

import click
from flask.cli import with_appcontext

from commands.house import current_house, the_province
from commands.refuse import refuse
from commands.report_values import day_of, year_of
from models.paper_days import every_paper_day, is_wanted, move_to, want
from models.paper_round import paper_rounds, set_paper_round
from models.province import Province
from rules.paper_calendar import PAPER_DAYS, Every, PaperDay

_province = click.option("--province", help="The province; may be left out where there is only one.")


@click.command("round")
@click.option("--year", required=True, help="The fiscal year in the Buddhist era, such as 2564.")
@click.option(
    "--round", "no", type=click.IntRange(1, 2), help="The round to enter; without it all are listed."
)
@click.option("--as-of", "as_of", help="The day as of which figures stand, such as 2564-03-31.")
@click.option("--due", help="The day by which the paper is due, such as 2564-04-09.")
@_province
@with_appcontext
def round_(year: str, no: int | None, as_of: str | None, due: str | None, province: str | None) -> None:
    """Enter a round of reporting to the centre, or list those entered."""
    house, year_be = current_house(), year_of(year)
    with house.db.write() as session:
        home = the_province(session, province)
        if no is not None:
            if not as_of or not due:
                refuse("--as-of and --due: a round needs both days")
            first, last = day_of(as_of, "--as-of"), day_of(due, "--due")
            if last < first:
                refuse("--due: a paper is due after the day as of which its figures stand")
            set_paper_round(session, home.id, year_be, no, first, last)
        entered = paper_rounds(session, home.id, year_be)
        lines = [f"round {row.no}/{year_be}: as of {row.as_of}, due {row.due_on}" for row in entered.values()]
    print("\n".join(lines) or f"no round of {year_be} is entered")


@click.command("days")
@click.argument("row", required=False, type=click.Choice([each.name for each in PAPER_DAYS]))
@click.option("--day", type=int, help="The day of its month on which it shall be told, 1 to 28.")
@click.option("--usual", is_flag=True, help="Go back to the day that comes with the bot.")
@click.option("--off", is_flag=True, help="Do not tell of it any more.")
@click.option("--on", is_flag=True, help="Tell of it again.")
@_province
@with_appcontext
def days(row: str | None, day: int | None, usual: bool, off: bool, on: bool, province: str | None) -> None:
    """List the papers that the office is told of by the clock, or change ROW."""
    if row is None and (usual or off or on or day is not None):
        refuse("ROW: which one? `report days` lists them")
    if (off and on) or (usual and day is not None):
        refuse("give one of --on and --off, and one of --day and --usual")
    house = current_house()
    with house.db.write() as session:
        home = the_province(session, province)
        if row is not None:
            _change(home, row, day, usual, off or on, on)
        lines = [_line(home, each) for each in every_paper_day(home) if row in (None, each.name)]
    print("\n".join(lines))


def _change(home: Province, row: str, day: int | None, usual: bool, switched: bool, on: bool) -> None:
    if switched:
        want(home, row, on)
    if usual or day is not None:
        try:
            move_to(home, row, day)
        except ValueError:
            refuse(
                "--day: a day of the month from 1 to 28; what is weekly comes with the summary of the week"
            )


def _line(home: Province, row: PaperDay) -> str:
    month = f"{row.month:02d}-" if row.month else ""
    when = (
        ""
        if row.every is Every.WEEK
        else f" on {month}{row.day:02d}" + (f" + {row.later}" if row.later else "")
    )
    state = "" if is_wanted(home, row.name) else ", off"
    return f"{row.name}: {row.form}, every {row.every}{when}{state}"
