"""The public announcement as a form; its archive holds the open data of the year."""

from documents.papers.announcement import NAME, gather
from documents.papers.form import Form, Needs
from documents.papers.open_data import open_data
from documents.papers.samples import sample_of
from i18n import _

FORM = Form(
    name=NAME,
    title=lambda: _("Results for the public"),
    needs=Needs.NOTHING,
    gather=gather,
    sample=lambda: sample_of(NAME),
    loose=open_data,
)
