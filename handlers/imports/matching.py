"""Asks, line by line, which activity a treasury line is; what a person answers is remembered for every later export."""

from sqlalchemy import select

from cards import commands
from cards.card import Card, say
from cards.notes import refusal
from cards.wording import year_words
from documents.file_kind import FileKind
from documents.opened_file import Opened
from documents.treasury_file import TreasuryReading
from documents.treasury_match import Matched
from handlers.imports.desk import ImportDesk, new_desk, read_kept
from handlers.imports.treasury import ask_match, next_to_ask, refresh
from handlers.turn import Turn
from i18n import _
from models.dialogue import close_dialogue
from models.evidence import Evidence
from models.plan import activity_numbered
from models.treasury import newest_snapshot, say_match


def match(desk: ImportDesk, activity_id: str) -> list[Card]:
    """Remember which activity the line in question is (0: none of the plan), and ask about the next."""
    reading = _treasury(desk)
    line, _count = next_to_ask(desk, reading)
    allowed = {each.id for each in line.candidates} | {0} if line else set()
    if line is not None and int(activity_id) in allowed:
        _say(desk, line, int(activity_id) or None)
    return ask_on(desk, reading)


def match_number(desk: ImportDesk, no: int) -> list[Card]:
    """Take the number of an activity that is typed for the line in question."""
    reading, turn = _treasury(desk), desk.turn
    line, _count = next_to_ask(desk, reading)
    activity = activity_numbered(turn.session, turn.province.id, turn.year_be, no)
    if line is None or activity is None:
        words = _("The plan of {year} has no activity {no}.")
        return [refusal(words.format(year=year_words(turn.year_be), no=no)), *ask_on(desk, reading)]
    _say(desk, line, activity.id)
    return ask_on(desk, reading)


def match_left(turn: Turn) -> list[Card]:
    """Ask about every line of the newest export that is no activity yet, also those that are like none."""
    snapshot = newest_snapshot(turn.session, turn.province.id, turn.year_be)
    query = select(Evidence).where(
        Evidence.province_id == turn.province.id, Evidence.sha256 == (snapshot.sha256 if snapshot else "")
    )
    evidence = turn.session.scalars(query.order_by(Evidence.id.desc()).limit(1)).first()
    if snapshot is None or evidence is None:
        return [refusal(_("That export did not come by chat. Please send it here to match its lines."))]
    known = Opened(FileKind.TREASURY, read_kept(turn, evidence.id, FileKind.TREASURY))
    desk = new_desk(turn, evidence, known)
    desk.state |= {"as_of": snapshot.as_of.isoformat(), "asking": "match", "all": True}
    return ask_on(desk, _treasury(desk))


def later(desk: ImportDesk) -> list[Card]:
    """Leave the line in question open."""
    reading = _treasury(desk)
    line, _count = next_to_ask(desk, reading)
    if line is not None:
        desk.state["passed"] = [*desk.state.get("passed", ()), line.key]
    return ask_on(desk, reading)


def ask_on(desk: ImportDesk, reading: TreasuryReading) -> list[Card]:
    line, count = next_to_ask(desk, reading)
    if line is None:
        close_dialogue(desk.dialogue, "stored", desk.turn.now)
        return [say(_("Compared with the reports: see the reconciliation."), commands.reconciliation())]
    desk.state["asking"] = "match"
    card = ask_match(desk, line, count)
    desk.keep()
    return [card]


def _say(desk: ImportDesk, line: Matched, activity_id: int | None) -> None:
    turn = desk.turn
    say_match(
        turn.session, turn.province.id, turn.year_be, line.key, activity_id, now=turn.now, by=turn.person.id
    )
    refresh(desk)


def _treasury(desk: ImportDesk) -> TreasuryReading:
    reading = desk.reading
    if not isinstance(reading, TreasuryReading) or desk.state.get("asking") != "match":
        raise ValueError("no line is in question")
    return reading
