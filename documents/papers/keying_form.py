"""The keying sheets as a form: a sheet and a file for each central system."""

from typing import Any

from documents.papers.filters import on_date
from documents.papers.form import Form, Needs
from documents.papers.keying import NAME, gather
from documents.papers.samples import sample_of
from documents.papers.sheet import Column, Kind, Row, Sheet
from i18n import _


def sheets(context: dict[str, Any]) -> tuple[Sheet, ...]:
    """Return a sheet for each system, its columns in the order of the screen."""
    return tuple(_sheet(context, each) for each in context["systems"])


def _sheet(context: dict[str, Any], system: dict[str, Any]) -> Sheet:
    labels = [field["label"] for field in system["rows"][0]["fields"]] if system["rows"] else []
    columns = (
        Column("no", _("No."), Kind.COUNT, 6),
        Column("changed", _("Key again"), width=30),
        *(Column(f"f{at}", label, width=24) for at, label in enumerate(labels)),
    )
    titles = (
        _("Keying sheet for {system}, {year}, {province}").format(
            system=system["system"], year=context["year_be"], province=context["province"]
        ),
        _("Figures as of {date}").format(date=on_date(context["as_of"])),
    )
    own = () if system["is_own"] else (_("The fields of this system's screen are not entered yet."),)
    return Sheet(system["system"], titles, columns, tuple(_row(row) for row in system["rows"]), notes=own)


def _row(row: dict[str, Any]) -> Row:
    values = {f"f{at}": field["value"] for at, field in enumerate(row["fields"])}
    changed = _("new") if row["is_new"] else ", ".join(row["changed"])
    return Row({"no": row["no"], "changed": changed, **values}, is_bold=bool(row["changed"]))


FORM = Form(
    name=NAME,
    title=lambda: _("Keying sheets"),
    needs=Needs.TODAY,
    gather=gather,
    sample=lambda: sample_of(NAME),
    sheets=sheets,
    split="systems",
)
