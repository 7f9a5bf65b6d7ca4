"""An officer says why the treasury's figure differs from the report: by a tap, or by typing the button's words."""

from collections.abc import Callable
from functools import lru_cache, partial

from cards.card import Card, Choice, say
from cards.fill_reconciliation import gap_view
from cards.notes import cancelled, old_button
from cards.reconciliation import ask_gap
from cards.reconciliation_views import GapView
from documents.reconciliation_sheet import gap_reason_words
from handlers.access import reaches, scope_of
from handlers.imports.matching import match_left
from handlers.numbers import number_in
from handlers.order.asked import is_command
from handlers.report.begin import begin_correction
from handlers.report.desk import typed_key
from handlers.report.draft import Question
from handlers.spoken import in_each_language, means, typed
from handlers.turn import Turn
from i18n import _
from models.audit import note
from models.dialogue import Dialogue, begin_dialogue, close_dialogue, open_dialogue
from models.plan import Activity
from models.reconciliation import reconcile
from models.treasury_gap import GapReason, TreasuryGap, answer_gap, open_gaps
from rules.permissions import Action, Scope

KIND = "gap"
STOP, ASK, MATCH = "stop", "ask", "match"
LONGEST_NOTE = 300


def gap_card(view: GapView, gap_id: int) -> Card:
    """Return the private question about one difference."""
    choices = [
        Choice(gap_reason_words(reason), typed_words(view.no, reason), f"{KIND}:{gap_id}:{reason}")
        for reason in GapReason
    ]
    return ask_gap(view, choices)


def typed_words(no: int, reason: GapReason) -> str:
    """Return what can be typed instead of tapping a reason."""
    return _("treasury {no}: {reason}").format(no=no, reason=gap_reason_words(reason))


def ask_words(no: int) -> str:
    """Return what can be typed instead of tapping the button that opens the question."""
    return _("explain treasury {no}").format(no=no)


def match_words() -> str:
    """Return what can be typed instead of tapping the button that asks about the treasury's unmatched lines."""
    return _("match treasury lines")


def tap(turn: Turn, rest: list[str]) -> list[Card]:
    """Keep the reason of one's own difference; a correction of the report is opened at once."""
    if rest == ["0", MATCH]:
        is_office = scope_of(turn, Action.IMPORT_PLAN) is Scope.PROVINCE
        return match_left(turn) if is_office else [old_button()]
    gap_id = number_in(rest[0]) if len(rest) == 2 else None
    if gap_id is None or rest[1] not in {*GapReason, STOP, ASK}:
        return [old_button()]
    if rest[1] == STOP:
        _close(turn, "cancelled")
        return [cancelled()]
    gap = turn.session.get(TreasuryGap, gap_id)
    activity = turn.session.get(Activity, gap.activity_id) if gap is not None else None
    if gap is None or activity is None or gap.closed_on is not None:
        return [old_button()]
    if not reaches(turn, Action.REPORT, activity):
        return [old_button()]
    if rest[1] == ASK:
        return _ask(turn, gap, activity)
    return _keep(turn, gap, activity, GapReason(rest[1]))


def on_text(turn: Turn, dialogue: Dialogue, text: str) -> list[Card] | None:
    """Keep what is typed as the other reason that was asked for; None where it is a command."""
    gap = turn.session.get(TreasuryGap, int(dialogue.state["gap"]))
    activity = turn.session.get(Activity, gap.activity_id) if gap is not None else None
    if typed_key(text) == typed_key(_("cancel")):
        return tap(turn, [str(dialogue.state["gap"]), STOP])
    if gap is None or activity is None or gap.closed_on is not None or is_command(turn, text):
        close_dialogue(dialogue, "dropped", turn.now)
        return None
    close_dialogue(dialogue, "said", turn.now)
    return _store(turn, gap, activity, GapReason.OTHER, " ".join(text.split())[:LONGEST_NOTE])


def answer_typed(turn: Turn, text: str) -> list[Card] | None:
    """Return the answer where `text` is the words of a reason's button for one of one's own differences."""
    if means(text, match_words):
        return tap(turn, ["0", MATCH])
    for activity in turn.own_activities:
        said = _words_about(activity.no).get(typed(text))
        if said is not None:
            gap = open_gaps(turn.session, [activity.id]).get(activity.id)
            if gap is None:
                return None
            return _ask(turn, gap, activity) if said == ASK else _keep(turn, gap, activity, GapReason(said))
    return None


@lru_cache(maxsize=4096)
def _words_about(no: int) -> dict[str, str]:
    """Return what may be typed about an activity's difference, and what it says: a reason, or that it shall be asked."""
    words: dict[str, Callable[[], str]] = {
        ASK: partial(ask_words, no),
        **{reason: partial(typed_words, no, reason) for reason in GapReason},
    }
    return {said: meaning for meaning, word in words.items() for said in in_each_language(word)}


def _ask(turn: Turn, gap: TreasuryGap, activity: Activity) -> list[Card]:
    """Return the question about one difference, or the notice that there is none any more."""
    seen = reconcile(turn.session, [activity], turn.today)
    apart = [row for row in seen.rows if row.gap_satang] if seen else []
    return [gap_card(gap_view(row, turn.today), gap.id) for row in apart] or [old_button()]


def _keep(turn: Turn, gap: TreasuryGap, activity: Activity, reason: GapReason) -> list[Card]:
    if reason is GapReason.OTHER:
        begin_dialogue(turn.session, turn.person.id, KIND, {"gap": gap.id}, turn.now)
        asked = _("Activity {no}: what is the reason? Please type it in a few words.")
        stop = Choice(_("Stop"), _("cancel"), f"{KIND}:{gap.id}:{STOP}")
        return [say(asked.format(no=activity.no), stop)]
    return _store(turn, gap, activity, reason)


def _store(
    turn: Turn, gap: TreasuryGap, activity: Activity, reason: GapReason, words: str | None = None
) -> list[Card]:
    answer_gap(gap, reason, by=turn.person.id, now=turn.now, note=words)
    note(
        turn.session, turn.now, "treasury_gap_explained", province_id=turn.province.id,
        person_id=turn.person.id, activity=activity.id, reason=str(reason),
    )  # fmt: skip
    if reason is GapReason.REPORT_WRONG:
        return begin_correction(turn, activity.no, Question.DISBURSED)
    noted = _("Noted for activity {no}: {reason}. The provincial office sees it in the reconciliation.")
    return [say(noted.format(no=activity.no, reason=words or gap_reason_words(reason)))]


def _close(turn: Turn, outcome: str) -> None:
    dialogue = open_dialogue(turn.session, turn.person.id)
    if dialogue is not None and dialogue.kind == KIND:
        close_dialogue(dialogue, outcome, turn.now)
