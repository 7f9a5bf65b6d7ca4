"""How fast a message is understood and how much memory that takes: `python -m benchmarks.understanding`.

300 letters against a plan of 100 assigned activities, and the longest message LINE carries. Limits: 10 ms at the 95th
percentile, 100 ms at most for 5,000 letters of anything, 40 MB.
"""

import random
import resource
import statistics
import sys
import time
from datetime import UTC, date, datetime

from rules.figures import Figures
from rules.status import Status
from thai.reading import Context, Named
from thai.understand import understand

PLACES = (
    "หนองปลาไหล",
    "ห้วยทราย",
    "บ้านลาด",
    "เขากระปุก",
    "ท่าแลง",
    "วังไคร้",
    "ไร่ส้ม",
    "ถ้ำรงค์",
    "ต้นมะพร้าว",
    "บางครก",
)
WORKS = ("ก่อสร้างถนนคอนกรีต", "ขุดลอกคลอง", "ปรับปรุงระบบประปา", "ก่อสร้างเขื่อนป้องกันตลิ่ง", "อบรมกลุ่มอาชีพ")
SAID = (
    "กิจกรรม {no} ดำเนินการไปแล้วร้อยละ {percent} เบิกจ่ายแล้ว {amount:,} บาท ไม่มีปัญหา",
    "{no} งาน {percent}% เบิกเพิ่ม 2.5 แสน ฝนตกหนักผู้รับจ้างทำงานช้ากว่าแผน",
    "{place} อยู่ระหว่างจัดซื้อจัดจ้าง ยังไม่ได้เบิก คาดว่าจะลงนามสัญญาเดือนหน้า",
    "ณ 30 เม.ย. 64 {no} เสร็จแล้ว เบิกหมด",
)
LETTERS = 300
ROUNDS = 400


def a_plan(size: int = 100) -> tuple[Named, ...]:
    return tuple(
        Named(
            no,
            f"{WORKS[no % 5]} {PLACES[no % 10]} หมู่ที่ {no} ตำบล{PLACES[no // 10 % 10]}",
            "เทศบาล",
            500_000_000,
        )
        for no in range(1, size + 1)
    )


def a_message(chance: random.Random, letters: int = LETTERS) -> str:
    text = ""
    while len(text) < letters:
        text += chance.choice(SAID).format(
            no=chance.randint(1, 100),
            percent=chance.randint(0, 100),
            amount=chance.randint(1, 4_000_000),
            place=chance.choice(PLACES),
        ) + chance.choice(("\n", " ", " ส่วน "))
    return text[:letters]


def milliseconds(text: str, context: Context) -> float:
    started = time.process_time()
    understand(text, context)
    return (time.process_time() - started) * 1000


def main() -> int:
    chance = random.Random(2564)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    plan = a_plan()
    last = {activity.no: Figures(Status.IN_PROGRESS, None, 10_000_000) for activity in plan}
    context = Context(
        assigned=plan, sent_at=datetime(2021, 5, 4, 9, tzinfo=UTC), period=date(2021, 4, 1), last=last
    )
    first = milliseconds(a_message(chance), context)
    times = sorted(milliseconds(a_message(chance), context) for _ in range(ROUNDS))
    longest = max(milliseconds(a_message(chance, 5_000), context) for _ in range(5))
    strange = max(
        milliseconds("".join(chr(chance.randrange(0x20, 0x2FFF)) for _ in range(5_000)), context)
        for _ in range(5)
    )
    memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    p95 = times[int(len(times) * 0.95)]
    print(f"first message      {first:7.1f} ms (words and names are made ready once)")
    print(
        f"{LETTERS} letters        p50 {statistics.median(times):5.1f} ms   p95 {p95:5.1f} ms   max {times[-1]:5.1f} ms"
    )
    print(f"5,000 letters      {longest:7.1f} ms at most; strange letters {strange:.1f} ms")
    print(f"memory added       {memory:7.1f} MB")
    return 0 if p95 < 10 and max(longest, strange) < 100 and memory < 40 else 1


if __name__ == "__main__":
    sys.exit(main())
