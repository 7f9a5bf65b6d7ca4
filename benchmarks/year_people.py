"""What the people of a simulated year do with what they are told: act, plan, postpone, order, answer, or nothing."""

import json
from datetime import date

from benchmarks.year_life import Habit, Human, Life
from benchmarks.year_phone import CASE, ORDER
from benchmarks.year_reports import choose_day, has_news, report_month, report_news
from benchmarks.year_treasury import bring_treasury
from benchmarks.year_work import CAN_ACT, Stop, Work
from i18n import speaking
from rules.fiscal_year import period_of
from rules.role import Role
from thai import writing

# How likely it is that whoever can act does so when told, of one.
WILL = {Role.OFFICER: 0.45, Role.HEAD: 0.6, Role.ADMIN: 0.6, Role.EXECUTIVE: 0.0}


def act(life: Life) -> None:
    """Let one working day's people read, act and report."""
    bring_treasury(life)
    for do in life.todo.pop(life.number, []):
        do()
    if life.number and period_of(life.today) != period_of(life.office.days[life.number - 1]):
        for human in life.humans:
            choose_day(life, human)
    for human in list(life.humans):
        _read(life, human)
        if not human.has_left and human.away_until < life.today and human.role is Role.OFFICER:
            _report(life, human)


def _report(life: Life, human: Human) -> None:
    of_month = sum(day <= life.today and period_of(day) == period_of(life.today) for day in life.office.days)
    if human.reports_on is not None and of_month >= human.reports_on:
        human.reports_on = None
        report_month(life, human)
    is_eager = human.habit not in (Habit.FORGETS, Habit.COPIES)
    for work in life.office.works.values():
        is_asked = work.agency == human.agency and is_eager and _was_asked(life, work)
        if is_asked and has_news(life, work) and life.chance.random() < 0.35:
            report_news(life, human, work)


def _was_asked(life: Life, work: Work) -> bool:
    """Return whether somebody was asked about it and has not reported since."""
    heard, told = life.heard[work.no], life.told[work.no]
    return bool(heard) and (not told or told[-1].on <= heard[-1][0])


def _read(life: Life, human: Human) -> None:
    """Take note of what was pushed. Whoever is away or gone does not read it, but it was sent to them."""
    cases: dict[int, None] = {}
    orders: dict[int, None] = {}
    for message in human.phone.pushed():
        cases |= dict.fromkeys(map(int, CASE.findall(message)))
        orders |= dict.fromkeys(map(int, ORDER.findall(message)))
    for no in cases:
        if human.role is not Role.EXECUTIVE or human.name == "ท่านผู้ว่าฯ":
            life.heard[no].append((life.today, human.role))
    if human.has_left or human.away_until >= life.today:
        return
    for no in cases:
        _react(life, human, life.office.works[no])
    for number in orders:
        _obey(life, human, number)


def _react(life: Life, human: Human, work: Work) -> None:
    if human.role is Role.EXECUTIVE:
        if human.name == "ท่านผู้ว่าฯ" and life.chance.random() < 0.5:
            _order(life, human, work)
        return
    stop = work.stop
    acts = stop is not None and _can_act(human, stop) and life.chance.random() < WILL[human.role]
    if acts and stop is not None:
        stop.end(life.number + life.chance.randrange(3, 16))
        life.done["set going"] += 1
    if human.role is Role.ADMIN:
        _office(life, human, work)
        return
    if has_news(life, work) and human.role is Role.OFFICER and human.habit is not Habit.FORGETS:
        report_news(life, human, work)
        return
    what = life.chance.choices(("", "plan", "postpone", "ack"), (40, 25, 15, 20))[0]
    if what == "plan":
        _plan(life, human, work, stop if acts else None)
    elif what == "postpone":
        _postpone(life, human, work)
    elif what == "ack":
        life.hour_passes()
        human.phone.says(f"รับทราบ {work.no}")


def _can_act(human: Human, stop: Stop) -> bool:
    who = CAN_ACT[stop.why]
    return who is human.role or (who is Role.OFFICER and human.role is Role.HEAD)


def _plan(life: Life, human: Human, work: Work, stop: Stop | None) -> None:
    until = life.day_after(life.chance.randrange(6, 20))
    if stop is not None:
        stop.end(life.number + 4)
    _rest(life, human, work, f"แผนเร่งรัด {work.no} {_day(until)} เร่งรัดผู้เกี่ยวข้องทุกสัปดาห์", "plans", until)


def _postpone(life: Life, human: Human, work: Work) -> None:
    until = life.day_after(life.chance.randrange(3, 15))
    _rest(life, human, work, f"เลื่อน {work.no} ถึง {_day(until)} เพราะ รอเอกสารจากผู้เกี่ยวข้อง", "postponed", until)


def _rest(life: Life, human: Human, work: Work, words: str, what: str, until: date) -> None:
    life.hour_passes()
    answer = human.phone.says(words)
    taken = "รับแผนเร่งรัดกิจกรรม" in answer or f"เลื่อนกิจกรรม {work.no} ถึง" in answer
    life.done[what if taken else f"{what}: refused"] += 1
    if taken:
        life.rests[work.no].append((life.today, until))


def _office(life: Life, human: Human, work: Work) -> None:
    what = life.chance.choices(("", "letter", "agenda", "ack"), (40, 25, 15, 20))[0]
    words = {
        "letter": f"หนังสือ {work.no} พบ 0017.2/{life.number}",
        "agenda": f"เข้าวาระ {work.no}",
        "ack": f"รับทราบ {work.no}",
    }
    if what:
        life.hour_passes()
        human.phone.says(words[what])
        life.done[what] += 1


def _order(life: Life, human: Human, work: Work) -> None:
    """The governor asks why, or orders; a week or two later what was answered is closed."""
    life.hour_passes()
    if life.chance.random() < 0.5:
        answer = human.phone.says(f"ขอคำชี้แจง {work.no}")
    else:
        human.phone.says(f"สั่งการ {work.no} ให้เร่งรัดงานให้แล้วเสร็จ")
        answer = human.phone.taps("ส่งข้อสั่งการ")
    life.done["orders" if "ส่งถึง" in answer else "orders: given before"] += 1


def _obey(life: Life, human: Human, number: int) -> None:
    """Answer an order some days later, or leave it until it is overdue."""
    days = life.chance.choices((1, 2, 4, 8), (40, 30, 15, 15))[0]
    life.later(days, lambda: _answer(life, human, number))


def _answer(life: Life, human: Human, number: int) -> None:
    life.hour_passes()
    shown = human.phone.says(f"ตอบข้อสั่งการ {number} เร่งรัดผู้เกี่ยวข้องแล้ว จะมีความคืบหน้าในเดือนนี้")
    answer = human.phone.taps("ส่งคำตอบ")
    if "ส่งคำตอบแล้ว" not in answer:
        return
    life.done["orders answered"] += 1
    no = _activity_in(shown)
    stop = life.office.works[no].stop if no in life.office.works else None
    if stop is not None and life.chance.random() < 0.8:
        stop.end(life.number + life.chance.randrange(3, 12))
        life.done["set going"] += 1
    governor = next(each for each in life.humans if each.name == "ท่านผู้ว่าฯ")
    life.later(life.chance.randrange(3, 12), lambda: _close(life, governor, number))


def _close(life: Life, governor: Human, number: int) -> None:
    life.hour_passes()
    if "ปิดเรื่องแล้ว" in governor.phone.says(f"ปิดข้อสั่งการ {number}"):
        life.done["orders closed"] += 1


def _activity_in(answer: str) -> int:
    """Return the number of the activity that an order card names."""
    words = [text for line in answer.splitlines() if line for text in _texts(json.loads(line))]
    return next((int(text.split()[0]) for text in words if text.split()[:1] and text.split()[0].isdigit()), 0)


def _texts(node: object) -> list[str]:
    if isinstance(node, list):
        return [text for child in node for text in _texts(child)]
    if isinstance(node, dict):
        own = [node["text"]] if isinstance(node.get("text"), str) else []
        return own + [text for child in node.values() for text in _texts(child)]
    return []


def _day(day: date) -> str:
    with speaking("th"):
        return writing.short_date(day)
