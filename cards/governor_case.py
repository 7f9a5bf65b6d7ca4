"""The few cases that need the governor: one sentence, baht, days, who can act, and four buttons each."""

from collections.abc import Sequence

from cards.card import Choice
from cards.governor_views import Needs
from cards.look.colours import AMBER, BLUE, Kind
from cards.look.frame import bubble
from cards.look.pieces import Piece, chip, columns, grid, rows, rule, small, words
from cards.plain import shorten
from cards.wording import working_days
from i18n import _, ngettext
from thai import writing

BUBBLES = 3


def needs_bubbles(cases: Sequence[Needs], more: int, waiting: int) -> list[Piece]:
    """Return at most three bubbles with the cases spread evenly, the gravest first; one that says so where none is."""
    if not cases:
        return [
            bubble(
                Kind.DONE, _("Nothing needs you"), words(_rest(0, waiting) or _("No case has come this far."))
            )
        ]
    pages = _spread(cases)
    return [
        bubble(
            Kind.LATE,
            _("Needs you"),
            *ruled([case_piece(each) for each in page]),
            small(_rest(more, waiting)) if more + waiting and page is pages[-1] else None,
            kicker=_("Page {number} of {all}").format(number=at, all=len(pages)) if len(pages) > 1 else "",
        )
        for at, page in enumerate(pages, start=1)
    ]


def case_piece(case: Needs, with_buttons: bool = True) -> Piece:
    """Return one case, with its buttons where the reader may use them."""
    facts = [
        _("{amount} not yet paid").format(amount=writing.baht_short(case.unpaid_satang)),
        working_days(case.days),
        _("can act: {who}").format(who=case.who_can_act) if case.who_can_act else "",
    ]
    marks = [chip(_("on the agenda"), BLUE)] if case.is_on_agenda else []
    marks += [
        chip(_("ordered by {giver}").format(giver=shorten(each.giver, 20)), AMBER) for each in case.orders[:1]
    ]
    return rows(
        words(f"{case.no} {shorten(case.name, 70)}", weight="bold", maxLines=2),
        small(shorten(case.agency, 60), maxLines=1),
        words(shorten(case.evidence, 160), maxLines=4),
        small(" · ".join(part for part in facts if part), maxLines=3),
        small(case.weight, maxLines=2) if case.weight else None,
        columns(*marks) if marks else None,
        *(grid(case_choices(case)) if with_buttons else []),
        spacing="xs",
    )


def case_choices(case: Needs) -> list[Choice]:
    """Return what an executive can do with a case; each names the case, whose state is looked up when it is tapped."""
    verbs = (
        ("ask", _("Ask why"), _("ask why {no}")),
        ("order", _("Order"), _("give order {no}")),
        ("meet", _("Call a meeting"), _("meeting {no}")),
        ("seen", _("Noted"), _("noted {no}")),
    )
    return [
        Choice(label, typed.format(no=case.no), f"gov:{verb}:{case.case_id}") for verb, label, typed in verbs
    ]


def needs_lines(
    cases: Sequence[Needs], more: int = 0, waiting: int = 0, with_buttons: bool = True
) -> list[str]:
    if not cases:
        return [_("Nothing needs you"), *([_rest(more, waiting)] if more + waiting else [])]
    lines = [_("Needs you")]
    for case in cases:
        typed = ", ".join(choice.text for choice in case_choices(case))
        lines += [f"• {case.no} {shorten(case.name, 60)} · {shorten(case.agency, 50)}", f"  {case.evidence}"]
        lines += [f"  → {typed}"] if with_buttons else []
    return [*lines, *([_rest(more, waiting)] if more + waiting else [])]


def _rest(more: int, waiting: int) -> str:
    """Return how many cases are not shown: less grave ones, and those that are being seen to."""
    less_grave = ngettext(
        "{count} less grave case came this far too: type “{word}”.",
        "{count} less grave cases came this far too: type “{word}”.",
        more,
    ).format(count=more, word=_("what waits"))
    seen_to = ngettext(
        "{count} more case is being seen to (ordered, noted, or with a plan).",
        "{count} more cases are being seen to (ordered, noted, or with a plan).",
        waiting,
    ).format(count=waiting)
    return "\n".join(said for said, count in ((less_grave, more), (seen_to, waiting)) if count)


def _spread(cases: Sequence[Needs]) -> list[list[Needs]]:
    pages = min(BUBBLES, len(cases))
    size, more = divmod(len(cases), pages)
    ends = [(at + 1) * size + min(at + 1, more) for at in range(pages)]
    return [list(cases[start:end]) for start, end in zip([0, *ends], ends, strict=False)]


def ruled(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with a line between them."""
    parted = [part for piece in pieces for part in (piece, rule())]
    return parted[:-1]
