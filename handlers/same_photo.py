"""A photo that was used before, for another activity or month: its sender is asked in private, and nobody else told."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from cards import commands
from cards.card import Card, Choice, say
from cards.notes import check, old_button
from handlers.access import reaches
from handlers.keep_evidence import remove
from handlers.turn import Turn
from i18n import _, ngettext
from models.audit import note
from models.evidence import Doubt, Evidence
from models.plan import Activity
from models.same_picture import (
    Use,
    asked_together,
    doubt_if_used_before,
    open_doubts,
    take_turns,
    uses_compared,
)
from rules.permissions import Action
from thai import writing

KIND = "same"
# Further copies within this time belong to the question that was just asked.
ONE_QUESTION = timedelta(minutes=30)
MOST_QUESTIONS = 3  # beside a receipt, LINE takes five messages; the next one follows the answer


def ask_about_repeats(turn: Turn, pieces: Iterable[Evidence]) -> list[Card]:
    """Return one question for each other activity or month that these photos come from; none for honest ones.

    Call models.same_picture.take_turns() before the photos are changed.
    """
    fresh = [piece for piece in pieces if doubt_if_used_before(turn.session, piece)]
    asked: list[Evidence] = []
    for piece in fresh:
        before = [other for other in asked_together(turn.session, piece) if other.id != piece.id]
        is_told = any(other in asked or _is_just_asked(other, piece, fresh) for other in before)
        if not is_told:
            asked.append(piece)
    return [card for piece in asked[:MOST_QUESTIONS] for card in _question(turn, piece)]


def tap(turn: Turn, arguments: Sequence[str]) -> list[Card]:
    """Keep or take out what one question was about; a button that was answered already changes nothing."""
    if len(arguments) != 2 or arguments[1] not in ("keep", "out"):
        return [old_button()]
    found = [piece for piece in open_doubts(turn.session, turn.person.id) if str(piece.id) == arguments[0]]
    return _settle(turn, found[0], arguments[1] == "keep") if found else [old_button()]


def keep_typed(turn: Turn) -> list[Card]:
    """Answer what was asked last, where the button's words were typed."""
    return _settle_last(turn, is_kept=True)


def take_out_typed(turn: Turn) -> list[Card]:
    """Answer what was asked last, where the button's words were typed."""
    return _settle_last(turn, is_kept=False)


def _settle_last(turn: Turn, *, is_kept: bool) -> list[Card]:
    doubts = open_doubts(turn.session, turn.person.id)
    return _settle(turn, doubts[-1], is_kept) if doubts else [old_button()]


def _settle(turn: Turn, piece: Evidence, is_kept: bool) -> list[Card]:
    """Keep or remove every photo of the question, and ask the next one where another is open."""
    take_turns(turn.session, turn.person.id)
    pieces = asked_together(turn.session, piece)
    activity = turn.session.get(Activity, piece.activity_id) if piece.activity_id is not None else None
    for each in pieces:
        if is_kept:
            each.doubt = Doubt.KEPT
        else:
            remove(turn, each)
            each.report_id = each.activity_id = None
    turn.session.flush()
    note(
        turn.session,
        turn.now,
        "photo kept" if is_kept else "photo taken out",
        province_id=turn.province.id,
        person_id=turn.person.id,
        evidence=[each.id for each in pieces],
    )
    open_still = open_doubts(turn.session, turn.person.id)
    after = _question(turn, open_still[-1]) if open_still else []
    return [_settled(activity.no if activity else 0, len(pieces), is_kept), *after]


def _settled(no: int, count: int, is_kept: bool) -> Card:
    if is_kept:
        words = ngettext(
            "Kept: {count} photo of activity {no}.", "Kept: {count} photos of activity {no}.", count
        )
    else:
        words = ngettext(
            "Taken out: {count} photo of activity {no}. The figures stay as they are.",
            "Taken out: {count} photos of activity {no}. The figures stay as they are.",
            count,
        )
    return say(words.format(count=count, no=no), commands.history(no))


def _is_just_asked(other: Evidence, piece: Evidence, fresh: Sequence[Evidence]) -> bool:
    return other not in fresh and abs(piece.sent_at - other.sent_at) < ONE_QUESTION


def _question(turn: Turn, piece: Evidence) -> list[Card]:
    compared = uses_compared(turn.session, piece)
    if compared is None:
        return []
    own, other = compared
    asked = _("The photo for {use} is the same as a photo of {other}. Should it really stay?").format(
        use=_use_in_words(turn, own), other=_use_in_words(turn, other)
    )
    alone = _("Until you answer, only you know of this and nobody else sees the photo.")
    keep = Choice(_("Keep the photo"), _("keep the photo"), f"{KIND}:{piece.id}:keep")
    out = Choice(_("Take the photo out"), _("take the photo out"), f"{KIND}:{piece.id}:out")
    return [check(_("Was this photo sent before?"), [asked, alone], keep, out)]


def _use_in_words(turn: Turn, use: Use) -> str:
    """Name an activity and its month; another agency's activity stays unnamed to those who do not see it."""
    activity, month = turn.session.get_one(Activity, use.activity_id), writing.month(use.period)
    if not reaches(turn, Action.SEE_HISTORY, activity):
        return _("another agency's activity, {month}").format(month=month)
    return _("activity {no}, {month}").format(no=activity.no, month=month)
