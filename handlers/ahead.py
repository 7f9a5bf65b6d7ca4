"""What a message will usually be asked of the database, asked before it is needed: so that few words go to and fro.

Nothing depends on it. What is not asked here is asked when it is needed, and an answer that nobody needs is left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy.orm import Session

from engine import plain
from handlers import flood, plan_names
from models import (
    absence,
    case,
    dialogue,
    evidence,
    holiday,
    inbox,
    overview,
    person,
    plan,
    post,
    treasury_figures,
)
from models.province import Province
from rules.fiscal_year import fiscal_year_of, period_just_ended

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.plain import Question
    from handlers.turn import Turn
    from models.plan import Activity


def ask_for_lane(session: Session, lane: str) -> None:
    """Ask for what waits in a lane, and for the person who speaks in it."""
    channel, _colon, speaker = lane.partition(":")
    plain.ask_ahead(
        session, [(inbox.NEXT, {"lane": lane}), (person.AT, {"channel": channel, "line_user_id": speaker})]
    )


def ask_for_speaker(turn: Turn, row: inbox.Event) -> None:
    """Ask for who somebody is, what they are in the middle of, and the days and years of their province."""
    who = turn.person
    if who.joined_at is None or who.province_id is None or turn.event.get("type") not in ABOUT:
        return
    on_day = {"person_id": who.id, "on": turn.today}
    of_province = {"province_id": who.province_id}
    questions: list[Question] = [
        (flood.COUNT, flood.minute_of(row)),
        (post.OWN_POSTS, on_day),
        (absence.ACTED_FOR, on_day),
        plain.with_key(Province, who.province_id),
        (plan.NEWEST_YEAR, {**of_province, "until": fiscal_year_of(period_just_ended(turn.today))}),
        (holiday.TABLE, of_province),
    ]
    plain.ask_ahead(turn.session, [*questions, *ABOUT[turn.event["type"]](turn)])


def ask_for_work(turn: Turn) -> None:
    """Ask for what is told of the activities of somebody's posts, and how they stand."""
    if turn.message.get("type") == "text":
        plain.ask_ahead(turn.session, [(plan_names.NAMES, _of_year(turn)), *_standings(turn)])


def ask_for_figures(turn: Turn, activities: Sequence[Activity]) -> None:
    """Ask for what the treasury says of activities whose reports are looked up."""
    given = {**_of_year(turn), "ids": tuple(activity.id for activity in activities)}
    plain.ask_ahead(turn.session, [(treasury_figures.NEWEST_LINES, given)])


def once_recorded(turn: Turn, activities: Sequence[Activity]) -> list[Question]:
    """Return what will be asked once reports of activities are recorded."""
    cases: list[Question] = [(case.OPEN_FOR, {"activity_id": activity.id}) for activity in activities]
    return [*cases, *_standings(turn)]


def _of_year(turn: Turn) -> dict[str, Any]:
    return {"province_id": turn.person.province_id, "year_be": turn.year_be}


def _standings(turn: Turn) -> list[Question]:
    return [overview.current_of(agency_id, turn.year_be) for agency_id in turn.agency_ids]


def _about_message(turn: Turn) -> list[Question]:
    who, message_id = {"person_id": turn.person.id}, turn.message.get("id")
    if turn.message.get("type") != "text" or not isinstance(message_id, str):
        return []
    return [(dialogue.OPEN, who), (evidence.OF_MESSAGE, {"message_id": message_id})]


def _about_tap(turn: Turn) -> list[Question]:
    data: Any = (turn.event.get("postback") or {}).get("data")
    kind, _colon, rest = str(data).partition(":")
    given = {"person_id": turn.person.id, "token": rest.partition(":")[0]}
    return [(dialogue.WITH_TOKEN, given)] if kind == "d" else []


ABOUT = {"message": _about_message, "postback": _about_tap}
