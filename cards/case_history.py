"""The history of a case: what happened when, who was told, who answered what."""

from collections.abc import Sequence

from cards import case_words
from cards.card import Card, Choice, say
from cards.case_views import CaseView, StepView
from cards.look.colours import GREEN, RED, Kind
from cards.look.frame import bubble, buttons, carousel
from cards.look.pieces import Piece, note, rows, rule, small, words
from cards.plain import shorten, twin
from i18n import _, ngettext
from models.case import StepKind
from thai import writing

PER_BUBBLE = 8
BUBBLES = 4


def case_history(view: CaseView, steps: Sequence[StepView], choices: Sequence[Choice] = ()) -> Card:
    """Return the steps, the newest first; `choices` are what the reader may do."""
    newest = list(reversed(steps))
    pages = [newest[start : start + PER_BUBBLE] for start in range(0, len(newest), PER_BUBBLE)][:BUBBLES]
    head = _("Case of activity {no}").format(no=view.no)
    stands = (
        _("closed on {date}").format(date=writing.short_date(view.closed_on))
        if view.closed_on
        else _("now with {level}").format(level=case_words.level_name(view.level))
    )
    bubbles = [
        bubble(
            Kind.VIEW,
            head,
            note(view.evidence, RED) if view.evidence and not at and not view.closed_on else None,
            *_ruled([_row(step) for step in page]),
            kicker=_("History"),
            subtitle=stands,
            foot=buttons(Kind.VIEW, *choices) if not at else (),
        )
        for at, page in enumerate(pages)
    ]
    lines = [
        head,
        stands,
        None if view.closed_on else view.evidence or None,
        "",
        *[_line(step) for step in newest],
    ]
    return Card(
        alt=shorten(f"{head}: {stands}", 380),
        text=twin(lines, choices),
        contents=carousel(bubbles) if bubbles else None,
    )


def closed_card(no: int, why: str, days: str, choice: Choice | None = None) -> Card:
    """Return the thanks for a case that ended: `why` in one sentence, `days` how long it was open."""
    head = _("The case of activity {no} is closed").format(no=no)
    thanks = _("Thank you. Open for {days}.").format(days=days)
    return Card(
        alt=shorten(f"{head}: {why}", 380),
        text=twin([head, why, thanks], [choice] if choice else []),
        contents=bubble(
            Kind.DONE, head, note(why, GREEN), small(thanks), foot=buttons(Kind.DONE, None, choice)
        ),
    )


def ended_news(numbers: Sequence[int]) -> Card:
    """Return one line of good news: which cases ended since the last notice."""
    shown = ", ".join(str(no) for no in numbers[:30])
    said = ngettext(
        "Good news: the case of activity {numbers} is closed.",
        "Good news: the cases of activities {numbers} are closed.",
        len(numbers),
    )
    return say(said.format(numbers=shown))


def _row(step: StepView) -> Piece:
    return rows(
        words(_what(step), weight="bold", maxLines=2),
        words(shorten(step.text, 200), maxLines=4) if step.text else None,
        small(" · ".join(part for part in (writing.moment(step.at), step.who) if part)),
        spacing="none",
    )


def _line(step: StepView) -> str:
    said = f"{_what(step)}: {step.text}" if step.text else _what(step)
    return "• " + " · ".join(part for part in (writing.moment(step.at), said, step.who) if part)


def _what(step: StepView) -> str:
    if step.kind in (StepKind.RAISED, StepKind.TOLD):
        return f"{case_words.step_words(step.kind)} → {case_words.level_name(step.level)}"
    return case_words.step_words(step.kind)


def _ruled(pieces: Sequence[Piece]) -> list[Piece]:
    ruled = [part for piece in pieces for part in (piece, rule())]
    return ruled[:-1]
