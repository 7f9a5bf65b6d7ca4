"""รับทราบประกาศ: somebody answers that they have read an announcement."""

from cards.card import Card, Choice, say
from cards.notes import old_button
from handlers.numbers import number_in, row_named
from handlers.office.said import rest_after
from handlers.turn import Turn
from i18n import _
from models.broadcast import Broadcast, broadcast_numbered, hear

KIND = "heard"


def _read() -> str:
    return _("read announcement")


def heard_choice(made: Broadcast) -> Choice:
    """Return the button under an announcement; it names the announcement, and who taps it is looked up."""
    return Choice(_("I have read it"), f"{_('read announcement')} {made.no}", f"{KIND}:{made.id}")


def tap(turn: Turn, rest: list[str]) -> list[Card]:
    made = row_named(turn.session, Broadcast, rest[0]) if rest else None
    return _hear(turn, made if made is not None and made.province_id == turn.province.id else None)


def typed(turn: Turn, text: str) -> list[Card] | None:
    """Take the typed form, with the announcement's number or for the latest; None where `text` is something else."""
    rest = rest_after(text, _read)
    number = number_in(rest or "")
    if rest is None or (rest and number is None):
        return None
    return _hear(turn, broadcast_numbered(turn.session, turn.province.id, number))


def _hear(turn: Turn, made: Broadcast | None) -> list[Card]:
    said = hear(turn.session, made, turn.person.id, turn.now) if made is not None else None
    if said is None or made is None:
        return [old_button()]
    if not said:
        return [say(_("You had said so already. Thank you."))]
    return [
        say(
            _("Thank you. The provincial office sees that you have read announcement {no}.").format(
                no=made.no
            )
        )
    ]
