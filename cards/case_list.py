"""All open cases that somebody may see, the most severe first."""

from collections.abc import Sequence

from cards import case_words, commands
from cards.card import Card
from cards.case_views import CaseView
from cards.look.colours import Kind
from cards.look.frame import bubble
from cards.look.list_card import list_card
from cards.look.pieces import Piece, listed, words
from cards.plain import shorten, twin
from i18n import _, ngettext
from thai import writing


def case_list(views: Sequence[CaseView]) -> Card:
    """Return the list; a tap on a row shows the case."""
    head = _("Cases of urgent follow-up")
    if not views:
        return _none(head)
    ordered = sorted(views, key=lambda view: (-view.severity.exact, view.no))
    count = ngettext("{count} open case", "{count} open cases", len(ordered)).format(count=len(ordered))
    return list_card(
        kind=Kind.LATE,
        title=head,
        subtitle=count,
        alt=f"{head}: {count}",
        pieces=[_row(view) for view in ordered],
        lines=[_line(view) for view in ordered],
        choices=[case_words.case(ordered[0].no), commands.stalled(), commands.summary()],
    )


def standing(view: CaseView) -> str:
    """Return where the case is: with whom, and until when it rests."""
    rest = view.plan or view.snooze
    resting = _("rests until {date}").format(date=writing.short_date(rest.until)) if rest else ""
    return " · ".join(part for part in (case_words.level_name(view.level), resting) if part)


def _row(view: CaseView) -> Piece:
    return listed(
        view.no, shorten(view.name, 60), standing(view), alarm=view.evidence, tap=case_words.case(view.no)
    )


def _line(view: CaseView) -> str:
    return f"{view.no} {shorten(view.name, 50)}: {view.evidence} · {standing(view)}"


def _none(head: str) -> Card:
    said = _("No case is open.")
    return Card(
        alt=said,
        text=twin([said]),
        contents=bubble(Kind.DONE, said, words(_("Nothing needs urgent follow-up now.")), kicker=head),
        choices=(commands.stalled(), commands.summary()),
    )
