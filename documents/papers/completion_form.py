"""The completion report as a form; each activity's comes as a file of its own in the archive."""

from documents.papers.completion import NAME, gather
from documents.papers.form import Form, Needs
from documents.papers.samples import sample_of
from i18n import _

FORM = Form(
    name=NAME,
    title=lambda: _("Finished works"),
    needs=Needs.ACTIVITY,
    gather=gather,
    sample=lambda: sample_of(NAME),
    split="activities",
)
