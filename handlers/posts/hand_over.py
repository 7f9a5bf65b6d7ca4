"""โอนงาน: which post, all of it or some activities, from which day, to whom; asked where unsaid, done after one yes."""

from datetime import date

from cards.card import Card
from cards.hand_over import HandOverView, confirm_hand_over, handed_over, successors_code
from cards.notes import cancelled, old_button, refusal
from handlers.access import scope_of
from handlers.posts import people, steps
from handlers.posts.giving import found_posts, may_give
from handlers.posts.hand_over_questions import (
    BY_CODE,
    WHOLE,
    ask_day,
    ask_post,
    ask_to,
    ask_what,
    chosen,
    successors,
)
from handlers.posts.taking import brief, numbers_of, take_up, view_of
from handlers.posts.tell import tell
from handlers.turn import Turn
from i18n import _
from models.audit import note
from models.dialogue import Dialogue, close_dialogue
from models.hand_over import HandOver, code_for, offer_post
from models.person import Person
from rules.permissions import Action, Scope
from thai.staff import HandOverSaid, only_days, only_numbers

KIND = "hand-over"


def begin(turn: Turn, said: HandOverSaid) -> list[Card]:
    """Take what was said and ask for the rest."""
    if scope_of(turn, Action.HAND_OVER) is Scope.NONE:
        return [refusal(_("Only officers, heads and the provincial office can hand over."))]
    state: steps.State = {"said": list(said.numbers), "whose": said.whose, "to_said": said.to}
    if said.is_whole:
        state["what"] = WHOLE
    if said.from_on is not None:
        state["day"] = said.from_on.isoformat()
    dialogue, aside = steps.start(turn, KIND, state)
    return [*aside, *_next(turn, dialogue, state)]


def tap(turn: Turn, token: str, verb: str, arguments: list[str]) -> list[Card]:
    dialogue = steps.open_one(turn, token)
    if dialogue is None:
        return [old_button()]
    state, argument = dict(dialogue.state), arguments[0] if arguments else ""
    if verb == "post" and len(arguments) == 2 and all(each.isdecimal() for each in arguments):
        state["post"], state["person"] = (int(each) for each in arguments)
    elif verb in ("what", "day", "to"):
        state[verb] = argument
    elif verb != "yes":
        close_dialogue(dialogue, "cancelled", turn.now)
        return [cancelled()]
    return _next(turn, dialogue, state, is_confirmed=verb == "yes")


def on_text(turn: Turn, dialogue: Dialogue, text: str) -> list[Card] | None:
    """Take the words of a button, a name, numbers or a day; None where the text speaks of something else."""
    if typed := steps.typed_button(dialogue, text):
        return tap(turn, dialogue.token, *typed)
    state = dict(dialogue.state)
    numbers = only_numbers(text)
    if "post" not in state:
        if not found_posts(turn, "" if numbers else text, numbers):
            return None
        state.update(whose="" if numbers else text, said=list(numbers))
    elif "what" not in state:
        if not numbers:
            return None
        state["said"] = list(numbers)
    elif "day" not in state:
        days = only_days(text, turn.today)
        if days is None:
            return None
        state["day"] = days.first.isoformat()
    elif "to" not in state and people.named(text, successors(turn, state)):
        state["to_said"] = text
    else:
        return None
    return _next(turn, dialogue, state)


def ask_again(turn: Turn, dialogue: Dialogue) -> list[Card] | None:
    return _next(turn, dialogue, dict(dialogue.state))


def _next(turn: Turn, dialogue: Dialogue, state: steps.State, *, is_confirmed: bool = False) -> list[Card]:
    """Ask for the first thing that is missing or wrong; with everything said, ask for the yes, and then do it."""
    for question in (ask_post, ask_what, ask_day, ask_to):
        asked = question(turn, dialogue, state)
        if asked:
            return asked
    if is_confirmed:
        return _do(turn, dialogue, state)
    view = _view(turn, state)
    return steps.confirm(turn, dialogue, state, lambda yes, no: confirm_hand_over(view, yes, no))


def _view(turn: Turn, state: steps.State) -> HandOverView:
    given = chosen(turn, state)
    successor = turn.session.get(Person, int(state["to"])) if state["to"] != BY_CODE else None
    return HandOverView(
        post=given.words,
        agency=given.agency,
        name=given.name,
        successor=(successor.name or "") if successor else "",
        from_on=date.fromisoformat(state["day"]),
        numbers=given.numbers if state["what"] == WHOLE else tuple(state["said"]),
        is_whole=state["what"] == WHOLE,
    )


def _do(turn: Turn, dialogue: Dialogue, state: steps.State) -> list[Card]:
    given = chosen(turn, state)
    if not may_give(turn, given):
        return [old_button()]
    close_dialogue(dialogue, "handed_over", turn.now)
    ids = None if state["what"] == WHOLE else [given.ids[no] for no in state["said"]]
    person = turn.session.get(Person, given.person_id) if given.person_id else None
    offer = offer_post(
        turn.session,
        given.post,
        person,
        date.fromisoformat(state["day"]),
        activity_ids=ids,
        made_by=turn.person.id,
        now=turn.now,
    )
    about = {"province_id": turn.province.id, "person_id": turn.person.id, "hand_over": offer.id}
    note(turn.session, turn.now, "hand_over", **about)
    if state["to"] == BY_CODE:
        code, row = code_for(turn.session, offer, turn.now)
        return [successors_code(view_of(turn, offer, numbers_of(turn, offer)), code, row.expires_at)]
    return _to_somebody_known(turn, offer, turn.session.get_one(Person, int(state["to"])))


def _to_somebody_known(turn: Turn, offer: HandOver, successor: Person) -> list[Card]:
    numbers = numbers_of(turn, offer)
    take_up(turn, offer, successor)
    tell(turn, successor, lambda: [brief(turn, offer, successor)], "briefing", str(offer.id))
    done = handed_over(view_of(turn, offer, numbers))
    return [done, brief(turn, offer, successor)] if successor.id == turn.person.id else [done]
