"""How fast a plan of 10,000 activities is imported: `python -m benchmarks.imports`. Limit: 10 seconds, reading included."""

import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import xlsxwriter

from benchmarks.fuzz_workbooks import megabytes
from benchmarks.machine import told
from benchmarks.taken import timed
from documents.plan_file import read_plan
from documents.plan_outcome import Wish, bring_in
from documents.plan_reading import PlanReading
from engine.database import Database
from migrations import migrate

ACTIVITIES = 10_000
AGENCIES, PROJECTS = 60, 300
LIMIT_SECONDS = 10.0
LIMIT_MEGABYTES = 300
HEADINGS = ("ที่", "โครงการ", "กิจกรรม", "งบประมาณ (บาท)", "เบิกจ่าย", "คงเหลือ", "หน่วยงานรับผิดชอบ")
NOW = datetime(2020, 10, 1, 2, 0, tzinfo=UTC)


def draw(path: Path, count: int = ACTIVITIES) -> None:
    """Write a plan of so many activities, with a total below each project's."""
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("แผน")
        sheet.write_row(0, 0, HEADINGS)
        for no in range(1, count + 1):
            baht = 100_000 + no * 37
            project = f"โครงการพัฒนาจังหวัดด้านที่ {no % PROJECTS + 1}"
            name = f"ก่อสร้างถนนคอนกรีตเสริมเหล็ก สายที่ {no} หมู่ที่ {no % 15 + 1} ตำบลหนองปลาไหล"
            agency = f"สำนักงานส่วนราชการที่ {no % AGENCIES + 1}"
            sheet.write_row(no, 0, [no, project, name, baht, baht // 2, baht - baht // 2, agency])


def main() -> None:
    print(told())
    with tempfile.TemporaryDirectory() as folder:
        path, url = Path(folder) / "plan.xlsx", f"sqlite:///{folder}/plan.db"
        draw(path)
        migrate(url)
        database = Database(url)
        reading, read = timed(lambda: read_plan(path))
        added, stored = timed(lambda: _stored(database, reading))
        database.close()
    both, most = read + stored, megabytes()
    print(f"{added:,} activities: read {read}, stored {stored}")
    print(f"together {both} (limit {LIMIT_SECONDS:.0f} s), {most:.0f} MB (limit {LIMIT_MEGABYTES} MB)")
    if both.clock > LIMIT_SECONDS or most > LIMIT_MEGABYTES or added != ACTIVITIES:
        sys.exit(1)


def _stored(database: Database, reading: PlanReading) -> int:
    with database.write() as session:
        return len(bring_in(session, Wish("plan.xlsx", "เพชรบุรี", 2564), reading, NOW).diff.add)


if __name__ == "__main__":
    main()
