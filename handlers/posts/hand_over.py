"""โอนงาน: which post, all of it or some activities, from which day, to whom; asked where unsaid, done after one yes."""

from datetime import date, timedelta

from cards.card import Card
from cards.hand_over import HandOverView, confirm_hand_over, handed_over, successors_code
from cards.leave import days_words
from cards.notes import cancelled, old_button, refusal
from handlers.access import scope_of
from handlers.posts import people, steps
from handlers.posts.giving import Given, found_posts, givers, may_give, the_given
from handlers.posts.taking import brief, numbers_of, take_up, view_of
from handlers.posts.tell import tell
from handlers.turn import Turn
from i18n import _
from models.audit import note
from models.dialogue import Dialogue, close_dialogue
from models.hand_over import HandOver, code_for, offer_post
from models.person import Person
from rules.fiscal_year import next_period, period_of
from rules.permissions import Action, Scope
from thai import writing
from thai.staff import HandOverSaid, only_days, only_numbers

KIND = "hand-over"
FURTHEST = timedelta(days=366)
BY_CODE = "code"
WHOLE = "whole"


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
    elif "to" not in state and people.named(text, _successors(turn, state)):
        state["to_said"] = text
    else:
        return None
    return _next(turn, dialogue, state)


def ask_again(turn: Turn, dialogue: Dialogue) -> list[Card] | None:
    return _next(turn, dialogue, dict(dialogue.state))


def _next(turn: Turn, dialogue: Dialogue, state: steps.State, *, is_confirmed: bool = False) -> list[Card]:
    """Ask for the first thing that is missing or wrong; with everything said, ask for the yes, and then do it."""
    for question in (_ask_post, _ask_what, _ask_day, _ask_to):
        asked = question(turn, dialogue, state)
        if asked:
            return asked
    if is_confirmed:
        return _do(turn, dialogue, state)
    view = _view(turn, state)
    return steps.confirm(turn, dialogue, state, lambda yes, no: confirm_hand_over(view, yes, no))


def _ask_post(turn: Turn, dialogue: Dialogue, state: steps.State) -> list[Card]:
    if "post" in state:
        if the_given(turn, state["post"], state["person"]) is not None:
            return []
        close_dialogue(dialogue, "outdated", turn.now)
        return [old_button()]
    found = found_posts(turn, state.get("whose", ""), tuple(state.get("said", ())))
    if len(found) == 1:
        state["post"], state["person"] = found[0].post.id, found[0].person_id
        return []
    remark = "" if found else _("No post that you can hand over fits that.")
    if not found:
        state.update(whose="", said=[])
        found = givers(turn)
    if not found:
        close_dialogue(dialogue, "nothing", turn.now)
        return [refusal(_("You hold no post that can be handed over."))]
    options = [(each.label, each.words, f"post:{each.post.id}:{each.person_id}") for each in found]
    asked = _("Whose work? Choose, or type a name or the number of an activity.")
    shown = "\n".join(part for part in (remark, asked) if part)
    return steps.ask(turn, dialogue, state, shown, options)


def _ask_what(turn: Turn, dialogue: Dialogue, state: steps.State) -> list[Card]:
    given = _given(turn, state)
    known, said = given.numbers, list(state.get("said", ()))
    if given.is_whole_only or set(said) == set(known) or (not said and len(known) <= 1):
        state["what"] = WHOLE
    wrong = [each for each in said if each not in known]
    if said and not wrong and state.get("what") != WHOLE:
        state["what"] = "some"
    if "what" in state and (state["what"] == WHOLE or (said and not wrong)):
        return []
    state.pop("what", None)
    state["said"] = []
    remark = _("This post does not answer for {numbers}.").format(numbers=", ".join(map(str, wrong)))
    numbers = ", ".join(map(str, known))
    asked = _("What goes? The whole post ({numbers}), or type the numbers, such as: {example}")
    asked = asked.format(numbers=numbers, example=" ".join(map(str, known[:2])))
    shown = f"{remark}\n{asked}" if wrong else asked
    return steps.ask(turn, dialogue, state, shown, [(_("The whole post"), _("whole post"), f"what:{WHOLE}")])


def _ask_day(turn: Turn, dialogue: Dialogue, state: steps.State) -> list[Card]:
    wrong = ""
    if "day" in state:
        wrong = _wrong_day(turn, state["day"])
        if not wrong:
            return []
    state.pop("day", None)
    first = next_period(period_of(turn.today))
    options = [
        (_("Today"), _("today"), f"day:{turn.today}"),
        (writing.short_date(first), writing.long_date(first), f"day:{first}"),
    ]
    asked = _("From which day? Choose, or type a date.")
    return steps.ask(turn, dialogue, state, f"{wrong}\n{asked}" if wrong else asked, options)


def _wrong_day(turn: Turn, said: str) -> str:
    try:
        day = date.fromisoformat(said)
    except ValueError:  # a forged button
        return _("Which day?")
    if day < turn.today:
        days = days_words(day, day)
        return _("{date} has passed. What was reported until today stays as it is.").format(date=days)
    return _("That is more than a year ahead.") if day - turn.today > FURTHEST else ""


def _ask_to(turn: Turn, dialogue: Dialogue, state: steps.State) -> list[Card]:
    candidates, remark = _successors(turn, state), ""
    if words := state.pop("to_said", ""):
        found = people.named(words, candidates)
        if len(found) == 1:
            state["to"] = str(found[0].id)
        elif found:
            names = ", ".join(each.name or "" for each in found)
            remark = _("Which of them: {names}? Please type the whole name.").format(names=names)
        else:
            remark = _("“{name}” is not known here. With a code anybody can join.").format(name=words)
    if state.get("to") == BY_CODE or state.get("to") in {str(each.id) for each in candidates}:
        return []
    state.pop("to", None)
    by_code = (_("Make a code"), _("make a code"), f"to:{BY_CODE}")
    known = [(each.name or "", each.name or "", f"to:{each.id}") for each in candidates if each.name]
    asked = _("To whom? Somebody new joins with a code; somebody known can be chosen, or typed.")
    shown = f"{remark}\n{asked}" if remark else asked
    return steps.ask(turn, dialogue, state, shown, [by_code, *known[: steps.MOST_OPTIONS - 1]])


def _successors(turn: Turn, state: steps.State) -> list[Person]:
    """Return members of the agency who may take it up; the office chooses among all."""
    given = _given(turn, state)
    is_office = scope_of(turn, Action.HAND_OVER) is Scope.PROVINCE
    found = people.members(turn, None if is_office else [given.post.agency_id or 0])
    return [each for each in found if each.id != given.person_id]


def _given(turn: Turn, state: steps.State) -> Given:
    given = the_given(turn, state["post"], state["person"])
    assert given is not None, "asked before"
    return given


def _view(turn: Turn, state: steps.State) -> HandOverView:
    given = _given(turn, state)
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
    given = _given(turn, state)
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
