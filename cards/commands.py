"""Everything that can be typed, as choices: cards, quick replies and rich menus offer the same words."""

from cards.card import Choice
from i18n import _


def report(no: int | None = None) -> Choice:
    return _numbered(_("Report"), _("report"), no)


def status(no: int | None = None) -> Choice:
    return _numbered(_("Status"), _("status"), no)


def history(no: int | None = None) -> Choice:
    return _numbered(_("History"), _("history"), no)


def owed() -> Choice:
    return Choice(_("Reports owed"), _("overdue"))


def stalled() -> Choice:
    return Choice(_("Stalled"), _("stalled"))


def disbursed() -> Choice:
    return Choice(_("Disbursement"), _("disbursed"))


def summary() -> Choice:
    return Choice(_("Summary"), _("summary"))


def reconciliation() -> Choice:
    return Choice(_("Reconciliation"), _("reconciliation"))


def no_change(no: int | None = None) -> Choice:
    return Choice(_("No change"), _("no change") if no is None else f"{no} {_('no change')}")


def undo() -> Choice:
    return Choice(_("Undo"), _("cancel"))


def who_am_i() -> Choice:
    return Choice(_("Who am I"), _("whoami"))


def my_data() -> Choice:
    return Choice(_("My data"), _("my data"))


def help_me() -> Choice:
    return Choice(_("Help"), _("help"))


def agency(name: str) -> Choice:
    return Choice(_("Agency"), _("agency {name}").format(name=name)[:300])


def _numbered(label: str, word: str, no: int | None) -> Choice:
    return Choice(label if no is None else f"{label} {no}", word if no is None else f"{word} {no}")
