"""Who is told of a leave: who acts, who is away where another wrote it down, and the head where nobody acts."""

from cards.leave import LeaveView, leave_ended, nobody_acts, you_act, you_are_away
from handlers.posts.tell import tell
from handlers.turn import Turn
from models.absence import Absence
from models.answering import people_of_agency
from models.person import Person
from models.post import activities_of_post, own_posts
from rules.role import Role


def view_of(turn: Turn, absence: Absence) -> LeaveView:
    """Return a leave as cards show it."""
    person = turn.session.get_one(Person, absence.person_id)
    acting = turn.session.get(Person, absence.acting_id) if absence.acting_id else None
    return LeaveView(
        name=person.name or "",
        first=absence.from_on,
        last=absence.to_on,
        acting=(acting.name or "") if acting else "",
        heads=", ".join(head.name or "" for head in _heads(turn, person)),
        numbers=_numbers(turn, person),
        by=turn.person.name or "",
    )


def tell_all(turn: Turn, absence: Absence) -> None:
    """Tell everybody concerned but the one who speaks now."""
    view, key = view_of(turn, absence), str(absence.id)
    person = turn.session.get_one(Person, absence.person_id)
    tell(turn, person, lambda: [you_are_away(view)], "leave", key)
    if absence.acting_id is not None:
        acting = turn.session.get_one(Person, absence.acting_id)
        tell(turn, acting, lambda: [you_act(view)], "acting", key)
        return
    for head in _heads(turn, person):
        tell(turn, head, lambda: [nobody_acts(view)], "nobody-acts", key)


def tell_of_end(turn: Turn, absence: Absence) -> None:
    """Tell who was to act that it is over, and who is away where another cancelled it."""
    view, key = view_of(turn, absence), str(absence.id)
    tell(
        turn,
        turn.session.get_one(Person, absence.person_id),
        lambda: [leave_ended(view)],
        "leave-ended",
        key,
    )
    if absence.acting_id is not None:
        acting = turn.session.get_one(Person, absence.acting_id)
        tell(turn, acting, lambda: [leave_ended(view, for_acting=True)], "acting-ended", key)


def _heads(turn: Turn, person: Person) -> list[Person]:
    """Return who is asked where nobody acts: the heads of an officer's agencies, nobody for others."""
    agencies = {
        post.agency_id
        for post in own_posts(turn.session, person.id, turn.today)
        if post.role is Role.OFFICER and post.agency_id is not None
    }
    found = {
        head.id: head
        for agency_id in sorted(agencies)
        for head in people_of_agency(turn.session, agency_id, Role.HEAD, turn.today)
        if head.id != person.id
    }
    return list(found.values())


def _numbers(turn: Turn, person: Person) -> tuple[int, ...]:
    """Return the activities that the person answers for as an officer."""
    return tuple(
        sorted(
            {
                activity.no
                for post in own_posts(turn.session, person.id, turn.today)
                if post.role is Role.OFFICER
                for activity in activities_of_post(turn.session, post, turn.year_be, turn.today)
            }
        )
    )
