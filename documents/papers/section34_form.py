"""The Section 34 report as a form: its sections that the office words, its sheets and its sample."""

from documents.papers.form import Form, Needs, Section
from documents.papers.samples import sample_of
from documents.papers.section34 import NAME, gather
from documents.papers.section34_sheets import sheets
from i18n import _

FORM = Form(
    name=NAME,
    title=lambda: _("Section 34 report"),
    needs=Needs.ROUND,
    gather=gather,
    sample=lambda: sample_of(NAME),
    sections=(
        Section("measures", "3", lambda: _("Measures to press work and payment")),
        Section("problems", "4", lambda: _("Problems and obstacles")),
        Section("management", "5", lambda: _("How the problems of 4 are managed")),
        Section("area", "6.1", lambda: _("Proposals for the area")),
        Section("policy", "6.2", lambda: _("Policy proposals")),
        Section("overall", "7", lambda: _("Proposals to be taken to the committee")),
    ),
    sheets=sheets,
)
