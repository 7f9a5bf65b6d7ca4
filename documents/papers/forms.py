"""Every official form that the bot can write, in the order in which they are offered."""

from documents.papers import evaluation_form, late_forms, results_form, section34_form
from documents.papers.form import Form

FORMS: tuple[Form, ...] = (
    section34_form.FORM,
    results_form.FORM,
    evaluation_form.FORM,
    late_forms.LETTER_FORM,
    late_forms.MEMO_FORM,
)


def form_named(name: str) -> Form | None:
    """Return the form called `name`, or None."""
    return next((form for form in FORMS if form.name == name), None)
