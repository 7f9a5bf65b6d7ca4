"""ยกเลิกลา: a leave is taken back, or ends today because somebody is there again."""

from cards.card import Card, say
from cards.leave import days_words, leave_ended
from cards.notes import old_button, refusal
from handlers.access import scope_of
from handlers.numbers import row_named
from handlers.posts import people, steps
from handlers.posts.leave_told import tell_of_end, view_of
from handlers.turn import Turn
from i18n import _
from models.absence import Absence, end_absence, to_come
from models.audit import note
from models.dialogue import Dialogue, begin_dialogue, close_dialogue
from rules.permissions import Action

KIND = "leave-end"


def begin(turn: Turn, whose: str) -> list[Card]:
    """End the one leave that there is, or ask which; `whose` is a name, "" for one's own."""
    person = turn.person
    if whose:
        found = people.named(whose, people.within(turn, scope_of(turn, Action.RECORD_LEAVE)))
        if len(found) != 1:
            return [refusal(_("“{name}” is nobody whose leave you can cancel.").format(name=whose))]
        person = found[0]
    absences = to_come(turn.session, person.id, turn.today)
    if not absences:
        return [say(_("No leave of {name} is written down.").format(name=person.name or ""))]
    dialogue = begin_dialogue(turn.session, turn.person.id, KIND, {}, turn.now)
    if len(absences) == 1:
        return _end(turn, dialogue, absences[0])
    options = [
        (days_words(each.from_on, each.to_on), days_words(each.from_on, each.to_on), f"end:{each.id}")
        for each in absences
    ]
    return steps.ask(turn, dialogue, {}, _("Which leave is to be cancelled?"), options)


def tap(turn: Turn, token: str, verb: str, arguments: list[str]) -> list[Card]:
    dialogue = steps.open_one(turn, token)
    if dialogue is None:
        return [old_button()]
    absence = row_named(turn.session, Absence, arguments[0]) if arguments else None
    if verb == "end" and absence is not None and _may_end(turn, absence):
        return _end(turn, dialogue, absence)
    close_dialogue(dialogue, "cancelled", turn.now)
    return [say(_("Nothing was changed."))]


def on_text(turn: Turn, dialogue: Dialogue, text: str) -> list[Card] | None:
    typed = steps.typed_button(dialogue, text)
    return tap(turn, dialogue.token, *typed) if typed else None


def _may_end(turn: Turn, absence: Absence) -> bool:
    if absence.cancelled_at is not None or absence.to_on < turn.today:
        return False
    reach = people.within(turn, scope_of(turn, Action.RECORD_LEAVE))
    return absence.person_id in {turn.person.id, *(person.id for person in reach)}


def _end(turn: Turn, dialogue: Dialogue, absence: Absence) -> list[Card]:
    view = view_of(turn, absence)
    tell_of_end(turn, absence)
    end_absence(absence, turn.today, turn.now)
    close_dialogue(dialogue, "ended", turn.now)
    note(
        turn.session,
        turn.now,
        "leave_ended",
        province_id=turn.province.id,
        person_id=turn.person.id,
        absence=absence.id,
    )
    return [leave_ended(view)]
