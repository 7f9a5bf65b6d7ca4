"""The questions of a hand-over, one function each: empty where the answer is there and right, else what is to be asked."""

from datetime import date, timedelta

from cards.card import Card
from cards.leave import days_words
from cards.notes import old_button, refusal
from handlers.access import scope_of
from handlers.posts import people, steps
from handlers.posts.giving import Given, found_posts, givers, the_given
from handlers.turn import Turn
from i18n import _
from models.dialogue import Dialogue, close_dialogue
from models.person import Person
from rules.fiscal_year import next_period, period_of
from rules.permissions import Action, Scope
from thai import writing

FURTHEST = timedelta(days=366)
BY_CODE = "code"
WHOLE = "whole"


def ask_post(turn: Turn, dialogue: Dialogue, state: steps.State) -> list[Card]:
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


def ask_what(turn: Turn, dialogue: Dialogue, state: steps.State) -> list[Card]:
    given = chosen(turn, state)
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


def ask_day(turn: Turn, dialogue: Dialogue, state: steps.State) -> list[Card]:
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


def ask_to(turn: Turn, dialogue: Dialogue, state: steps.State) -> list[Card]:
    candidates, remark = successors(turn, state), ""
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


def successors(turn: Turn, state: steps.State) -> list[Person]:
    """Return members of the agency who may take it up; the office chooses among all."""
    given = chosen(turn, state)
    is_office = scope_of(turn, Action.HAND_OVER) is Scope.PROVINCE
    found = people.members(turn, None if is_office else [given.post.agency_id or 0])
    return [each for each in found if each.id != given.person_id]


def chosen(turn: Turn, state: steps.State) -> Given:
    given = the_given(turn, state["post"], state["person"])
    assert given is not None, "asked before"
    return given
