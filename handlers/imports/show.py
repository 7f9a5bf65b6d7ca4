"""Turns the present state of an import into one card: the preview, or the question that is open."""

from cards.card import Card, Choice
from cards.import_preview import import_preview
from cards.notes import refusal
from documents.file_kind import FileKind
from documents.people_list import PeopleReading
from documents.plan_changes import ChangesReading
from documents.plan_hidden import Hidden
from documents.plan_reading import PlanReading
from documents.refusals import PlanFileRefused
from handlers.imports.changes import show_changes
from handlers.imports.desk import ImportDesk
from handlers.imports.fields import kind_words
from handlers.imports.people import show_people
from handlers.imports.plan import show_plan
from handlers.imports.preview import Preview
from handlers.imports.questions import ask_column, ask_day, ask_field, ask_kind, ask_year
from handlers.imports.treasury import show_treasury
from i18n import _


def show(desk: ImportDesk) -> list[Card]:
    """Return the card for what is to be decided now, and remember its buttons."""
    desk.state["serial"] = desk.state.get("serial", 0) + 1
    try:
        card = _card(desk)
    except PlanFileRefused as refused:
        card = refusal(refused.reason, desk.tap(_("Stop"), _("cancel"), "cancel"))
    desk.keep()
    return [card]


def _card(desk: ImportDesk) -> Card:
    asking = str(desk.state.get("asking") or "")
    if asking == "kind":
        return ask_kind(desk)
    if asking == "column":
        return ask_column(desk)
    if asking.startswith("field:"):
        return ask_field(desk, asking.removeprefix("field:"))
    if desk.kind is FileKind.RESULTS and (asking == "year" or desk.year_be is None):
        desk.state["asking"] = "year"
        return ask_year(desk)
    is_undated = desk.kind is FileKind.TREASURY and desk.reading.rows and desk.as_of is None
    if asking == "day" or is_undated:
        desk.state["asking"] = "day"
        return ask_day(desk)
    return _preview_card(desk, _preview(desk))


def _preview(desk: ImportDesk) -> Preview:
    reading = desk.reading
    if isinstance(reading, PlanReading):
        return show_plan(desk, reading)
    if isinstance(reading, ChangesReading):
        return show_changes(desk, reading)
    if isinstance(reading, PeopleReading):
        return show_people(desk, reading)
    return show_treasury(desk, reading)


def _preview_card(desk: ImportDesk, preview: Preview) -> Card:
    main = None
    if preview.has_rows:
        label = _("Import") if preview.is_clear else _("Import the clear rows")
        main = desk.tap(label, label, "store", desk.state["serial"], int(not preview.is_clear))
    others = [*_about_hidden(desk), desk.tap(_("Explain a column"), _("explain a column"), "columns")]
    if desk.kind is FileKind.RESULTS:
        others.append(desk.tap(_("Another year"), _("another year"), "years"))
    if desk.kind in (FileKind.TREASURY, FileKind.RESULTS):
        others.append(desk.tap(_("Another day"), _("another day"), "day"))
    others += [
        desk.tap(_("It is {kind}").format(kind=kind_words(kind)), kind_words(kind), "kind", kind)
        for kind in desk.others
    ]
    return import_preview(preview.view, main, [*others, desk.tap(_("Stop"), _("cancel"), "cancel")])


def _about_hidden(desk: ImportDesk) -> list[Choice]:
    """Offer to leave out what the file hides, or to read it: whichever was not chosen."""
    if not desk.reading.hidden:
        return []
    leave, read = _("Leave out hidden parts"), _("Read hidden parts")
    offered = ((Hidden.LEAVE, leave), (Hidden.READ, read))
    return [
        desk.tap(label, label, "hidden", choice) for choice, label in offered if choice is not desk.hidden
    ]
