"""มอบหมาย 13 ให้ …: the head or the office puts an activity under somebody's post, alone or beside others."""

from cards.card import Card, say
from cards.holders_assign import assigned, confirm_assignment, you_answer_for
from cards.notes import cancelled, old_button, refusal
from handlers.access import reaches, scope_of
from handlers.posts import people, steps
from handlers.posts.tell import tell
from handlers.turn import Turn
from i18n import _
from models.assign import assign, officers_of
from models.audit import note
from models.dialogue import Dialogue, close_dialogue
from models.person import Person
from models.plan import Activity, activity_numbered
from rules.permissions import Action, Scope
from thai.staff import AssignmentSaid

KIND = "assign"


def begin(turn: Turn, said: AssignmentSaid) -> list[Card]:
    scope = scope_of(turn, Action.ASSIGN)
    if scope is Scope.NONE:
        return [refusal(_("Only the head or the provincial office can do this."))]
    activity = activity_numbered(turn.session, turn.province.id, turn.year_be, said.no)
    if activity is None or not reaches(turn, Action.ASSIGN, activity):
        return [refusal(_("Activity {no} is not one that you can give to somebody.").format(no=said.no))]
    found = people.named(said.name, people.within(turn, scope))
    if len(found) > 1:
        names = ", ".join(each.name or "" for each in found)
        return [say(_("Which of them: {names}? Please type the whole name.").format(names=names))]
    if not found:
        text = _("“{name}” is not known here. To invite somebody, type: {word}")
        return [refusal(text.format(name=said.name, word=_("hand over")))]
    state: steps.State = {"activity": activity.id, "person": found[0].id}
    dialogue, aside = steps.start(turn, KIND, state)
    return [*aside, _confirm(turn, dialogue, state, activity, found[0])]


def tap(turn: Turn, token: str, verb: str, _arguments: list[str]) -> list[Card]:
    dialogue = steps.open_one(turn, token)
    if dialogue is None:
        return [old_button()]
    activity = turn.session.get_one(Activity, dialogue.state["activity"])
    if verb not in ("alone", "together") or not reaches(turn, Action.ASSIGN, activity):
        close_dialogue(dialogue, "cancelled", turn.now)
        return [cancelled()]
    person = turn.session.get_one(Person, dialogue.state["person"])
    before = officers_of(turn.session, activity, turn.today)
    assign(turn.session, activity, person, turn.today, alone=verb == "alone")
    close_dialogue(dialogue, "assigned", turn.now)
    about = {"activity": activity.id, "to": person.id, "alone": verb == "alone"}
    note(
        turn.session,
        turn.now,
        "assigned",
        province_id=turn.province.id,
        person_id=turn.person.id,
        **about,
    )
    after = officers_of(turn.session, activity, turn.today)
    names = [each.name or "" for each in after]
    key = f"{activity.id}:{dialogue.id}"
    by = turn.person.name or ""
    tell(turn, person, lambda: [you_answer_for(activity.no, activity.name, by)], "assigned", key)
    kept = {each.id for each in after}
    for each in before:
        if each.id not in kept:
            tell(turn, each, lambda: [assigned(activity.no, activity.name, names)], "assigned", key)
    return [assigned(activity.no, activity.name, names)]


def on_text(turn: Turn, dialogue: Dialogue, text: str) -> list[Card] | None:
    typed = steps.typed_button(dialogue, text)
    return tap(turn, dialogue.token, *typed) if typed else None


def _confirm(turn: Turn, dialogue: Dialogue, state: steps.State, activity: Activity, person: Person) -> Card:
    now = [
        each.name or "" for each in officers_of(turn.session, activity, turn.today) if each.id != person.id
    ]
    together = (_("Together"), _("together"), "together")
    alone = (_("Alone"), _("alone"), "alone")
    options = [alone, *([together] if now else []), (_("Cancel"), _("cancel"), "cancel")]
    choices = steps.offer(turn, dialogue, state, options)
    return confirm_assignment(activity.no, activity.name, now, person.name or "", choices)
