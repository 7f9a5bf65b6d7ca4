"""report: official documents, what stands behind their figures, and the office's own words and templates."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click
from flask.cli import with_appcontext
from sqlalchemy.orm import Session

from commands.house import current_house, the_province
from commands.refuse import refuse
from commands.report_days import days, round_
from commands.report_keying import keyed, keying_fields
from commands.report_office import gallery, name, template, text
from commands.report_trace import trace
from commands.report_values import day_of, month_of, year_of
from documents.papers.form import Ask, Form, Needs
from documents.papers.forms import FORMS
from documents.papers.section34 import rounds_of
from engine.clock import BANGKOK
from models.plan import activity_numbered, years_with_plan
from rules.fiscal_year import fiscal_year_of, last_day, last_day_of

Options = dict[str, Any]


@click.group("report")
def report() -> None:
    """Write an official document: `report FORM … --out FILE`; the file's ending says docx, pdf or xlsx.

    Each document carries a code; `report trace CODE` says what stands behind it.
    """


def _command(form: Form) -> click.Command:
    """Return `report FORM`, with the options that the form needs."""

    @with_appcontext
    def write(out: Path, province: str | None, **options: Any) -> None:
        _write(form, out, province, options)

    needs: dict[Needs, list[Callable[..., Any]]] = {
        Needs.ROUND: [
            click.option("--round", "round_no", type=click.IntRange(1, 2), required=True),
            _year(True),
        ],
        Needs.MONTH: [click.option("--month", required=True, help="The month, such as 2564-04.")],
        Needs.DAY: [
            click.option("--as-of", "day", help="The day as of which figures stand, such as 2564-04-30."),
            click.option("--month", help="The same for the last day of a month, such as 2564-04."),
        ],
        Needs.ACTIVITY: [
            click.option("--activity", "activity_no", type=int, help="Only this activity; else every one."),
            click.option("--as-of", "day", help="The day as of which figures stand; else today."),
        ],
        Needs.TODAY: [
            click.option(
                "--as-of", "day", help="The day on which it is looked at, such as 2564-05-17; else today."
            ),
        ],
        Needs.NOTHING: [_year(True)],
    }
    options = [
        *needs[form.needs],
        click.option("--out", required=True, type=click.Path(path_type=Path), help="The file to write."),
        click.option("--province", help="The province; may be left out where there is only one."),
    ]
    for option in reversed(options):
        write = option(write)
    kinds = ", ".join(form.kinds())
    return click.command(form.name, help=f"Write the paper “{form.name}” ({kinds}).")(write)


def _year(required: bool) -> Callable[..., Any]:
    return click.option(
        "--year", required=required, help="The fiscal year in the Buddhist era, such as 2564."
    )


def _write(form: Form, out: Path, province: str | None, options: Options) -> None:
    from documents.papers.made import make_paper, write_paper
    from documents.papers.pictures import kept_pictures

    house = current_house()
    kind = out.suffix.lower().removeprefix(".")
    if kind not in form.kinds():
        refuse(f"--out: the file ends in one of: {', '.join(form.kinds())}")
    if not out.parent.is_dir():
        refuse(f"--out: there is no folder {out.parent}")
    today = house.clock.now().astimezone(BANGKOK).date()
    with house.db.write() as session:
        ask = _ask(session, form, province, options, today)
        paper = make_paper(session, form, ask, house.clock.now())
    with house.db.read() as session:
        content = write_paper(session, paper, kind, kept_pictures(house.files))
    try:
        out.write_bytes(content)
    except OSError as error:
        refuse(f"--out: {out} cannot be written: {error.strerror}")
    print(f"{paper.code}: {form.name}, figures as of {paper.as_of}, data version {paper.data_version}: {out}")


def _ask(session: Session, form: Form, province: str | None, options: Options, today: date) -> Ask:
    home = the_province(session, province)
    year_be, as_of, round_no = _when(session, form, home.id, options, today)
    if year_be not in years_with_plan(session, home.id):
        refuse(f"there is no plan for {year_be}: import one first")
    if as_of > today:
        refuse(f"{as_of} has not come yet: a paper tells what is known")
    no = options.get("activity_no")
    if no is not None and activity_numbered(session, home.id, year_be, no) is None:
        refuse(f"--activity: the plan of {year_be} has no activity {no}")
    return Ask(home, year_be, as_of, round_no, no)


def _when(
    session: Session, form: Form, province_id: int, options: Options, today: date
) -> tuple[int, date, int | None]:
    """Return the fiscal year, the day as of which figures stand, and the round."""
    if form.needs is Needs.ROUND:
        year_be, no = year_of(options["year"]), options["round_no"]
        return (
            year_be,
            next(each.as_of for each in rounds_of(session, province_id, year_be) if each.no == no),
            no,
        )
    if form.needs is Needs.NOTHING:
        year_be = year_of(options["year"])
        return year_be, min(last_day(year_be), max(today, date(last_day(year_be).year - 1, 10, 1))), None
    if options.get("day") and options.get("month"):
        refuse("give either --as-of or --month")
    if options.get("day"):
        as_of = day_of(options["day"], "--as-of")
    elif options.get("month"):
        as_of = last_day_of(month_of(options["month"]))
    else:
        as_of = today
    return fiscal_year_of(as_of), as_of, None


for _form in FORMS:
    report.add_command(_command(_form))
for _more in (trace, gallery, template, text, name, round_, days, keying_fields, keyed):
    report.add_command(_more)
