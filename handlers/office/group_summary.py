"""สรุปในกลุ่ม: a group gets the weekly summary only after the office has seen what that costs; off again by one command.

LINE counts a push to a group once for each of its members (docs/rules.md), so nothing is switched on by itself.
"""

from cards.card import Card, say
from cards.group_summary import cost_of_group, groups_with_summary
from handlers.office.desk import facts_of, may, only_the_office, propose
from handlers.spoken import means
from handlers.turn import Turn
from i18n import _
from models.audit import note
from models.dialogue import Dialogue
from models.group_chat import group_at, groups_told, switch_off, switch_on
from rules.permissions import Action

WHAT = "group-summary"
COUNT = "group-size"  # the task that asks LINE for the members and then asks the office


def answer_in_group(turn: Turn, text: str) -> list[Card] | None:
    """Answer the two commands where they are said; None for anything else."""
    if means(text, lambda: _("summary in this group")):
        return _begin(turn)
    if means(text, lambda: _("no summary in this group")):
        return _end(turn)
    return None


def show(turn: Turn) -> list[Card]:
    """Return which groups get the summary, in the office's own chat."""
    if not may(turn, Action.TELL_GROUP):
        return only_the_office()
    return [groups_with_summary([group.members for group in groups_told(turn.session, turn.province.id)])]


def group_of(turn: Turn) -> str | None:
    """Return LINE's id of the group or room that the event comes from."""
    source = turn.event.get("source") or {}
    found = source.get("groupId") or source.get("roomId")
    return found if isinstance(found, str) else None


def ask(turn: Turn, members: int | None, left: int | None, times: int, alone: int) -> list[Card]:
    """Ask whether the group shall get the summary; `alone` is to how many it goes already, each by themselves."""
    if members is None:
        return [say(_("LINE does not say how many members this group has. Please try again later."))]
    facts = {"group": group_of(turn), "members": members}
    taps = propose(turn, WHAT, facts, [(_("Send it here"), _("confirm"), "on")])
    return [cost_of_group(members, times, left, alone, *taps)]


def act(turn: Turn, dialogue: Dialogue, _verb: str) -> list[Card]:
    """Switch the summary on for the group that was asked about."""
    if not may(turn, Action.TELL_GROUP):
        return only_the_office()
    facts = facts_of(dialogue)
    switch_on(
        turn.session,
        turn.channel,
        facts["group"],
        province_id=turn.province.id,
        members=facts["members"],
        asked_by=turn.person.id,
        now=turn.now,
    )
    _note(turn, "group-summary-on", members=facts["members"])
    words = _("From the next time on the weekly summary comes here too. To stop it, type: tn {word}")
    return [say(words.format(word=_("no summary in this group")))]


def _begin(turn: Turn) -> list[Card]:
    if not may(turn, Action.TELL_GROUP):
        return only_the_office()
    group = group_at(turn.session, turn.channel, group_of(turn) or "")
    if group is not None and group.ended_at is None:
        words = _("This group gets the weekly summary already. To stop it, type: tn {word}")
        return [say(words.format(word=_("no summary in this group")))]
    turn.later(COUNT, str(turn.event_id))
    return []


def _end(turn: Turn) -> list[Card]:
    if not may(turn, Action.TELL_GROUP):
        return only_the_office()
    if not switch_off(turn.session, turn.channel, group_of(turn) or "", turn.now):
        return [say(_("This group gets no weekly summary."))]
    _note(turn, "group-summary-off")
    return [say(_("The weekly summary does not come here any more."))]


def _note(turn: Turn, what: str, **about: int) -> None:
    note(turn.session, turn.now, what, province_id=turn.province.id, person_id=turn.person.id, **about)
