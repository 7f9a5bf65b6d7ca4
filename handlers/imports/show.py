"""Turns the present state of an import into one card: the preview, or the question that is open."""

from collections.abc import Sequence

from cards.card import Card, Choice
from cards.import_preview import ImportView, Part, import_preview, pick
from cards.notes import refusal
from documents import plan_terms
from documents.checks_words import place, sentence
from documents.opened_file import FileKind
from documents.plan_changes import ChangesReading
from documents.plan_hidden import Hidden
from documents.plan_preview import differing_totals, doubt_line, passed_over, summary, total_line
from documents.plan_reading import ColumnReading, PlanReading
from documents.refusals import PlanFileRefused
from documents.treasury_file import TreasuryReading
from handlers.imports.changes import change_lines, changes_summary
from handlers.imports.desk import ImportDesk
from handlers.imports.fields import fields_to_choose, kind_words
from handlers.imports.plan import look_at_plan, plan_lines
from handlers.imports.treasury import days_to_choose, treasury_lines, treasury_summary
from i18n import _
from thai import writing

MOST_COLUMNS = 20


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
    if asking == "column":
        return _ask_column(desk)
    if asking.startswith("field:"):
        return _ask_field(desk, asking.removeprefix("field:"))
    if desk.kind is FileKind.TREASURY and (asking == "day" or desk.as_of is None):
        return _ask_day(desk)
    return _preview(desk)


def _preview(desk: ImportDesk) -> Card:
    reading = desk.reading
    if isinstance(reading, PlanReading):
        view, is_clear, has_rows = _plan_view(desk, reading)
    elif isinstance(reading, TreasuryReading):
        view, is_clear, has_rows = _treasury_view(desk, reading)
    else:
        view, is_clear, has_rows = _changes_view(desk, reading)
    main = None
    if has_rows:
        label = _("Import") if is_clear else _("Import the clear rows")
        main = desk.tap(label, label, "store", desk.state["serial"], int(not is_clear))
    others = [*_about_hidden(desk), desk.tap(_("Explain a column"), _("explain a column"), "columns")]
    if desk.kind is FileKind.TREASURY:
        others.append(desk.tap(_("Another day"), _("another day"), "day"))
    others += [
        desk.tap(_("It is {kind}").format(kind=kind_words(kind)), kind_words(kind), "kind", kind)
        for kind in desk.others
    ]
    return import_preview(view, main, [*others, desk.tap(_("Stop"), _("cancel"), "cancel")])


def _about_hidden(desk: ImportDesk) -> list[Choice]:
    """Offer to leave out what the file hides, or to read it: whichever was not chosen."""
    if not isinstance(desk.reading, PlanReading) or not desk.reading.hidden:
        return []
    leave, read = _("Leave out hidden parts"), _("Read hidden parts")
    offered = ((Hidden.LEAVE, leave), (Hidden.READ, read))
    return [
        desk.tap(label, label, "hidden", choice) for choice, label in offered if choice is not desk.hidden
    ]


def _plan_view(desk: ImportDesk, reading: PlanReading) -> tuple[ImportView, bool, bool]:
    outcome = look_at_plan(desk, reading)
    totals = [total_line(total) for total in differing_totals(reading)]
    totals += [f"{place(each)}: {sentence(each)}" for each in reading.differences]
    doubts = [doubt_line(doubt) for doubt in reading.doubts]
    parts = (
        Part("doubts", _("To be looked at"), (*doubts, *plan_lines(outcome, asked=True))),
        Part("totals", _("Figures that do not agree"), tuple(totals)),
        Part("changes", _("What would be stored"), tuple(plan_lines(outcome))),
        Part(
            "columns",
            _("How the columns were understood"),
            (*_columns(reading.columns), *passed_over(reading)),
        ),
    )
    title = _("Plan of fiscal year {year}").format(year=outcome.wish.year_be)
    is_clear = outcome.doubt_count == 0
    return ImportView(title, desk.file, summary(reading), parts, desk.link), is_clear, bool(reading.rows)


def _treasury_view(desk: ImportDesk, reading: TreasuryReading) -> tuple[ImportView, bool, bool]:
    assert desk.as_of is not None
    parts = (
        Part("doubts", _("To be looked at"), tuple(doubt_line(doubt) for doubt in reading.doubts)),
        Part(
            "totals",
            _("Figures that do not agree"),
            tuple(f"{place(each)}: {sentence(each)}" for each in reading.differences),
        ),
        Part("changes", _("Matched with the plan"), tuple(treasury_lines(desk, reading))),
        Part("columns", _("How the columns were understood"), tuple(_columns(reading.columns))),
    )
    title = _("Treasury figures as of {day}").format(day=writing.short_date(desk.as_of))
    view = ImportView(title, desk.file, treasury_summary(reading), parts, desk.link)
    return view, not reading.doubts, bool(reading.rows)


def _changes_view(desk: ImportDesk, reading: ChangesReading) -> tuple[ImportView, bool, bool]:
    lines, refused = change_lines(desk, reading)
    doubts = [doubt_line(doubt) for doubt in reading.doubts] + refused
    parts = (
        Part("doubts", _("To be looked at"), tuple(doubts)),
        Part("changes", _("What would be stored"), tuple(lines)),
        Part("columns", _("How the columns were understood"), tuple(_columns(reading.columns))),
    )
    view = ImportView(_("Changes of the plan"), desk.file, changes_summary(reading), parts)
    return view, not doubts, bool(lines)


def _columns(columns: Sequence[ColumnReading]) -> list[str]:
    return [
        _("{column} “{header}” = {use}").format(
            column=each.column,
            header=each.header,
            use=plan_terms.fields(each.field) if each.field else _("not used"),
        )
        for each in columns
    ]


def _ask_column(desk: ImportDesk) -> Card:
    """Offer the columns, those that are not used first: they are the likely ones."""
    columns = sorted(desk.reading.columns, key=lambda each: each.field is not None)[:MOST_COLUMNS]
    choices = [
        desk.tap(
            f"{each.column} {each.header}"[:40],
            _("column {column}").format(column=each.column),
            "column",
            each.column,
        )
        for each in columns
    ]
    asked = _("Which column? You can also type: column F is budget")
    return pick(_("Explain a column"), asked, choices, _back(desk))


def _ask_field(desk: ImportDesk, letters: str) -> Card:
    choices = [
        desk.tap(words, words, "field", letters, code or "-") for code, words in fields_to_choose(desk.kind)
    ]
    header = next((each.header for each in desk.reading.columns if each.column == letters), "")
    asked = _("What does column {column} “{header}” hold?").format(column=letters, header=header)
    return pick(_("Explain a column"), asked, choices, _back(desk))


def _ask_day(desk: ImportDesk) -> Card:
    choices = [
        desk.tap(writing.short_date(day), writing.short_date(day), "as-of", day.isoformat())
        for day in days_to_choose(desk)
    ]
    asked = _("Of which day are the figures? Tap it, or type it such as 30/4/2564.")
    return pick(_("Treasury figures"), asked, choices, desk.tap(_("Stop"), _("cancel"), "cancel"))


def _back(desk: ImportDesk) -> Choice:
    return desk.tap(_("Back"), _("back"), "back")
