"""The week for the governor, the meeting paper and the minutes as forms."""

from documents.papers import meeting, week
from documents.papers.form import Form, Needs
from documents.papers.samples import sample_of
from i18n import _

WEEKLY_FORM = Form(
    name=week.NAME,
    title=lambda: _("Governor's week"),
    needs=Needs.TODAY,
    is_of_the_day=True,
    gather=week.gather,
    sample=lambda: sample_of(week.NAME),
)
MEETING_FORM = Form(
    name=meeting.PAPER,
    title=lambda: _("Meeting paper"),
    needs=Needs.TODAY,
    is_of_the_day=True,
    gather=meeting.gather,
    sample=lambda: sample_of(meeting.PAPER),
)
MINUTES_FORM = Form(
    name=meeting.MINUTES,
    title=lambda: _("Minutes form"),
    needs=Needs.TODAY,
    is_of_the_day=True,
    gather=meeting.gather,
    sample=lambda: sample_of(meeting.MINUTES),
)
