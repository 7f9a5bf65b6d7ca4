"""The lines an office keeps its own corpus in: context in, reading out."""

import pytest

from tests.thai.messages import PLAN
from thai.json_lines import context_from_json, understand_json

CONTEXT = {
    "role": "officer",
    "assigned_activities": [13, 14],
    "sent_at": "2021-05-03T10:00:00+07:00",
    "period": "2564-04",
    "last": {"13": {"status": "IN_PROGRESS", "progress_percent": 41.2, "disbursed_baht": 4500000.5}},
}


def test_a_line_in_and_out():
    line = {"id": "a1", "text": "13 งาน 52.75% เบิกเพิ่ม 1.5 ล้าน ณ 30 เม.ย. 64 ไม่มีปัญหา", "context": CONTEXT}
    assert understand_json(line, PLAN) == {
        "id": "a1",
        "intent": "report",
        "reports": [
            {
                "activity_no": 13,
                "status": None,
                "progress_percent": 52.75,
                "disbursed_baht": 1500000,
                "disbursed_mode": "incremental",
                "resulting_cumulative_baht": 6000000.5,
                "as_of": "2021-04-30",
                "problem_causes": [],
            }
        ],
        "clarify": [],
        "record": "after_confirm",
    }


def test_the_period_is_buddhist_or_common():
    assert (
        context_from_json(CONTEXT, PLAN).period
        == context_from_json({**CONTEXT, "period": "2021-04"}, PLAN).period
    )


REPORT = {
    "activity_no": 13,
    "status": None,
    "progress_percent": 54,
    "disbursed_baht": 0.5,
    "disbursed_mode": "cumulative",
}


@pytest.mark.parametrize("pending", [REPORT, [REPORT], {"reports": [REPORT]}])
def test_what_waits_on_the_card_comes_in_any_form(pending):
    context = context_from_json({**CONTEXT, "pending": pending}, PLAN)
    assert [(report.activity_no, report.disbursed_satang) for report in context.pending] == [(13, 50)]


@pytest.mark.parametrize(
    "missing",
    [{}, {"context": None}, {"context": {}}, {"text": None, "context": {"last": None, "pending": None}}],
)
def test_a_line_may_leave_everything_out(missing):
    assert understand_json({"id": 1, "text": "สวัสดี", **missing}, PLAN)["record"] == "no"


def test_a_command_to_report_counts_as_a_report():
    line = {"id": 1, "text": "รายงาน 13", "context": CONTEXT}
    assert understand_json(line, PLAN)["intent"] == "report"
    assert understand_json(line, PLAN)["clarify"] == ["STATUS_MISSING"]
