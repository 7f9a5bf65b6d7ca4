"""The weekly summary in groups: on the office's wish only, the members counted by LINE before it is switched on."""

from datetime import datetime

from cards.fill_year import Year, summary_view
from cards.summary import summary
from engine.clock import BANGKOK
from engine.house import House
from handlers.answer import write_answer
from handlers.office.group_summary import ask
from handlers.turn import Turn
from i18n import speaking
from jobs.duty import Counts, Run
from jobs.weekly_escalation import recipients, week_of
from models.group_chat import GroupChat, groups_told
from models.inbox import Event
from models.notice import write_notice
from models.person import person_at
from models.plan import current_year
from models.quota import quota_of
from models.setting import quiet_hours_of
from rules.fiscal_year import next_period, period_of
from rules.urgency import Urgency

KIND = "group-weekly"


def group_summary(run: Run) -> Counts:
    """Write the week's summary to each group that gets it."""
    year = Year(run.session, run.province, current_year(run.session, run.province.id, run.today), run.today)
    groups = groups_told(run.session, run.province.id)
    if not year.states:
        return {"people": 0, "written": 0}
    written = [_tell(run, year, group) for group in groups]
    return {"people": sum(group.members for group in groups), "written": sum(written)}


def ask_in_group(house: House, key: str) -> None:
    """Answer the event with id `key`: how many members LINE counts, and whether the summary shall come."""
    with house.db.read() as session:
        row = session.get_one(Event, int(key))
        source = row.event().get("source") or {}
    members = _members(house, row, source)
    with house.db.write() as session:
        row = session.get_one(Event, int(key))
        person = person_at(session, row.channel, str(source.get("userId")))
        if person is None:
            return
        turn = Turn(house, session, house.clock.now(), row.channel, row.event(), row.id, person)
        with speaking(person.language):
            cards = ask(
                turn,
                members,
                _left(turn),
                _times_a_month(turn),
                len(recipients(session, turn.province, turn.today)),
            )
            write_answer(turn, row, [card.message(plain=person.prefers_text) for card in cards])


def _members(house: House, row: Event, source: dict[str, str]) -> int | None:
    kind = "group" if source.get("groupId") else "room"
    try:
        return house.gateways[row.channel].members(kind, source[f"{kind}Id"])
    except (OSError, KeyError):
        return None


def _left(turn: Turn) -> int | None:
    row = quota_of(turn.session, turn.channel)
    return row.left if row is not None and row.month == period_of(turn.today) else None


def _times_a_month(turn: Turn) -> int:
    """Return how many summaries a usual month has: its weeks, rounded up."""
    month = period_of(turn.today)
    return -(-(next_period(month) - month).days // 7)


def _tell(run: Run, year: Year, group: GroupChat) -> bool:
    now = run.house.clock.now()
    with speaking("th"):
        card = summary(summary_view(year))
    notice_id = write_notice(
        run.session,
        channel=group.channel,
        recipient=group.group_id,
        kind=KIND,
        key=week_of(run.due_on, run.calendar),
        messages=[card.message()],
        now=now,
        urgency=Urgency.ESCALATION,
        province_id=run.province.id,
        worthless_after=run.worthless_after,
        not_before=_opens(run, now),
        cost=group.members,
    )
    if notice_id is not None:
        run.house.work.enqueue(run.session, "push", group.channel, f"push:{group.channel}")
    return notice_id is not None


def _opens(run: Run, now: datetime) -> datetime:
    return quiet_hours_of(run.province).opens_at(now.astimezone(BANGKOK), run.calendar)
