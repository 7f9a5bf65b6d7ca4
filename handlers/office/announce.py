"""ประกาศ: the office writes to its agencies, sees who has answered that they read it, and asks the others again."""

from collections.abc import Sequence

from cards import broadcast as cards
from cards.card import Card, Choice, say
from cards.send_reminder import cost_words
from cards.views_calm import HeardView
from engine.clock import BANGKOK
from handlers.numbers import number_in
from handlers.office.clerk import clerk_of
from handlers.office.desk import Option, facts_of, may, propose
from handlers.office.heard import heard_choice
from handlers.office.said import rest_after
from handlers.tell import tell
from handlers.turn import Turn
from i18n import _, ngettext, speaking
from models.agency import Agency
from models.answering import people_with_role
from models.audit import note
from models.broadcast import Audience, Broadcast, broadcast_numbered, heard_by, make_broadcast, tell_again
from models.dialogue import Dialogue
from models.person import Person
from models.post import posts_held
from rules.permissions import Action
from rules.role import Role
from rules.urgency import Urgency

WHAT, AGAIN = "announce", "announce-again"
LONGEST = 1_000
ROLES = {
    Audience.EVERYONE: (Role.HEAD, Role.OFFICER),
    Audience.OFFICERS: (Role.OFFICER,),
    Audience.HEADS: (Role.HEAD,),
}


def typed(turn: Turn, words: str) -> list[Card] | None:
    """Answer what was typed behind ประกาศ; None for anybody but the office, to whom the word means something else."""
    if not may(turn, Action.ANNOUNCE):
        return None
    number, _space, rest = words.partition(" ")
    asked = number_in(number)
    if not words or (asked is not None and not rest):
        return _show(turn, asked)
    if asked is not None and rest_after(rest, lambda: _("again")) == "":
        return _ask_again(turn, asked)
    return _ask(turn, words)


def act(turn: Turn, dialogue: Dialogue, verb: str) -> list[Card]:
    """Send the announcement to those who were chosen."""
    if not may(turn, Action.ANNOUNCE):
        return []
    audience = Audience(verb)
    people = _people(turn, audience)
    made = make_broadcast(
        turn.session,
        turn.province.id,
        facts_of(dialogue)["text"],
        audience,
        people,
        made_by=turn.person.id,
        now=turn.now,
    )
    told = sum(_tell(turn, made, person, 1) for person in people)
    note(
        turn.session,
        turn.now,
        "announced",
        province_id=turn.province.id,
        person_id=turn.person.id,
        announcement=made.id,
        people=told,
    )
    return [cards.announced(made.no, told)]


def act_again(turn: Turn, dialogue: Dialogue, _verb: str) -> list[Card]:
    """Send an announcement once more to those who have not answered."""
    made = broadcast_numbered(turn.session, turn.province.id, facts_of(dialogue)["no"])
    if made is None or not may(turn, Action.ANNOUNCE):
        return []
    silent = _reachable(heard_by(turn.session, made).silent)
    told = sum(_tell(turn, made, person, tell_again(turn.session, made, person.id)) for person in silent)
    return [cards.announced(made.no, told)]


def _ask(turn: Turn, text: str) -> list[Card]:
    if len(text) > LONGEST:
        return [
            say(
                _("An announcement holds {most} letters at most; this one has {count}.").format(
                    most=LONGEST, count=len(text)
                )
            )
        ]
    counts = {audience: len(_reachable(_people(turn, audience))) for audience in Audience}
    if not counts[Audience.EVERYONE]:
        return [say(_("There is nobody to tell yet: no officer and no head has joined."))]
    taps = propose(
        turn, WHAT, {"text": text}, [_option(each, count) for each, count in counts.items() if count]
    )
    cost = [cost_words(counts[Audience.EVERYONE], clerk_of(turn).quota(turn).left)]
    cost.append(_("Whoever was written to today gets it on the next working morning."))
    return [cards.preview(text, cost, taps[0], *taps[1:])]


def _option(audience: Audience, count: int) -> Option:
    label, typed_word = {
        Audience.EVERYONE: (_("Everybody: {count}"), _("everybody")),
        Audience.OFFICERS: (_("Officers only: {count}"), _("officers only")),
        Audience.HEADS: (_("Heads only: {count}"), _("heads only")),
    }[audience]
    return label.format(count=count), typed_word, str(audience)


def _ask_again(turn: Turn, no: int) -> list[Card]:
    made = broadcast_numbered(turn.session, turn.province.id, no)
    if made is None:
        return [cards.no_announcement()]
    silent = _reachable(heard_by(turn.session, made).silent)
    if not silent:
        return _show(turn, no)
    count = len(silent)
    label = ngettext("Tell {count} person again", "Tell {count} people again", count).format(count=count)
    taps = propose(turn, AGAIN, {"no": no}, [(label, _("confirm"), "yes")])
    cost = [
        cost_words(count, clerk_of(turn).quota(turn).left),
        ", ".join(each.name or "" for each in silent[:20]),
    ]
    return [cards.preview(made.text, cost, taps[0], *taps[1:])]


def _show(turn: Turn, no: int | None) -> list[Card]:
    made = broadcast_numbered(turn.session, turn.province.id, no)
    if made is None:
        return [cards.no_announcement()]
    found = heard_by(turn.session, made)
    author = turn.session.get(Person, made.made_by)
    view = HeardView(
        no=made.no,
        text=made.text,
        by=(author.name if author else "") or "",
        on=made.made_at.astimezone(BANGKOK).date(),
        answered=tuple(each.name or "" for each in found.answered),
        silent=tuple((each.name or "", _agency(turn, each), each.phone or "") for each in found.silent),
    )
    again = Choice(_("Ask again"), f"{_('announce')} {made.no} {_('again')}")
    return [cards.heard(view, *([again] if found.silent else []))]


def _agency(turn: Turn, person: Person) -> str:
    ids = [post.agency_id for post in posts_held(turn.session, person.id, turn.today) if post.agency_id]
    agency = turn.session.get(Agency, ids[0]) if ids else None
    return agency.name if agency else ""


def _people(turn: Turn, audience: Audience) -> list[Person]:
    found = {
        person.id: person
        for role in ROLES[audience]
        for person in people_with_role(turn.session, turn.province.id, role, turn.today)
    }
    return list(found.values())


def _reachable(people: Sequence[Person]) -> list[Person]:
    return [person for person in people if person.unreachable_since is None]


def _tell(turn: Turn, made: Broadcast, person: Person, time: int) -> bool:
    with speaking(person.language):
        by = _("{name}, provincial office").format(name=turn.person.name or "")
        card = cards.announcement(made.no, made.text, by, heard_choice(made))
    return tell(turn, person, [card], kind="announcement", key=f"{made.id}-{time}", urgency=Urgency.CHASE)
