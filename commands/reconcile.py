"""reconcile: where the treasury and the officers say different figures."""

import json
from datetime import date
from pathlib import Path

import click
from flask.cli import with_appcontext

from cards.fill_reconciliation import reconciliation_view
from cards.reconciliation import reconciliation
from commands.house import current_house, the_province
from commands.refuse import refuse
from commands.treasury import PROVINCE_HELP
from documents.reconciliation_sheet import reconciliation_workbook
from i18n import _, speaking
from models.plan import activities, current_year
from models.reconciliation import Reconciliation, reconcile


@click.command("reconcile")
@click.option("--province", help=PROVINCE_HELP)
@click.option(
    "--year", "year_be", type=int, metavar="BE", help="The plan's fiscal year; by default this one."
)
@click.option("--out", type=click.Path(path_type=Path), help="Also write the comparison to this .xlsx.")
@click.option("--json", "as_json", is_flag=True, help="Print as JSON; money is satang.")
@with_appcontext
def reconcile_command(province: str | None, year_be: int | None, out: Path | None, as_json: bool) -> None:
    """Print where the treasury and the officers say different figures: how much, who can tell why, since when."""
    house = current_house()
    today = house.clock.now().date()
    with house.db.read() as session, speaking("th"):
        home = the_province(session, province)
        year = year_be or current_year(session, home.id, today)
        found = reconcile(session, activities(session, home.id, year), today)
        if found is None:
            refuse(_("There are no treasury figures yet: see import-treasury --help"))
        if out is not None:
            out.write_bytes(reconciliation_workbook(found, today))
        view = reconciliation_view(found, today)
        print(
            json.dumps(_compared(found, today), ensure_ascii=False) if as_json else reconciliation(view).text
        )


def _compared(found: Reconciliation, today: date) -> dict[str, object]:
    return {
        "as_of": found.snapshot.as_of.isoformat(),
        "activities": [
            {
                "no": row.activity.no,
                "agency": row.agency,
                "standing": str(row.agreement),
                "treasury_satang": row.treasury.disbursed_satang if row.treasury else None,
                "officer_satang": row.officer.satang if row.officer else None,
                "difference_satang": row.gap_satang,
                "days": (today - row.gap.since).days if row.gap else None,
                "reason": str(row.gap.reason) if row.gap and row.gap.reason else None,
            }
            for row in found.rows
        ],
        "unmatched": [
            {"row": line.row, "code": line.code, "name": line.name, "disbursed_satang": line.disbursed_satang}
            for line in found.unmatched
        ],
    }
