"""Every official form that the bot can write, in the order in which they are offered."""

from documents.papers import (
    announcement_form,
    completion_form,
    evaluation_form,
    keying_form,
    kpi_form,
    late_forms,
    meeting_forms,
    monthly_form,
    results_form,
    section34_form,
)
from documents.papers.form import Form

FORMS: tuple[Form, ...] = (
    section34_form.FORM,
    results_form.FORM,
    evaluation_form.FORM,
    late_forms.LETTER_FORM,
    late_forms.MEMO_FORM,
    meeting_forms.WEEKLY_FORM,
    meeting_forms.MEETING_FORM,
    meeting_forms.MINUTES_FORM,
    monthly_form.FORM,
    completion_form.FORM,
    announcement_form.FORM,
    keying_form.FORM,
    kpi_form.FORM,
)


def form_named(name: str) -> Form | None:
    """Return the form called `name`, or None."""
    return next((form for form in FORMS if form.name == name), None)
