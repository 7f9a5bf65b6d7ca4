"""A province's own ladder and limits: kept beside its other choices, and refused where they cannot be."""

import pytest

from models.case_settings import choose_finding_limits, choose_ladder, finding_limits_of, ladder_steps_of
from models.province import Province
from rules.findings_limits import FindingLimits
from rules.ladder import LadderSteps


@pytest.fixture
def province():
    return Province(name="เพชรบุรี", chosen={"shift": "next"})


def test_without_a_choice_the_defaults_count(province):
    assert ladder_steps_of(province) == LadderSteps()
    assert finding_limits_of(province) == FindingLimits()


def test_what_is_chosen_changes_nothing_else(province):
    choose_ladder(province, officer=2)
    choose_ladder(province, summary_weekday=1)
    choose_finding_limits(province, working_days=20, unreported=8)
    assert ladder_steps_of(province) == LadderSteps(officer=2, summary_weekday=1)
    limits = finding_limits_of(province)
    assert (limits.stall.working_days, limits.unreported) == (20, 8)
    assert (limits.stall.start_quarter, limits.no_money_days) == (1, 60)
    assert province.chosen["shift"] == "next"


def test_numbers_that_cannot_be_are_refused(province):
    for wrong in ({"officer": 0}, {"head": 251}, {"summary_weekday": 5}):
        with pytest.raises(ValueError, match="lies between"):
            choose_ladder(province, **wrong)
    with pytest.raises(TypeError):
        choose_ladder(province, nonsense=3)
    with pytest.raises(ValueError, match="no limit"):
        choose_finding_limits(province, nonsense=3)
    assert ladder_steps_of(province) == LadderSteps()


def test_a_choice_of_another_version_is_passed_over(province):
    province.chosen = {**province.chosen, "ladder": {"officer": 4, "minutes": 9}}
    assert ladder_steps_of(province) == LadderSteps(officer=4)
