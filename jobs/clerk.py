"""Answers what the office's conversations ask of the schedule; bot.py wires it into the house."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from cards.duty_names import duty_name
from cards.views_calm import CalendarView, DueView, HolidayView, NudgeView, PlannedLine, QuotaView
from engine.clock import BANGKOK
from handlers.turn import Turn
from jobs.duty import Run, due_times_by_rule
from jobs.forecast import month_ahead
from jobs.notify import notify
from jobs.owing import Missing, Owing, missing_reports
from jobs.remind_officers import reminder_to
from jobs.schedule import TELLING
from models.holiday import overrides
from models.outbox import waiting_by_urgency
from models.push_day import has_had_push
from models.quota import quota_of
from models.setting import quiet_hours_of
from models.working_days import shift_of
from rules.calendar import WorkCalendar, thai_calendar
from rules.duty import report_late_on
from rules.fiscal_year import period_of
from rules.urgency import Urgency

DAYS_AHEAD = 60
A_WEEK = timedelta(days=7)


class Clerk:
    """Knows the schedule; stateless, so that one serves every conversation."""

    def quota(self, turn: Turn) -> QuotaView:
        month = period_of(turn.today)
        row = quota_of(turn.session, turn.channel)
        known = row if row is not None and row.month == month and row.is_known else None
        ahead = sorted(month_ahead(turn.session, turn.province, turn.now), key=lambda each: each.duty.urgency)
        lines = [PlannedLine(duty_name(each.duty.name), each.days, each.each) for each in ahead if each.count]
        return QuotaView(
            month=month,
            most=known.most if known else None,
            used=known.used if known else 0,
            read_at=known.read_at if known else None,
            waiting=sum(waiting_by_urgency(turn.session, turn.channel, turn.now).values()),
            planned=tuple(lines),
        )

    def calendar(self, turn: Turn) -> CalendarView:
        return CalendarView(
            today=turn.today,
            duties=tuple(_next_runs(turn)),
            holidays=tuple(_holidays(turn)),
            moves=str(shift_of(turn.province)),
        )

    def moved_by(self, turn: Turn, on: date, name: str | None) -> list[DueView]:
        amended = thai_calendar({**overrides(turn.session, turn.province.id), on: name}, turn.calendar.shift)
        amended = replace(amended, weekly_on=turn.calendar.weekly_on)
        before = dict(_runs_around(turn.calendar, turn.now, on))
        return [due for key, due in _runs_around(amended, turn.now, on) if before.get(key) != due]

    def nudge_view(self, turn: Turn) -> NudgeView:
        missing = missing_reports(turn.session, turn.province, turn.period, turn.today)
        sorted_out = _sorted_out(turn, missing)
        quota = self.quota(turn)
        local = turn.now.astimezone(BANGKOK)
        goes_at = next(quiet_hours_of(turn.province).posts(local, turn.calendar))
        return NudgeView(
            period=turn.period,
            fresh=tuple(each.person.name or "" for each in sorted_out.fresh),
            told_today=tuple(each.person.name or "" for each in sorted_out.told_today),
            unreachable=tuple(each.person.name or "" for each in sorted_out.unreachable),
            without_officer=len(missing.without_officer),
            goes_at=None if goes_at <= turn.now else goes_at,
            left=quota.left,
        )

    def nudge(self, turn: Turn, key: str, *, also_told_today: bool) -> int:
        run = Run(turn.session, turn.house, turn.province, turn.now, turn.today)
        found = _sorted_out(turn, missing_reports(turn.session, turn.province, turn.period, turn.today))
        written = sum(_nudge(run, turn.period, each, key, at_once=False) for each in found.fresh)
        if also_told_today:
            written += sum(_nudge(run, turn.period, each, key, at_once=True) for each in found.told_today)
        return written


@dataclass(frozen=True)
class _SortedOut:
    fresh: list[Owing]
    told_today: list[Owing]
    unreachable: list[Owing]


def _sorted_out(turn: Turn, missing: Missing) -> _SortedOut:
    found = _SortedOut([], [], [])
    for owing in missing.people:
        if owing.person.unreachable_since is not None:
            found.unreachable.append(owing)
        elif has_had_push(turn.session, owing.person.channel, owing.person.line_user_id, turn.today):
            found.told_today.append(owing)
        else:
            found.fresh.append(owing)
    return found


def _nudge(run: Run, period: date, owing: Owing, key: str, *, at_once: bool) -> bool:
    card = reminder_to(owing, period, report_late_on(period, run.calendar))
    return notify(run, owing.person, [card], kind="nudge", key=key, urgency=Urgency.CHASE, at_once=at_once)


def _next_runs(turn: Turn) -> list[DueView]:
    found = []
    for duty in TELLING:
        nominal, at = next(due_times_by_rule(duty, turn.now, turn.calendar))
        is_moved = nominal != at.date()
        reason = (turn.calendar.holiday_name(nominal) or "") if is_moved else ""
        found.append(DueView(duty_name(duty.name), at, nominal, reason))
    return sorted(found, key=lambda due: due.at)


def _runs_around(
    calendar: WorkCalendar, now: datetime, on: date
) -> Iterator[tuple[tuple[str, date], DueView]]:
    """Yield the runs that by rule fall within a week of `on`, by duty and that day."""
    after = max(now, datetime.combine(on - A_WEEK, time(), BANGKOK))
    for duty in TELLING:
        for nominal, at in due_times_by_rule(duty, after, calendar):
            if nominal > on + A_WEEK:
                break
            # What comes each working day moves into the next run, so nobody misses it.
            if duty.cron.endswith("mon-fri"):
                continue
            reason = calendar.holiday_name(nominal) or "" if nominal != at.date() else ""
            yield (duty.name, nominal), DueView(duty_name(duty.name), at, nominal, reason)


def _holidays(turn: Turn) -> list[HolidayView]:
    """Return the days off ahead that are no weekend, and the days worked although others have them off."""
    own = overrides(turn.session, turn.province.id)
    found = []
    for ahead in range(DAYS_AHEAD):
        day = turn.today + timedelta(days=ahead)
        name = turn.calendar.holiday_name(day)
        if day in own and own[day] is None:
            found.append(HolidayView(day, "", is_own=True, is_worked=True))
        elif (name and day.weekday() < 5) or day in own:
            found.append(HolidayView(day, name or "", is_own=day in own))
    return found
