"""The boxes and rows of the Section 34 form, as the table of Loei 2564 has them."""

from decimal import Decimal

import pytest

from rules.figures import Figures
from rules.section34 import Boxes, CountRow, boxes, count_row, project_row
from rules.status import Status

BUDGET = 10_000_000_00
PAID = 3_665_542_32


def figures(status, paid=0, percent=30):
    return Figures(status=status, progress_percent=Decimal(percent), disbursed_satang=paid)


@pytest.mark.parametrize(
    ("said", "marked", "row"),
    [
        (figures(Status.COMPLETED, PAID, 100), Boxes(done=True, done_paid_satang=PAID), CountRow.DONE),
        (figures(Status.COMPLETED, 0, 100), Boxes(done=True), CountRow.AWAITING),
        (figures(Status.IN_PROGRESS, PAID), Boxes(going=True, going_paid_satang=PAID), CountRow.GOING),
        (figures(Status.IN_PROGRESS), Boxes(going=True, unpaid_satang=BUDGET), CountRow.GOING),
        (figures(Status.IN_PROGRESS, 0, 100), Boxes(going=True, unpaid_satang=BUDGET), CountRow.AWAITING),
        (
            figures(Status.IN_PROGRESS, PAID, 100),
            Boxes(going=True, going_paid_satang=PAID, unpaid_satang=BUDGET - PAID),
            CountRow.AWAITING,
        ),
        (figures(Status.PROCUREMENT, 0, 0), Boxes(procuring=True), CountRow.GOING),
        (figures(Status.BLOCKED), Boxes(not_begun=True, needs_reason=True), CountRow.NOT_BEGUN),
        (
            figures(Status.BLOCKED, PAID),
            Boxes(going=True, going_paid_satang=PAID, needs_reason=True),
            CountRow.GOING,
        ),
        (figures(Status.NOT_STARTED, 0, 0), Boxes(not_begun=True), CountRow.NOT_BEGUN),
        (Figures(), Boxes(not_begun=True), CountRow.NOT_BEGUN),
    ],
)
def test_what_is_ticked_and_where_it_counts(said, marked, row):
    assert boxes(said, BUDGET) == marked
    assert count_row(said, BUDGET) is row


def test_the_office_may_count_procurement_as_not_begun():
    assert count_row(figures(Status.PROCUREMENT), BUDGET, CountRow.NOT_BEGUN) is CountRow.NOT_BEGUN


@pytest.mark.parametrize(
    ("rows", "project"),
    [
        ([CountRow.DONE, CountRow.DONE], CountRow.DONE),
        ([CountRow.DONE, CountRow.GOING], CountRow.GOING),
        ([CountRow.DONE, CountRow.AWAITING], CountRow.AWAITING),
        ([CountRow.DONE, CountRow.NOT_BEGUN], CountRow.GOING),
        ([CountRow.NOT_BEGUN], CountRow.NOT_BEGUN),
    ],
)
def test_a_project_is_done_only_when_all_of_it_is(rows, project):
    assert project_row(rows) is project
