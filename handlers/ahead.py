"""What a message will usually be asked of the database, asked before it is needed: so that few words go to and fro.

Nothing depends on it. What is not asked here is asked when it is needed, and an answer that nobody needs is left.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy.orm import Session

from engine import plain
from engine.clock import BANGKOK
from handlers import flood, plan_names
from models import (
    absence,
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


def ask_for_lane(session: Session, lane: str, now: datetime) -> None:
    """Ask for what waits in a lane, and for the person who speaks in it, with their posts."""
    channel, _colon, speaker = lane.partition(":")
    who = {"channel": channel, "line_user_id": speaker}
    today = now.astimezone(BANGKOK).date()
    plain.ask_ahead(
        session, [(inbox.NEXT, {"lane": lane}), (person.AT, who), (post.OWN_POSTS_AT, {**who, "on": today})]
    )


def ask_for_speaker(turn: Turn, row: inbox.Event) -> None:
    """Ask for what somebody is in the middle of, for the days and years of their province, and for their work."""
    who = turn.person
    if who.joined_at is None or who.province_id is None or turn.event.get("type") not in ABOUT:
        return
    of_province = {"province_id": who.province_id}
    questions: list[Question] = [
        (flood.COUNT, flood.minute_of(row)),
        (absence.ACTED_FOR, {"person_id": who.id, "on": turn.today}),
        plain.with_key(Province, who.province_id),
        (plan.NEWEST_YEAR, {**of_province, "until": _likely_year(turn)}),
        (holiday.TABLE, of_province),
    ]
    plain.ask_ahead(turn.session, [*questions, *ABOUT[turn.event["type"]](turn)])


def ask_for_figures(turn: Turn, activities: Sequence[Activity]) -> None:
    """Ask for what the treasury says of activities whose reports are looked up."""
    of_year: dict[str, object] = {"province_id": turn.person.province_id, "year_be": turn.year_be}
    ids = tuple(activity.id for activity in activities)
    plain.ask_ahead(turn.session, [(treasury_figures.NEWEST_LINES, {**of_year, "ids": ids})])


def _likely_year(turn: Turn) -> int:
    """Return the fiscal year that people speak of unless it has no plan."""
    return fiscal_year_of(period_just_ended(turn.today))


def _work(turn: Turn) -> list[Question]:
    """Return what is asked of the activities of somebody's own posts, and of how they stand."""
    posts = {each.id: each.agency_id for each in turn.own_posts if each.agency_id is not None}
    of_agencies = [
        {"agency_id": each, "year_be": _likely_year(turn)} for each in dict.fromkeys(posts.values())
    ]
    return [
        *((post.OF_AGENCY, each) for each in of_agencies),
        *((overview.CURRENT, each) for each in of_agencies),
        *((post.REACH, {"ids": (each,), "on": turn.today}) for each in posts),
    ]


def _about_message(turn: Turn) -> list[Question]:
    who, message_id = {"person_id": turn.person.id}, turn.message.get("id")
    if turn.message.get("type") != "text" or not isinstance(message_id, str):
        return []
    of_year = {"province_id": turn.person.province_id, "year_be": _likely_year(turn)}
    return [
        (dialogue.OPEN, who),
        (evidence.OF_MESSAGE, {"message_id": message_id}),
        *_work(turn),
        (plan_names.NAMES, of_year),
    ]


def _about_tap(turn: Turn) -> list[Question]:
    data: Any = (turn.event.get("postback") or {}).get("data")
    kind, _colon, rest = str(data).partition(":")
    given = {"person_id": turn.person.id, "token": rest.partition(":")[0]}
    return [(dialogue.WITH_TOKEN, given), *_work(turn)] if kind == "d" else []


ABOUT = {"message": _about_message, "postback": _about_tap}
