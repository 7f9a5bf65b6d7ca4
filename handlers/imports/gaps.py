"""An officer says why the treasury's figure differs from the report: by a tap, or by typing the button's words."""

from cards.card import Card, Choice, say
from cards.notes import old_button
from cards.reconciliation import ask_gap
from cards.reconciliation_views import GapView
from documents.reconciliation_sheet import gap_reason_words
from handlers.access import reaches
from handlers.report.begin import begin_correction
from handlers.spoken import means
from handlers.turn import Turn
from i18n import _
from models.audit import note
from models.plan import Activity
from models.treasury_gap import GapReason, TreasuryGap, answer_gap, open_gaps
from rules.permissions import Action

KIND = "gap"


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


def tap(turn: Turn, rest: list[str]) -> list[Card]:
    """Keep the reason of one's own difference; a correction of the report is opened at once."""
    if len(rest) != 2 or not rest[0].isdecimal() or rest[1] not in set(GapReason):
        return [old_button()]
    gap = turn.session.get(TreasuryGap, int(rest[0]))
    activity = turn.session.get(Activity, gap.activity_id) if gap is not None else None
    if gap is None or activity is None or gap.closed_on is not None:
        return [old_button()]
    if not reaches(turn, Action.REPORT, activity):
        return [old_button()]
    return _keep(turn, gap, activity, GapReason(rest[1]))


def answer_typed(turn: Turn, text: str) -> list[Card] | None:
    """Return the answer where `text` is the words of a reason's button for one of one's own differences."""
    if not turn.own_activities:
        return None
    gaps = open_gaps(turn.session, [each.id for each in turn.own_activities])
    for activity in turn.own_activities:
        if activity.id not in gaps:
            continue
        for reason in GapReason:
            if means(text, lambda no=activity.no, why=reason: typed_words(no, why)):  # type: ignore[misc]
                return _keep(turn, gaps[activity.id], activity, reason)
    return None


def _keep(turn: Turn, gap: TreasuryGap, activity: Activity, reason: GapReason) -> list[Card]:
    answer_gap(gap, reason, by=turn.person.id, now=turn.now)
    note(
        turn.session, turn.now, "treasury_gap_explained", province_id=turn.province.id,
        person_id=turn.person.id, activity=activity.id, reason=str(reason),
    )  # fmt: skip
    if reason is GapReason.REPORT_WRONG:
        return begin_correction(turn, activity.no)
    words = _("Noted for activity {no}: {reason}. The provincial office sees it in the reconciliation.")
    return [say(words.format(no=activity.no, reason=gap_reason_words(reason)))]
