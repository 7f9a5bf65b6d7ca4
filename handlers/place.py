"""A place on the map that somebody sends: it becomes an activity's coordinates, after a question where one is needed."""

import re
from collections.abc import Sequence
from datetime import timedelta
from functools import partial

from cards.card import Card, Choice, say
from cards.notes import check, old_button, refusal
from handlers.access import reaches, within_reach
from handlers.evidence import MOST_OFFERED, go_on, just_stored, report_being_made, report_choice
from handlers.keep_evidence import keep, not_kept, remove
from handlers.numbers import number_in
from handlers.report.begin import refuse_activity
from handlers.spoken import means, typed
from handlers.turn import Turn
from i18n import _
from models.evidence import PLACE, Doubt, Evidence
from models.place import doubt_place, give_place, open_place, place_sent
from models.plan import Activity, activity_numbered
from models.province import bounds_of
from models.report import with_receipt
from rules.bounds import is_on_earth
from rules.permissions import Action

KIND = "place"
# After a day, words such as "use this place" are no answer to it any more; the buttons still are.
ANSWERED_WITHIN = timedelta(days=1)
ONE_NUMBER = re.compile(r"\D*(\d{1,6})\D*")


def on_location(turn: Turn) -> list[Card]:
    """Keep a place and give it to the activity that is spoken of; where that is not clear, ask which one."""
    point = _point(turn)
    if point is None:
        return not_kept(turn) or [refusal(_("This place has no coordinates. Please send it again."))]
    piece = keep(turn, PLACE)
    if piece is None:
        return not_kept(turn)
    piece.latitude, piece.longitude = point
    spoken_of = _spoken_of(turn)
    return _take(turn, piece, spoken_of[0]) if len(spoken_of) == 1 else [_ask_which(turn, piece, spoken_of)]


def tap(turn: Turn, arguments: Sequence[str]) -> list[Card]:
    """Do what a button says about a place; one that was answered already changes nothing."""
    number, verb, *rest = [*arguments, "", ""]
    piece_id, no = number_in(number), number_in(rest[0] if rest else "")
    piece = place_sent(turn.session, turn.person.id, piece_id) if piece_id is not None else None
    if piece is None or (piece.activity_id is not None and piece.doubt is not Doubt.ASKED):
        return [old_button()]
    if verb == "for" and no is not None:
        return _take_number(turn, piece, no)
    if verb == "right" and piece.activity_id is not None:
        return _give(turn, piece, turn.session.get_one(Activity, piece.activity_id))
    return _send_again(turn, piece) if verb == "again" else [old_button()]


def right_typed(turn: Turn) -> list[Card]:
    """Answer the question about a place outside the province, where the button's words were typed."""
    piece = open_place(turn.session, turn.person.id, turn.now - ANSWERED_WITHIN)
    return tap(turn, [str(piece.id), "right"]) if piece is not None else [old_button()]


def again_typed(turn: Turn) -> list[Card]:
    """Answer the question about a place outside the province, where the button's words were typed."""
    piece = open_place(turn.session, turn.person.id, turn.now - ANSWERED_WITHIN)
    return tap(turn, [str(piece.id), "again"]) if piece is not None else [old_button()]


def answer_typed(turn: Turn, text: str) -> list[Card] | None:
    """Take "place of activity 13" as the button with these words; None where no place waits, or `text` is no such words."""
    named = ONE_NUMBER.fullmatch(typed(text))
    # Nothing is asked of the database for other words: every message comes by here.
    if named is None or not means(text, partial(_place_of, int(named[1]))):
        return None
    piece = open_place(turn.session, turn.person.id, turn.now - ANSWERED_WITHIN)
    activity = _numbered(turn, int(named[1]))
    if piece is None or activity is None or not reaches(turn, Action.REPORT, activity):
        return None
    return _take(turn, piece, activity)


def _point(turn: Turn) -> tuple[float, float] | None:
    """Return latitude and longitude in degrees, None where the message holds no such point."""
    latitude, longitude = turn.message.get("latitude"), turn.message.get("longitude")
    if not isinstance(latitude, int | float) or not isinstance(longitude, int | float):
        return None
    return (float(latitude), float(longitude)) if is_on_earth(latitude, longitude) else None


def _spoken_of(turn: Turn) -> list[Activity]:
    """Return what the place may be for: what is being reported, else what was just stored, else all one's own."""
    dialogue, report = report_being_made(turn), just_stored(turn)
    if dialogue is not None:
        focus = dialogue.state.get("focus")
        numbers = (
            [focus] if focus is not None else [item.get("no") for item in dialogue.state.get("items", ())]
        )
        found = [_numbered(turn, no) for no in numbers if no is not None]
    elif report is not None:
        stored = with_receipt(turn.session, report.receipt_no or "") or [report]
        found = [turn.session.get(Activity, each.activity_id) for each in stored]
    else:
        found = []
    reached = [each for each in found if each is not None and reaches(turn, Action.REPORT, each)]
    return reached or turn.own_activities or within_reach(turn, Action.REPORT)


def _numbered(turn: Turn, no: int) -> Activity | None:
    return activity_numbered(turn.session, turn.province.id, turn.year_be, no)


def _take_number(turn: Turn, piece: Evidence, no: int) -> list[Card]:
    activity = _numbered(turn, no)
    refused = refuse_activity(turn, no, Action.REPORT)
    return refused if refused or activity is None else _take(turn, piece, activity)


def _take(turn: Turn, piece: Evidence, activity: Activity) -> list[Card]:
    """Give the place to the activity; one outside the province is asked about first."""
    bounds = bounds_of(turn.province)
    if bounds is None or piece.latitude is None or piece.longitude is None:
        return _give(turn, piece, activity)
    if bounds.holds(piece.latitude, piece.longitude):
        return _give(turn, piece, activity)
    doubt_place(piece, activity)
    return [_ask_outside(turn, piece, activity)]


def _give(turn: Turn, piece: Evidence, activity: Activity) -> list[Card]:
    if not reaches(turn, Action.REPORT, activity):  # the post may have changed since the question
        return [old_button()]
    give_place(piece, activity)
    said = _("Thank you. This is now the place of activity {no}.").format(no=activity.no)
    return [say(said, *go_on(report_being_made(turn)))]


def _send_again(turn: Turn, piece: Evidence) -> list[Card]:
    remove(turn, piece)
    return [say(_("All right, that place is not kept. Please send the right one."))]


def _ask_which(turn: Turn, piece: Evidence, offered: Sequence[Activity]) -> Card:
    if not offered:
        said = _("Which activity is this place for? Begin its report first, then send the place.")
        remove(turn, piece)
        return say(said, *report_choice())
    taps = [
        Choice(_("Activity {no}").format(no=each.no), _place_of(each.no), f"{KIND}:{piece.id}:for:{each.no}")
        for each in offered[:MOST_OFFERED]
    ]
    asked = _("Which activity is this place for? Tap it, or type for example “{words}”.")
    return say(asked.format(words=taps[0].text), *taps)


def _ask_outside(turn: Turn, piece: Evidence, activity: Activity) -> Card:
    asked = _("This point is outside the province of {province}. Is it really the place of activity {no}?")
    right = Choice(_("Use this place"), _("use this place"), f"{KIND}:{piece.id}:right")
    again = Choice(_("Send again"), _("send the place again"), f"{KIND}:{piece.id}:again")
    question = asked.format(province=turn.province.name, no=activity.no)
    return check(_("Outside the province?"), [question], right, again)


def _place_of(no: int) -> str:
    return _("Place of activity {no}").format(no=no)
