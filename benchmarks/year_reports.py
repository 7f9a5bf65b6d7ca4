"""How the people of a simulated year report by chat: in time, late, not at all, or not the truth."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from benchmarks.year_life import Habit, Human, Life, Told
from benchmarks.year_work import ALL, NAMED, STEPS, Level, Work
from i18n import speaking
from rules.duty import report_late_on
from rules.fiscal_year import last_day_of, period_of, previous_period
from thai import writing

_ONE = Decimal(1)
_STATUS = {
    "NOT_STARTED": "ยังไม่ดำเนินการ",
    "PROCUREMENT": "อยู่ระหว่างจัดซื้อจัดจ้าง",
    "IN_PROGRESS": "กำลังดำเนินการ",
    "COMPLETED": "แล้วเสร็จ",
}
MOST_QUESTIONS = 8


def choose_day(life: Life, human: Human) -> None:
    """Settle on which working day of the new month somebody reports, None: not this month."""
    chance = life.chance
    days = {
        Habit.PROMPT: (1, 2),
        Habit.USUAL: (2, 6),
        Habit.LATE: (7, 13),
        Habit.FORGETS: (5, 14),
        Habit.COPIES: (1, 3),
        Habit.BOASTS: (1, 3),
    }[human.habit]
    forgets = human.habit is Habit.FORGETS and chance.random() < 0.5
    human.reports_on = None if forgets else chance.randint(*days)


def report_month(life: Life, human: Human) -> None:
    """Report on everything of the agency for the month that ended, as far as it is not reported."""
    month_end = last_day_of(previous_period(period_of(life.today)))
    for work in life.office.works.values():
        if work.agency == human.agency and _is_owed(life, work, month_end):
            report(life, human, work, month_end)


def _is_owed(life: Life, work: Work, month_end: date) -> bool:
    """Return whether the month is not reported, and not all was reported as done and paid before."""
    told = life.told[work.no]
    if month_end < life.office.days[0] or not told:
        return month_end >= life.office.days[0]
    is_done = told[-1].step == len(STEPS) - 1 and told[-1].paid >= work.budget
    return not is_done and told[-1].as_of < month_end


def report_news(life: Life, human: Human, work: Work) -> None:
    """Report what has moved since, in the middle of the month."""
    report(life, human, work, as_of_today(life, work))


def as_of_today(life: Life, work: Work) -> date:
    """Return the day of which figures without a date are: the month just ended until its late day, then today."""
    asked = previous_period(period_of(life.today))
    told = life.told[work.no]
    is_told = bool(told) and told[-1].as_of >= last_day_of(asked)
    is_late = life.today >= report_late_on(asked, life.office.calendar)
    return life.today if is_told and is_late else last_day_of(asked)


def report(life: Life, human: Human, work: Work, as_of: date) -> None:
    """Say it in one line, answer what is asked, confirm; and remember what was stored."""
    told = life.told[work.no]
    true = _rounded(work.now)
    level = _said(life, human, true, told[-1] if told else None)
    phone = human.phone
    stop = work.stop if level == true else None
    named = NAMED.get(stop.why) if stop and life.chance.random() < 0.7 else None
    cause = ""
    if named is not None:
        with speaking("th"):
            cause = writing.cause_name(named)
    life.hour_passes()
    phone.says(_line(work.no, level, is_blocked=bool(cause)))
    for _question in range(MOST_QUESTIONS):
        if phone.has("ยืนยัน"):
            break
        phone.taps(*([cause] if cause else []), "ไม่มีปัญหา", "รอเบิกจ่าย")
    answer = phone.taps("ยืนยัน")
    if "บันทึกแล้ว" not in answer:
        life.failed.append(f"{life.today} {work.no} {level}: {answer[:300]}")
        return
    life.done["reports"] += 1
    life.done["lies"] += level != true
    told.append(Told(life.today, as_of, level.percent, level.paid, level.step, level == true))


def _said(life: Life, human: Human, true: Level, last: Told | None) -> Level:
    if last is None:
        return true
    before = Level(last.step, last.percent, last.paid)
    if human.habit is Habit.COPIES and life.chance.random() < 0.6:
        return before
    if human.habit is Habit.BOASTS and last.step >= 2 and life.chance.random() < 0.6:
        percent = min(ALL, max(true.percent, last.percent) + 9)
        return Level(3 if percent == ALL else 2, percent, true.paid)
    # Who has boasted cannot go back without being asked why.
    return Level(max(true.step, last.step), max(true.percent, last.percent), max(true.paid, last.paid))


def _line(no: int, level: Level, *, is_blocked: bool) -> str:
    status = "ติดปัญหา" if is_blocked else _STATUS[STEPS[level.step]]
    percent = f" {level.percent}%" if level.step == 2 or is_blocked else ""
    return f"{no} {status}{percent} เบิกจ่ายสะสม {level.paid // 100:,} บาท"


def _rounded(level: Level) -> Level:
    """Return the figures as an officer says them: whole percent, and not all before all is done."""
    percent = level.percent.quantize(_ONE, ROUND_HALF_UP)
    return Level(level.step, min(percent, Decimal(99)) if level.step < 3 else ALL, level.paid // 100 * 100)


def has_news(life: Life, work: Work) -> bool:
    """Return whether more is true than was told."""
    told = life.told[work.no]
    true = _rounded(work.now)
    return bool(told) and (
        true.percent > told[-1].percent or true.paid > told[-1].paid or true.step > told[-1].step
    )
