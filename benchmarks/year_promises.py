"""Holds what the bot did in a simulated year against its promises; the truth comes from the world and from LINE."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from benchmarks.year_life import Life
from benchmarks.year_office import FREE
from benchmarks.year_standstills import STANDS, Standstill, known_from, last_told_movement, standstills
from benchmarks.year_work import Work
from engine.clock import BANGKOK
from models.case import Case, Closing
from models.notice import Notice, Sent
from models.plan import Activity
from rules.fiscal_year import period_of
from rules.role import Role

SIXTY = 60  # agencies of a large province
# From when the bot can know to whoever can act: officer and head have three days each; one more for a day's push.
LADDER = {Role.OFFICER: 1, Role.HEAD: 4, Role.ADMIN: 7}
HEIGHT = {Role.OFFICER: 0, Role.HEAD: 1, Role.ADMIN: 2, Role.EXECUTIVE: 3}
# What one person writes to another goes at once, beside the push of the day.
BY_PEOPLE = ("order", "briefing", "handed-over", "leave", "acting", "nobody-acts", "acting-ended")


@dataclass
class Kept:
    """How the promises were kept: each broken one in a sentence, and the figures of the table."""

    broken: list[str] = field(default_factory=list)
    standstills: list[Standstill] = field(default_factory=list)
    days_to_reach: list[int] = field(default_factory=list)
    days_to_unblock: list[int] = field(default_factory=list)
    false_alarms: Counter[str] = field(default_factory=Counter)
    pushes: Counter[tuple[date, Role]] = field(default_factory=Counter)
    most: Counter[date] = field(default_factory=Counter)
    messages: Counter[date] = field(default_factory=Counter)
    in_sixty: dict[date, float] = field(default_factory=lambda: defaultdict(float))
    beside: int = 0
    opened: Counter[date] = field(default_factory=Counter)
    closed: Counter[date] = field(default_factory=Counter)
    endings: Counter[str] = field(default_factory=Counter)


def judge(life: Life) -> Kept:
    """Return how the promises were kept in the days that have passed."""
    kept = Kept()
    with life.office.house.db.read() as session:
        _one_push_a_day(life, session, kept)
        _cases(life, session, kept)
    _quota(life, kept)
    for work in life.office.works.values():
        _reached(life, work, kept)
    kept.broken += [f"not understood: {each}" for each in life.failed]
    return kept


def _one_push_a_day(life: Life, session: Session, kept: Kept) -> None:
    days: Counter[tuple[str, date]] = Counter()
    people: Counter[tuple[str, date]] = Counter()
    names = {human.phone.user_id: human for human in life.humans}
    for row in life.office.line.sent:
        if row["how"] != "push":
            continue
        on = row["at"].astimezone(BANGKOK).date()
        days[row["to"], on] += row["count"]
        role = names[row["to"]].role if row["to"] in names else Role.OFFICER
        kept.pushes[period_of(on), role] += row["count"]
        people[row["to"], period_of(on)] += row["count"]
        if not life.office.calendar.is_working_day(on):
            kept.broken.append(f"a push on a day off: {on} {row['name']}")
    at_once: Counter[tuple[str, date]] = Counter()
    for notice in session.scalars(select(Notice).where(Notice.state == Sent.SENT, Notice.how == "push")):
        if notice.kind in BY_PEOPLE and notice.settled_at is not None:
            at_once[notice.recipient, notice.settled_at.astimezone(BANGKOK).date()] += 1
    for (_who, month), count in people.items():
        kept.most[month] = max(kept.most[month], count)
    for (who, on), count in days.items():
        if count > 1:
            kept.beside += 1
        if count - at_once[who, on] > 1:
            kept.broken.append(f"{count} pushes on {on} to {who}, {at_once[who, on]} of them orders")
    given_up = select(Notice.kind, Notice.error).where(Notice.state.in_((Sent.GIVEN_UP, Sent.FAILED)))
    kept.endings.update(f"{kind}: {error}" for kind, error in session.execute(given_up))


def _quota(life: Life, kept: Kept) -> None:
    """Under the free plan here, and where each agency's people are told as often in a province of sixty agencies."""
    here = len({work.agency for work in life.office.works.values()})
    for (month, role), count in kept.pushes.items():
        kept.messages[month] += count
        kept.in_sixty[month] += count * SIXTY / here if role in (Role.OFFICER, Role.HEAD) else count
    for counts, where in ((kept.messages, "here"), (kept.in_sixty, "in sixty agencies")):
        kept.broken += [
            f"{n:.0f} messages in {month:%Y-%m} {where}" for month, n in counts.items() if n >= FREE
        ]


def _cases(life: Life, session: Session, kept: Kept) -> None:
    """No case for what moved: as far as anybody told it, a promise; as far as nobody did, a false alarm to be counted."""
    calendar = life.office.calendar
    query = select(Case, Activity.no).join(Activity, Activity.id == Case.activity_id).order_by(Case.id)
    for case, no in session.execute(query):
        kept.opened[period_of(case.opened_on)] += 1
        moved = last_told_movement(life, no, case.opened_on)
        if moved is not None and calendar.working_days_between(moved, case.opened_on) < STANDS:
            kept.broken.append(f"case {case.id} of {no} opened {case.opened_on}, reported as moving {moved}")
        truly = [day for day in life.office.works[no].moved if day < case.opened_on]
        if truly and calendar.working_days_between(truly[-1], case.opened_on) < STANDS:
            kept.false_alarms["not_reported" if case.reasons == ["not_reported"] else "stands still"] += 1
        ended = case.closed_at.astimezone(BANGKOK).date() if case.closed_at else None
        if ended is not None:
            kept.closed[period_of(ended)] += 1
            kept.endings[f"case {case.closing}"] += 1
            if case.closing is Closing.MOVED:
                kept.days_to_unblock.append(calendar.working_days_between(case.opened_on, ended))
        news = last_told_movement(life, no, life.today)
        if ended is None and news is not None and news > case.opened_on:
            kept.broken.append(f"case {case.id} of {no} still open, reported as moving {news}")


def _reached(life: Life, work: Work, kept: Kept) -> None:
    """Every true standstill that could be known has come to whoever can act, or above, in the ladder's time."""
    calendar = life.office.calendar
    for found in standstills(life, work):
        kept.standstills.append(found)
        found.known = known_from(life, work, found)
        if found.known is None:
            continue
        heard = [
            on
            for on, role in life.heard[work.no]
            if HEIGHT[role] >= HEIGHT[found.can_act] and on > found.since
        ]
        found.reached = next((on for on in heard if found.until is None or on <= found.until), None)
        limit = calendar.add_working_days(found.known, LADDER[found.can_act])
        # A plan or postponement by whoever was asked first rests the ladder; then its next step comes.
        for _round in range(3):
            for begun, until in life.rests[work.no]:
                if found.since <= begun <= limit:
                    limit = max(limit, calendar.add_working_days(until, LADDER[found.can_act]))
        over = min(found.until or life.today, life.today)
        if found.reached is not None:
            kept.days_to_reach.append(max(0, calendar.working_days_between(found.known, found.reached)))
        if limit < over and (found.reached is None or found.reached > limit):
            kept.broken.append(
                f"{work.no} stood still {found.since} to {found.until}, known {found.known}, "
                f"{found.can_act} reached {found.reached}, limit {limit}"
            )
