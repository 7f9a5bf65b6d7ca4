"""Whatever stands in a file, reading it ends in a reading or in a refusal, and every row is accounted for."""

import random
import time
import zipfile

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from documents.plan_file import read_plan
from documents.plan_preview import preview
from documents.refusals import PlanFileRefused
from samples.plan_rows import PLAN_XLSX
from tests.documents.books import HEADINGS, ROADS, TOURISM, WORKS, comma_text, plan, workbook

CELLS = st.sampled_from(
    [
        "", "1", "๑", "1.1", "1.1.1", "2)", "-", "รวม", "รวมทั้งสิ้น 2 กิจกรรม", TOURISM, "โครงการสำรอง", "กิจกรรมหลัก", "ถนน",
        "3) สะพาน", ROADS, WORKS, "100", "1,000", "๑๐,๐๐๐,๐๐", "ประเด็นยุทธศาสตร์ที่ 1", "หมายเหตุ", "งบประมาณ (บาท)", "(1)", "\n",
    ]
)  # fmt: skip


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.lists(st.one_of(CELLS, st.text(max_size=8)), min_size=5, max_size=5), max_size=12))
def test_any_rows_below_the_headings(tmp_path, rows):
    path = tmp_path / "plan.csv"
    path.write_bytes(comma_text(plan(*rows)).encode("utf-8", "replace"))
    try:
        reading = read_plan(path)
    except PlanFileRefused:
        return
    assert preview(reading)
    places = [(row.sheet, row.row) for row in reading.rows]
    assert len(set(places)) == len(places)
    left_out = {(doubt.sheet, doubt.row) for doubt in reading.left_out()}
    assert not left_out & set(places), "a row that is left out is not read as well"
    numbers = [row.no for row in reading.rows]
    assert len(set(numbers)) == len(numbers)
    assert all(row.activity and row.agency and row.project and row.budget_satang >= 0 for row in reading.rows)


def test_damaged_workbooks_are_read_or_refused_within_seconds(tmp_path):
    chance = random.Random(2564)
    for turn in range(25):
        path = tmp_path / f"damaged-{turn}.xlsx"
        with zipfile.ZipFile(PLAN_XLSX) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
            for name in source.namelist():
                content = bytearray(source.read(name))
                for _ in range(chance.randrange(4)):
                    content[chance.randrange(len(content))] = chance.randrange(256)
                target.writestr(name, bytes(content))
        begun = time.monotonic()
        try:
            preview(read_plan(path))
        except PlanFileRefused as refused:
            assert refused.reason
        assert time.monotonic() - begun < 10


def test_ten_thousand_activities_take_a_few_seconds(tmp_path):
    rows = [
        [no, f"โครงการที่ {no // 20}", f"ก่อสร้างถนนลาดยาง ช่วงที่ {no}", no * 1_000.25, f"หน่วยงานที่ {no % 300}"]
        for no in range(1, 10_001)
    ]
    path = workbook(tmp_path / "large.xlsx", [HEADINGS, *rows])
    begun = time.process_time()
    reading = read_plan(path)
    assert time.process_time() - begun < 5, "seconds of this process, however busy the machine is"
    assert len(reading.rows) == 10_000
    assert reading.budget_satang == sum(range(1, 10_001)) * 100_025
