"""Where the treasury and the officers say different figures: how much, who can tell why, since when, and why."""

from collections.abc import Sequence
from datetime import date

from cards import commands
from cards.card import Card, Choice
from cards.import_preview import link_button
from cards.look.colours import AMBER, BLUE, GREEN, GREY, RED, Kind, Tint
from cards.look.frame import bubble, buttons, carousel
from cards.look.pieces import Piece, chip, columns, counter, note, rows, rule, small, words
from cards.plain import shorten, twin
from cards.reconciliation_views import GapView, ReconciliationView
from documents.reconciliation_sheet import gap_reason_words, standing_words
from i18n import _, ngettext
from rules.reconciliation import Agreement
from thai import writing

PER_BUBBLE, BUBBLES = 4, 6
TINTS = {
    Agreement.AGREE: GREEN,
    Agreement.TREASURY_AHEAD: BLUE,
    Agreement.OFFICER_AHEAD: AMBER,
    Agreement.NOT_REPORTED: RED,
    Agreement.NOT_AT_TREASURY: GREY,
}


def reconciliation(view: ReconciliationView, explain: Sequence[Choice] = ()) -> Card:
    """Return the counts first, then every difference, the oldest first; `explain` are the buttons of one's own."""
    title = _("Reconciliation with the treasury")
    day = _("as of {day}").format(day=writing.short_date(view.as_of))
    said = f"{title} {day}: {_counts(view)}"
    lines = [said, *(_line(row) for row in view.rows), *_unmatched(view)]
    link = _("As a workbook (works for a day):") + f"\n{view.sheet_link}" if view.sheet_link else ""
    choices = (*explain, commands.disbursed(), commands.summary())
    pages = [view.rows[at : at + PER_BUBBLE] for at in range(0, len(view.rows), PER_BUBBLE)][: BUBBLES - 1]
    bubbles = [_front(view, title, day), *(_page(title, page) for page in pages)]
    return Card(
        alt=shorten(said, 300),
        text=twin([*lines, link] if link else lines, choices),
        contents=carousel(bubbles),
        choices=choices,
    )


def no_figures_yet() -> Card:
    """Return what to say where no export was imported."""
    text = _("There are no treasury figures yet. The provincial office can send the export here as a file.")
    return Card(alt=text, text=text)


def ask_gap(view: GapView, choices: Sequence[Choice]) -> Card:
    """Ask the officer, privately, why the figures differ."""
    title = _("Activity {no}: treasury and report differ").format(no=view.no)
    asked = _("What is the reason?")
    return Card(
        alt=shorten(f"{title}: {_apart(view)}", 300),
        text=twin([title, _line(view), asked], choices),
        contents=bubble(
            Kind.ASK,
            title,
            _row(view),
            words(asked, weight="bold"),
            subtitle=shorten(view.name, 80),
            foot=buttons(Kind.ASK, None, *choices),
        ),
    )


def _counts(view: ReconciliationView) -> str:
    by = {which: sum(row.agreement is which for row in view.rows) for which in Agreement}
    parts = [
        _("{count} agree").format(count=view.agree),
        _("treasury ahead {count}").format(count=by[Agreement.TREASURY_AHEAD]),
        _("officer ahead {count}").format(count=by[Agreement.OFFICER_AHEAD]),
        _("not reported {count}").format(count=by[Agreement.NOT_REPORTED]),
        _("not at the treasury {count}").format(count=by[Agreement.NOT_AT_TREASURY]),
        _("unmatched lines {count}").format(count=view.unmatched),
    ]
    return ", ".join(parts)


def _front(view: ReconciliationView, title: str, day: str) -> Piece:
    by = {which: sum(row.agreement is which for row in view.rows) for which in Agreement}
    return bubble(
        Kind.VIEW,
        title,
        columns(
            counter(str(view.agree), _("agree"), GREEN),
            counter(str(by[Agreement.TREASURY_AHEAD]), _("treasury ahead"), BLUE),
            counter(str(by[Agreement.OFFICER_AHEAD]), _("officer ahead"), AMBER),
            spacing="sm",
        ),
        columns(
            counter(str(by[Agreement.NOT_REPORTED]), _("not reported"), RED),
            counter(str(by[Agreement.NOT_AT_TREASURY]), _("not at the treasury"), GREY),
            counter(str(view.unmatched), _("unmatched lines"), GREY),
            spacing="sm",
        ),
        note("\n".join(_unmatched(view)), GREY) if view.unmatched else None,
        link_button(_("Excel file"), view.sheet_link) if view.sheet_link else None,
        subtitle=day,
    )


def _page(title: str, page: Sequence[GapView]) -> Piece:
    body: list[Piece] = []
    for row in page:
        body += [_row(row, with_name=True), rule()]
    return bubble(Kind.VIEW, title, *body[:-1])


def _row(view: GapView, *, with_name: bool = False) -> Piece:
    name, tint = _agreement(view.agreement)
    head = f"{view.no} {view.name}" if with_name else ""
    return rows(
        columns(
            words(shorten(head, 60), weight="bold", flex=1, maxLines=2) if head else None, chip(name, tint)
        ),
        words(_both(view)),
        words(_apart(view), weight="bold") if view.gap_satang else None,
        small(_about(view)) if _about(view) else None,
        spacing="xs",
    )


def _both(view: GapView) -> str:
    return "\n".join(
        [
            _("Treasury: {said}").format(said=_said(view.treasury_satang, view.treasury_as_of)),
            _("Officer: {said}").format(said=_said(view.officer_satang, view.officer_as_of)),
        ]
    )


def _said(satang: int | None, as_of: date | None) -> str:
    if satang is None or as_of is None:
        return _("nothing")
    return f"{writing.baht(satang)} ({writing.short_date(as_of)})"


def _apart(view: GapView) -> str:
    return _("{amount} apart").format(amount=writing.baht(abs(view.gap_satang)))


def _about(view: GapView) -> str:
    """Return who, since when, and why."""
    parts = [", ".join(view.owners) or _("nobody answers for it yet")]
    if view.since:
        parts.append(ngettext("{count} day", "{count} days", view.days).format(count=view.days))
    if view.reason:
        parts.append(gap_reason_words(view.reason) + (f": {view.note}" if view.note else ""))
    elif view.asked_on:
        parts.append(_("asked {day}, no answer yet").format(day=writing.short_date(view.asked_on)))
    return " · ".join(parts)


def _line(view: GapView) -> str:
    name, _tint = _agreement(view.agreement)
    head = f"{view.no} {shorten(view.name, 80)}"
    parts = [f"• {head} ({name})", _both(view).replace("\n", " · ")]
    if view.gap_satang:
        parts.append(_apart(view))
    return "\n  ".join([*parts, _about(view)])


def _unmatched(view: ReconciliationView) -> list[str]:
    if not view.unmatched:
        return []
    return [
        _("{count} lines of the treasury are no activity of the plan, {amount} disbursed.").format(
            count=view.unmatched, amount=writing.baht(view.unmatched_satang)
        )
    ]


def _agreement(which: Agreement) -> tuple[str, Tint]:
    return standing_words(which), TINTS[which]
