"""Twelve messy workbooks made from the real plan: each is read right, or refused with the exact reason."""

import pytest

from documents.misprints import Slip
from documents.plan_file import read_plan
from documents.refusals import PlanFileRefused
from samples.messy_plans import WORKBOOKS
from samples.messy_rows import plan


@pytest.mark.parametrize("messy", WORKBOOKS, ids=lambda each: each.file)
def test_each_mess_is_read_right_or_refused(messy, tmp_path):
    path = tmp_path / messy.file
    messy.draw(path)
    if messy.refused is not None:
        with pytest.raises(PlanFileRefused) as refusal:
            read_plan(path)
        assert refusal.value.code is messy.refused
        return
    reading = read_plan(path)
    left_out = list(reading.left_out())
    assert len(reading.rows) == messy.activities
    assert reading.budget_satang == messy.budget_baht * 100
    assert len(left_out) == messy.left_out
    assert {str(doubt.code) for doubt in reading.doubts} == set(messy.codes)
    assert sum(total.difference_satang != 0 for total in reading.totals) == messy.differing_totals
    budgets = {each["activity"].replace(" ", ""): int(each["budget_baht"]) for each in plan()}
    for row in reading.rows:
        name = row.activity.replace(" ", "")
        assert budgets.get(name, 0) * 100 == row.budget_satang, row.activity
    agencies = {
        each["agency"]
        for each in plan()
        if int(each["activity_no"]) > (2 if messy.codes == ("AMOUNT_FORMAT",) else 0)
    }
    assert len(reading.agencies) == len(agencies), reading.agencies


def test_the_total_that_leaves_a_row_out_says_which(tmp_path):
    messy = next(each for each in WORKBOOKS if each.differing_totals)
    messy.draw(tmp_path / messy.file)
    (total,) = [each for each in read_plan(tmp_path / messy.file).totals if each.difference_satang]
    assert total.why.slip is Slip.ROW_LEFT_OUT
    assert dict(total.why.details)["rows"] == "4"
