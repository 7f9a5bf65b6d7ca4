"""ลา: somebody is away from a day to a day, and somebody else acts; asked where unsaid, and stored after one yes."""

from datetime import date, timedelta

from cards.card import Card, say
from cards.leave import confirm_leave, leave_written
from cards.notes import cancelled, old_button, refusal
from handlers.access import scope_of
from handlers.numbers import number_in
from handlers.posts import people, steps
from handlers.posts.leave_checks import wrong_acting, wrong_days
from handlers.posts.leave_told import tell_all, view_of
from handlers.turn import Turn
from i18n import _
from models.absence import Absence, away_on, record_absence
from models.audit import note
from models.dialogue import Dialogue, close_dialogue
from models.person import Person
from rules.permissions import Action
from thai.staff import LeaveSaid, only_days

KIND = "leave"
LONGEST = timedelta(days=366)
NOBODY = 0


def begin(turn: Turn, said: LeaveSaid) -> list[Card]:
    """Take what was said and ask for the rest."""
    whose = _whose(turn, said.whose)
    if isinstance(whose, Card):
        return [whose]
    state: steps.State = {"whose": whose.id}
    if said.first:
        state["first"] = said.first.isoformat()
    if said.last:
        state["last"] = said.last.isoformat()
    if said.nobody_acts:
        state["acting"] = NOBODY
    dialogue, aside = steps.start(turn, KIND, state)
    remark = _take_name(turn, state, whose, said.acting) if said.acting else ""
    return [*aside, *_next(turn, dialogue, state, remark)]


def tap(turn: Turn, token: str, verb: str, arguments: list[str]) -> list[Card]:
    dialogue = steps.open_one(turn, token)
    if dialogue is None:
        return [old_button()]
    state = dict(dialogue.state)
    if verb == "days" and len(arguments) == 2:
        state["first"], state["last"] = arguments
    elif verb == "acting" and arguments and (acting := number_in(arguments[0])) is not None:
        state["acting"] = acting
    elif verb != "yes":
        close_dialogue(dialogue, "cancelled", turn.now)
        return [cancelled()]
    return _next(turn, dialogue, state, is_confirmed=verb == "yes")


def on_text(turn: Turn, dialogue: Dialogue, text: str) -> list[Card] | None:
    """Take the words of a button, days, or a name; None where the text speaks of something else."""
    if typed := steps.typed_button(dialogue, text):
        return tap(turn, dialogue.token, *typed)
    state = dict(dialogue.state)
    if "last" not in state:
        return _take_days(turn, dialogue, state, text)
    if "acting" in state:
        return None
    whose = turn.session.get_one(Person, state["whose"])
    if not people.named(text, people.could_act_for(turn, whose)):
        return None
    remark = _take_name(turn, state, whose, text)
    return _next(turn, dialogue, state, remark)


def ask_again(turn: Turn, dialogue: Dialogue) -> list[Card] | None:
    """Return the question that is open once more."""
    return _next(turn, dialogue, dict(dialogue.state))


def _whose(turn: Turn, words: str) -> Person | Card:
    """Return whose leave it is: one's own, or that of somebody within reach; a card that says why it cannot be."""
    if not words:
        return turn.person
    found = people.named(words, people.within(turn, scope_of(turn, Action.RECORD_LEAVE)))
    if people.named(words, [turn.person]) and turn.person not in found:
        return turn.person
    if len(found) == 1:
        return found[0]
    if found:
        names = ", ".join(each.name or "" for each in found)
        return say(_("Which of them: {names}? Please type the whole name.").format(names=names))
    return refusal(_("“{name}” is nobody whose leave you can write down.").format(name=words))


def _take_days(turn: Turn, dialogue: Dialogue, state: steps.State, text: str) -> list[Card] | None:
    span = only_days(text, turn.today)
    if span is None:
        return None
    if "first" in state:  # "from the 5th": now the last day is said
        state["last"] = (span.last or span.first).isoformat()
    else:
        state["first"] = span.first.isoformat()
        if span.last:
            state["last"] = span.last.isoformat()
    return _next(turn, dialogue, state)


def _take_name(turn: Turn, state: steps.State, whose: Person, words: str) -> str:
    """Keep who is to act, where the words name just one; else return what is to be said about them."""
    found = people.named(words, people.could_act_for(turn, whose))
    if len(found) == 1:
        state["acting"] = found[0].id
        return ""
    if found:
        names = ", ".join(each.name or "" for each in found)
        return _("Which of them: {names}? Please type the whole name.").format(names=names)
    return _("“{name}” is no member of the agency, so cannot act.").format(name=words)


def _next(
    turn: Turn, dialogue: Dialogue, state: steps.State, remark: str = "", *, is_confirmed: bool = False
) -> list[Card]:
    """Ask for the first thing that is missing or wrong; with everything said, ask for the yes, and then store it."""
    whose = turn.session.get_one(Person, state["whose"])
    if whose is not turn.person and whose not in people.within(turn, scope_of(turn, Action.RECORD_LEAVE)):
        close_dialogue(dialogue, "outdated", turn.now)
        return [old_button()]
    wrong = wrong_days(turn, state, whose)
    if wrong or "last" not in state:
        if wrong:
            state.pop("first", None)
            state.pop("last", None)
        return _ask_days(turn, dialogue, state, " ".join(part for part in (remark, wrong) if part))
    first, last = (date.fromisoformat(state[each]) for each in ("first", "last"))
    remark = remark or wrong_acting(turn, state, whose, first, last)
    if remark or "acting" not in state:
        state.pop("acting", None)
        return _ask_acting(turn, dialogue, state, whose, remark)
    absence = Absence(person_id=whose.id, acting_id=state["acting"] or None, from_on=first, to_on=last)
    if is_confirmed:
        return _store(turn, dialogue, absence)
    view = view_of(turn, absence)
    return steps.confirm(turn, dialogue, state, lambda yes, no: confirm_leave(view, yes, no))


def _ask_days(turn: Turn, dialogue: Dialogue, state: steps.State, wrong: str) -> list[Card]:
    if "first" in state:
        asked = _("Until which day? Type it, such as: {example}").format(example=_("12 May"))
        return steps.ask(turn, dialogue, state, asked, [])
    today, tomorrow = turn.today, turn.today + timedelta(days=1)
    options = [
        (_("Today"), _("today"), f"days:{today}:{today}"),
        (_("Tomorrow"), _("tomorrow"), f"days:{tomorrow}:{tomorrow}"),
    ]
    asked = _("Which days? Type them, such as: {example}").format(example=_("5-12 May"))
    return steps.ask(turn, dialogue, state, "\n".join(part for part in (wrong, asked) if part), options)


def _ask_acting(turn: Turn, dialogue: Dialogue, state: steps.State, whose: Person, remark: str) -> list[Card]:
    colleagues = people.could_act_for(turn, whose)
    away = away_on(turn.session, [each.id for each in colleagues], date.fromisoformat(state["first"]))
    free = [each for each in colleagues if each.id not in away and each.unreachable_since is None]
    nobody = (_("Nobody acts"), _("nobody acts"), f"acting:{NOBODY}")
    named = [(each.name or "", each.name or "", f"acting:{each.id}") for each in free if each.name]
    asked = _("Who acts meanwhile? Choose, or type a name.")
    options = [nobody, *named[: steps.MOST_OPTIONS - 1]]
    return steps.ask(turn, dialogue, state, "\n".join(part for part in (remark, asked) if part), options)


def _store(turn: Turn, dialogue: Dialogue, said: Absence) -> list[Card]:
    absence = record_absence(
        turn.session,
        turn.province.id,
        said.person_id,
        said.from_on,
        said.to_on,
        acting_id=said.acting_id,
        made_by=turn.person.id,
        now=turn.now,
    )
    close_dialogue(dialogue, "written", turn.now)
    note(
        turn.session,
        turn.now,
        "leave",
        province_id=turn.province.id,
        person_id=turn.person.id,
        absence=absence.id,
    )
    tell_all(turn, absence)
    return [leave_written(view_of(turn, absence))]
