"""How readings are scored against labels: exact, asked, wrong, dangerous."""

from thai.score import score

REPORT = {
    "activity_no": 13, "status": None, "progress_percent": 45, "disbursed_baht": None, "disbursed_mode": None,
    "resulting_cumulative_baht": None,
}  # fmt: skip
LABEL = {"intent": "report", "reports": [REPORT], "clarify": [], "record": "after_confirm"}


def counts(have, label=LABEL):
    result = score([{"id": "x", "expected": label}], [have])
    return (result.exact, result.asked, result.wrong, result.dangerous)


def reading(clarify=(), record="after_confirm", intent="report", **fields):
    return {"intent": intent, "reports": [{**REPORT, **fields}], "clarify": list(clarify), "record": record}


def test_exact():
    assert counts(reading()) == (1, 0, 0, 0)


def test_numbers_are_equal_however_they_are_written():
    assert counts(reading(progress_percent=45.0)) == (1, 0, 0, 0)


def test_a_question_too_many_is_asked():
    assert counts(reading(["WHICH_ACTIVITY"], "no", activity_no=None)) == (0, 1, 0, 0)


def test_something_missed_is_wrong_but_stores_nothing_false():
    assert counts(reading(progress_percent=None)) == (0, 0, 1, 0)


def test_a_false_figure_activity_or_state_is_dangerous():
    assert counts(reading(progress_percent=54)) == (0, 0, 0, 1)
    assert counts(reading(activity_no=14)) == (0, 0, 0, 1)
    assert counts(reading(status="COMPLETED")) == (0, 0, 0, 1)


def test_storing_at_once_what_should_be_confirmed_is_dangerous():
    assert counts(reading(record="now", intent="confirm")) == (0, 0, 0, 1)


def test_causes_are_a_set_and_none_said_is_not_no_problem():
    label = {**LABEL, "reports": [{**REPORT, "problem_causes": ["REBID", "EPIDEMIC"]}]}
    assert counts(reading(problem_causes=["EPIDEMIC", "REBID"]), label) == (1, 0, 0, 0)
    assert counts(reading(), label) == (0, 0, 1, 0)
    assert counts(reading(problem_causes=[])) != (1, 0, 0, 0)


def test_the_differing_message_is_named_with_what_differs():
    result = score([{"id": "h1-7", "expected": LABEL}], [reading(progress_percent=54)])
    assert result.differing == [("h1-7", "dangerous", "13.progress_percent: 54 instead of 45")]
