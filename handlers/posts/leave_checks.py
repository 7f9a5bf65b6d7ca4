"""What cannot be written down as a leave, each said in one sentence: its days, and who is to act."""

from datetime import date, timedelta

from cards.leave import days_words
from handlers.posts import people
from handlers.posts.steps import State
from handlers.turn import Turn
from i18n import _
from models.absence import overlapping
from models.person import Person
from thai import writing

LONGEST = timedelta(days=366)


def wrong_days(turn: Turn, state: State, whose: Person) -> str:
    """Return what is wrong with the days, as far as both are said; nothing where they are right."""
    if "last" not in state:
        return ""
    try:
        first, last = (date.fromisoformat(state[each]) for each in ("first", "last"))
    except ValueError:  # a forged button
        return _("Which days?")
    said = days_words(first, last)
    if last < first:
        dates = {"first": writing.short_date(first), "last": writing.short_date(last)}
        return _("{last} is before {first}: which comes first?").format(**dates)
    if last < turn.today:
        return _("{days} has passed. Only leave that is not over can be written down.").format(days=said)
    if last - first > LONGEST:
        word = _("hand over")
        return _("That is more than a year. To hand the post over for good, type: {word}").format(word=word)
    other = overlapping(turn.session, whose.id, first, last)
    if other is not None:
        days = days_words(other.from_on, other.to_on)
        text = _("There is a leave already: {days}. To cancel it, type: {word}")
        return text.format(days=days, word=_("cancel leave"))
    return ""


def wrong_acting(turn: Turn, state: State, whose: Person, first: date, last: date) -> str:
    """Return why whoever was chosen cannot act on these days; nothing where they can, or nobody was chosen."""
    acting_id = state.get("acting")
    if not acting_id:
        return ""
    acting = next((each for each in people.could_act_for(turn, whose) if each.id == acting_id), None)
    if acting is None:
        return _("That person cannot act for {name}.").format(name=whose.name or "")
    away = overlapping(turn.session, acting.id, first, last)
    if away is not None:
        days = days_words(away.from_on, away.to_on)
        return _("{name} is away too, {days}.").format(name=acting.name or "", days=days)
    if acting.unreachable_since is not None:
        return _("{name} cannot be reached on LINE, so reminders would not arrive.").format(
            name=acting.name or ""
        )
    return ""
