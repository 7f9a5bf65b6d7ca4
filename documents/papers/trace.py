"""From a printed figure back to what officers sent: the reports behind it, their messages and their photos."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from documents.papers.as_xlsx import places
from documents.papers.form import Value
from documents.papers.forms import form_named
from documents.papers.inputs import from_json
from i18n import speaking
from models.evidence import photos_of_reports
from models.paper import Paper
from models.plan import Activity
from models.report import Report

ADDRESS = re.compile(r"(?:(?P<sheet>.+)!)?(?P<cell>[A-Z]{1,3}\d{1,5})")


@dataclass(frozen=True)
class Behind:
    """One report behind a figure: of which activity, its LINE messages, and the ids of its photos."""

    report: Report
    activity: Activity
    photos: tuple[int, ...]


@dataclass(frozen=True)
class Figure:
    """A figure of a paper as it was printed; money is satang."""

    name: str
    value: Value
    reports: tuple[int, ...]


def figures(paper: Paper) -> list[Figure]:
    """Return every figure that can be traced."""
    return [Figure(name, value, tuple(reports)) for name, (value, reports) in paper.cells.items()]


def figure(paper: Paper, cell: str) -> Figure | None:
    """Return the figure called `cell`, or that stands there in the workbook (C7, or Results!C7); None for neither."""
    by_name = {each.name: each for each in figures(paper)}
    address = ADDRESS.fullmatch(cell)
    if cell not in by_name and address:
        cell = next(_named_at(paper, address["sheet"], address["cell"]), "")
    return by_name.get(cell)


def behind(session: Session, found: Figure) -> list[Behind]:
    """Return the reports behind a figure, by activity and month."""
    query = select(Report, Activity).join(Activity, Activity.id == Report.activity_id)
    rows = session.execute(query.where(Report.id.in_(found.reports)).order_by(Activity.no, Report.period))
    photos: dict[int | None, list[int]] = {}
    for piece in photos_of_reports(session, list(found.reports)):
        photos.setdefault(piece.report_id, []).append(piece.id)
    return [Behind(report, activity, tuple(photos.get(report.id, ()))) for report, activity in rows]


def _named_at(paper: Paper, tab: str | None, cell: str) -> Iterator[str]:
    form = form_named(paper.form)
    if form is None or form.sheets is None:
        return
    with speaking("th"):
        sheets = form.sheets(from_json(paper.inputs)["context"])
    for sheet in sheets:
        if tab not in (None, sheet.name):
            continue
        for (index, key), address in places(sheet).items():
            if address == cell and key in sheet.rows[index].traces:
                yield sheet.rows[index].traces[key]
