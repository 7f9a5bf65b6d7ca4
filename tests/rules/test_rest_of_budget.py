"""What is not disbursed is still to be paid or left over, and never both."""

import pytest

from rules.figures import Figures
from rules.rest_of_budget import Rest, rest_of_budget
from rules.status import Status


@pytest.mark.parametrize(
    ("said", "rest"),
    [
        (Figures(status=Status.IN_PROGRESS, disbursed_satang=60), Rest(40, 0)),
        (Figures(status=Status.COMPLETED, disbursed_satang=60, left_over_satang=40), Rest(0, 40)),
        (Figures(status=Status.COMPLETED, disbursed_satang=60, left_over_satang=15), Rest(25, 15)),
        (Figures(status=Status.COMPLETED, disbursed_satang=60, committed_satang=0), Rest(0, 40)),
        (Figures(status=Status.COMPLETED, disbursed_satang=60), Rest(40, 0)),
        (Figures(status=Status.COMPLETED, committed_satang=0), Rest(100, 0)),
        (Figures(), Rest(100, 0)),
        (Figures(disbursed_satang=120, left_over_satang=10), Rest(0, 0)),
    ],
)
def test_the_rest_divides_to_the_satang(said, rest):
    assert rest_of_budget(said, 100) == rest
