"""What thai.understand must know to read a message as a clerk would: who writes, of what, and what was said before."""

from handlers.plan_names import named_activities
from handlers.report.desk import Desk
from handlers.turn import Turn
from rules.role import Role
from thai.reading import Context, ReportReading


def context_of(turn: Turn, desk: Desk | None) -> Context:
    """Return the context of a message; `desk` is the report being made, if any."""
    named = named_activities(turn.session, turn.province.id, turn.year_be)
    own = {activity.no for activity in turn.own_activities}
    draft = desk.draft if desk else None
    return Context(
        role=turn.roles[0] if turn.roles else Role.OFFICER,
        assigned=tuple(each for each in named if each.no in own),
        others=tuple(each for each in named if each.no not in own),
        sent_at=turn.sent_at,
        period=turn.period,
        last={each.activity_no: each.figures for each in turn.own_standings() if each.last_period},
        bot_prompt=str(draft.asking) if draft and draft.asking else None,
        focus_activity_no=draft.focus if draft else None,
        pending=_pending(desk) if desk else (),
    )


def _pending(desk: Desk) -> tuple[ReportReading, ...]:
    """Return what the card now shows, in the form in which messages are read."""
    found = []
    for line in desk.lines():
        now = line.now
        found.append(
            ReportReading(
                activity_no=line.item.no,
                status=now.status,
                progress_percent=now.progress_percent,
                disbursed_satang=now.disbursed_satang,
                resulting_cumulative_satang=now.disbursed_satang,
                causes=now.causes,
                period=line.item.period,
                is_no_change=line.item.is_no_change,
            )
        )
    return tuple(found)
