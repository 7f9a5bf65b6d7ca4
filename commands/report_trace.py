"""report trace: what a document was made from, and the reports, messages and photos behind one of its figures."""

import click
from flask.cli import with_appcontext

from commands.house import current_house
from commands.refuse import refuse
from documents.papers import trace as traces
from engine.clock import BANGKOK
from models.paper import Paper, paper_coded
from models.person import Person
from models.province import Province

SHOWN_MOMENT = "%Y-%m-%d %H:%M"


@click.command("trace")
@click.argument("code")
@click.argument("cell", required=False)
@with_appcontext
def trace(code: str, cell: str | None) -> None:
    """Say what stands behind the document with CODE; with CELL which reports, messages and photos made that figure.

    CELL is a name from the list that CODE alone prints, such as 13.disbursed, or a cell of the .xlsx, such as C7.
    """
    house = current_house()
    with house.db.read() as session:
        paper = paper_coded(session, code)
        if paper is None:
            refuse(f"CODE: no document has the code {code!r}")
        if cell is None:
            by = session.get(Person, paper.made_by) if paper.made_by else None
            lines = _document(paper, session.get_one(Province, paper.province_id).name, by)
        else:
            found = traces.figure(paper, cell)
            if found is None:
                refuse(f"CELL: {paper.code} has no figure {cell!r}; `report trace {paper.code}` lists them")
            lines = [_figure(found), *(_report(each) for each in traces.behind(session, found))]
    print("\n".join(lines))


def _document(paper: Paper, province: str, by: Person | None) -> list[str]:
    made = paper.made_at.astimezone(BANGKOK).strftime(SHOWN_MOMENT)
    who = f"person {by.id}" if by else "a command or the clock"
    asked = ", ".join(f"{name} {value}" for name, value in sorted(paper.asked.items()))
    return [
        f"{paper.code}: {paper.form}, {province}, {asked}",
        f"made {made} by {who}, data version {paper.data_version}",
        f"inputs {paper.inputs_sha256}",
        f"template {paper.template_sha256}",
        *(f"  {_figure(each)}" for each in traces.figures(paper)),
    ]


def _figure(found: traces.Figure) -> str:
    return f"{found.name} = {_printed(found)} ({len(found.reports)} reports)"


def _printed(found: traces.Figure) -> str:
    """Return the figure as people read it: what is counted in satang is named after money."""
    is_money = found.name.rsplit(".", 1)[-1] in ("budget", "disbursed", "unpaid", "remaining", "left_over")
    if is_money and isinstance(found.value, int):
        return f"{found.value // 100:,}.{found.value % 100:02d} baht"
    return "unknown" if found.value is None else str(found.value)


def _report(each: traces.Behind) -> str:
    report = each.report
    sent = report.sent_at.astimezone(BANGKOK).strftime(SHOWN_MOMENT)
    messages = ", ".join(str(message) for message in report.message_ids) or "none kept"
    photos = ", ".join(str(photo) for photo in each.photos) or "none"
    return (
        f"  report {report.id} ({report.receipt_no}), activity {each.activity.no}, {report.period:%Y-%m}, "
        f"as of {report.as_of}, sent {sent}; messages: {messages}; photos: {photos}"
    )
