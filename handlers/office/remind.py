"""ส่งเตือน: the office reminds who still owes, after seeing whom it reaches and what it costs."""

from cards.card import Card
from cards.send_reminder import nobody_to_remind, reminded, send_reminder
from handlers.office.clerk import clerk_of
from handlers.office.desk import Option, may, only_the_office, propose
from handlers.turn import Turn
from i18n import _, ngettext
from models.audit import note
from models.dialogue import Dialogue
from rules.permissions import Action

WHAT = "remind"
FRESH, ALL = "fresh", "all"


def begin(turn: Turn) -> list[Card]:
    """Show whom a reminder would reach; who was told something today is left out unless the office insists."""
    if not may(turn, Action.SEND_REMINDERS):
        return only_the_office()
    view = clerk_of(turn).nudge_view(turn)
    if not view.fresh and not view.told_today:
        return [nobody_to_remind(view)]
    options: list[Option] = []
    if view.fresh:
        count = len(view.fresh)
        label = ngettext("Remind {count} person", "Remind {count} people", count).format(count=count)
        options.append((label, _("remind"), FRESH))
    if view.told_today:
        everybody = len(view.fresh) + len(view.told_today)
        label = _("Remind all {count} again").format(count=everybody)
        options.append((label, _("remind all"), ALL))
    main, *others = propose(turn, WHAT, {}, options)
    return [send_reminder(view, main, *others)]


def act(turn: Turn, dialogue: Dialogue, verb: str) -> list[Card]:
    """Remind, once for each question asked: its token is the notices' key."""
    if not may(turn, Action.SEND_REMINDERS):
        return only_the_office()
    clerk = clerk_of(turn)
    view = clerk.nudge_view(turn)
    count = clerk.nudge(turn, dialogue.token, also_told_today=verb == ALL)
    note(
        turn.session,
        turn.now,
        "reminded",
        province_id=turn.province.id,
        person_id=turn.person.id,
        count=count,
        again=verb == ALL,
    )
    return [reminded(count, view)]
