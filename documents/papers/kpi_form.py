"""KPI form 3.1.2 as a form: the sections that the office words."""

from documents.papers.form import Form, Needs, Section
from documents.papers.kpi import NAME, gather
from documents.papers.samples import sample_of
from i18n import _
from thai.kpi_words import LEVELS


def _levels() -> tuple[Section, ...]:
    return tuple(
        Section(f"level{no}", f"1.{no}", lambda: _("How the level was met"))
        for no in range(1, len(LEVELS) + 1)
    )


FORM = Form(
    name=NAME,
    title=lambda: _("KPI form 3.1.2"),
    needs=Needs.TODAY,
    stands=((6, 30), (9, 30)),  # nine and twelve months
    gather=gather,
    sample=lambda: sample_of(NAME),
    sections=(
        *_levels(),
        Section("measures", "2", lambda: _("What was done, and measures")),
        Section("support", "3", lambda: _("What helped")),
        Section("obstacles", "4", lambda: _("Problems and obstacles")),
    ),
)
