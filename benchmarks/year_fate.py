"""What befalls the people of a simulated year: leave, moving to another post, a blocked bot; all by chat."""

import re
from random import Random

from benchmarks.year_life import Habit, Human, Life
from benchmarks.year_office import Office
from benchmarks.year_work import Stop, Why
from i18n import speaking
from rules.role import Role
from samples.cast import cast
from thai import writing

CODE = re.compile(r"(?<![0-9A-Z])[2-9A-Z]{4}-[2-9A-Z]{4}(?![0-9A-Z])")
_HABITS = (
    [Habit.PROMPT] * 4
    + [Habit.USUAL] * 4
    + [Habit.LATE] * 2
    + [Habit.FORGETS] * 2
    + [Habit.COPIES, Habit.BOASTS]
)
ABANDONED, NO_LAND = 15, 20
BLOCKS = (88, 128)


def people(office: Office, chance: Random) -> list[Human]:
    """Return everybody who has a post, each officer with a habit of reporting."""
    habits = chance.sample(_HABITS, len(_HABITS))
    found = []
    for member in cast():
        habit = habits.pop() if member.role is Role.OFFICER else Habit.USUAL
        found.append(Human(member.name, member.role, member.agency, office.phone(member.line_user_id), habit))
    return found


def befall(life: Life) -> None:
    """Settle the year's fates: who is away when, who moves, who blocks the bot, which work is abandoned."""
    chance, last = life.chance, len(life.office.days) - 15
    _abandon(life, ABANDONED, Why.CONTRACTOR, 70)
    _abandon(life, NO_LAND, Why.LAND, 40)
    officers = [human for human in life.humans if human.role is Role.OFFICER]
    for human in (each for each in life.humans if each.role in (Role.OFFICER, Role.HEAD)):
        for _leave in range(chance.choice((0, 1, 2))):
            _at(life, chance.randrange(10, last), lambda who=human: _takes_leave(life, who))
    movers = chance.sample(officers, 4)
    for human, waits in zip(movers, (1, 2, 4, 6), strict=True):
        _at(life, chance.randrange(30, last - 30), lambda who=human, days=waits: _moves(life, who, days))
    blocker = next(each for each in officers if each not in movers)
    _at(life, BLOCKS[0], lambda: _blocks(life, blocker))
    _at(life, BLOCKS[1], lambda: life.office.line.follow(blocker.phone.user_id))


def _abandon(life: Life, no: int, why: Why, begins: int) -> None:
    life.office.works[no].stops = [Stop(why, begins, 130)]


def _at(life: Life, number: int, do) -> None:  # type: ignore[no-untyped-def]
    life.todo[number].append(do)


def _takes_leave(life: Life, human: Human) -> None:
    if human.has_left or human.away_until >= life.today:
        return
    first, until = life.day_after(1), life.day_after(life.chance.randrange(3, 11))
    head = next(each for each in life.humans if each.agency == human.agency and each.role is Role.HEAD)
    acts = life.chance.random() < 0.5 and head is not human and head.away_until < life.today
    acting = f"ให้ {head.name} รักษาการ" if acts else "ไม่มีผู้รักษาการ"
    with speaking("th"):
        days = f"{writing.short_date(first)} - {writing.short_date(until)}"
    life.hour_passes()
    human.phone.says(f"ลา {days} {acting}")
    answer = human.phone.taps("ยืนยัน")
    if "บันทึกวันลาแล้ว" not in answer:
        life.failed.append(f"{life.today} leave of {human.name}, {days} {acting}: {answer[:300]}")
        return
    human.away_until = until
    life.done["leaves"] += 1


def _moves(life: Life, human: Human, waits: int) -> None:
    """Hand the post over with a code, which the successor uses some working days later."""
    life.hour_passes()
    human.phone.says("โอนงานทั้งหมด วันนี้")
    human.phone.taps("ออกรหัสให้คนใหม่")
    answer = human.phone.taps("ยืนยัน")
    code = CODE.search(answer)
    if code is None:
        life.failed.append(f"{life.today} {human.name} got no code: {answer[:300]}")
        return
    life.done["moves"] += 1
    if waits >= 4:
        human.has_left = True  # the desk is empty until the successor comes
    life.later(waits, lambda: _succeeds(life, human, code[0]))


def _succeeds(life: Life, human: Human, code: str) -> None:
    name = f"ผู้รับงานต่อจาก{human.name}"
    user_id = life.office.line.add_friend(None, name)
    phone = life.office.phone(user_id)
    life.hour_passes()
    phone.says(code)
    if not phone.taps("ยอมรับ"):
        phone.taps("ยอมรับและเข้าร่วม")
    answer = phone.says(f"{name} โทร 080-000-0000")
    if "งานที่รับมา" not in answer:
        life.failed.append(f"{life.today} {name} did not come in: {answer[:300]}")
        return
    human.has_left = True
    life.humans.append(Human(name, Role.OFFICER, human.agency, phone, Habit.USUAL))
    life.done["successors"] += 1


def _blocks(life: Life, human: Human) -> None:
    life.office.line.unfollow(human.phone.user_id)
    human.away_until = life.office.days[BLOCKS[1] - 1]  # who has blocked it says nothing to it either
