"""Half sentences that answer what the bot has just asked: progress, money, state, cause, activity."""

import pytest

from i18n import speaking
from rules.cause import Cause
from rules.status import Status
from tests.thai.messages import last_month, one, read, shown
from thai import writing
from thai.reading import Clarify, Mode, Record, ReportReading


def asked(prompt: str, text: str, **more) -> ReportReading:
    return one(text, (13, 14, 15), bot_prompt=prompt, focus_activity_no=13, **more)


@pytest.mark.parametrize(
    ("text", "percent"),
    [("45", 45), ("สี่สิบห้าครับ", 45), ("ครับ 65", 65), ("60 เปอเซน", 60), ("13", 13), ("ครึ่งหนึ่ง", 50)],
)
def test_a_bare_number_after_the_question_for_progress(text, percent):
    assert asked("ASK_PROGRESS", text).progress_percent == percent


@pytest.mark.parametrize("text", ["65-70", "65,5", "65/100", "ไม่ถึง 65", "165"])
def test_two_numbers_or_an_odd_one_answer_no_question_for_progress(text):
    reading = read(text, (13,), bot_prompt="ASK_PROGRESS", focus_activity_no=13)
    assert reading.clarify == (Clarify.PROGRESS_MISSING,)


@pytest.mark.parametrize(
    ("text", "baht", "mode"),
    [
        ("ล้านสอง", 1_200_000, Mode.AMBIGUOUS),
        ("2500000", 2_500_000, Mode.AMBIGUOUS),
        ("ยอดสะสม 6.3 ล้าน", 6_300_000, Mode.CUMULATIVE),
        ("เพิ่มอีก 5 แสน", 500_000, Mode.INCREMENTAL),
        ("ยังเลยค่ะ", 0, Mode.CUMULATIVE),
        ("ไม่มี", 0, Mode.CUMULATIVE),
        ("หมดแล้ว", 15_000_000, Mode.CUMULATIVE),
        ("40%", 6_000_000, Mode.CUMULATIVE),
        ("ครึ่งหนึ่ง", 7_500_000, Mode.CUMULATIVE),
        ("เก้าล้าน รวมทุกงวดแล้ว", 9_000_000, Mode.CUMULATIVE),
        ("ยังเท่าเดิม 9 ล้าน", 9_000_000, Mode.CUMULATIVE),
    ],
)
def test_a_half_sentence_after_the_question_for_money(text, baht, mode):
    report = asked("ASK_DISBURSED", text)
    assert (report.disbursed_satang, report.disbursed_mode) == (baht * 100, mode)


@pytest.mark.parametrize("prompt", ["เบิกจ่ายแล้วเท่าไร", "AMOUNT_UNIT", "EXACT_AMOUNT"])
def test_the_question_may_come_in_other_words(prompt):
    assert asked(prompt, "ล้านสอง").disbursed_satang == 120_000_000


def test_as_before_answers_only_what_was_asked():
    last = {13: last_month(4_000_000, 40)}
    money = asked("ASK_DISBURSED", "เท่าเดิม", last=last)
    assert (money.disbursed_satang, money.progress_percent, money.is_no_change) == (400_000_000, None, False)
    assert asked("ASK_PROGRESS", "เท่าเดิม", last=last).progress_percent == 40


@pytest.mark.parametrize("status", [status for status in Status if status is not Status.CANCELLED])
@pytest.mark.parametrize("language", ["th", "en"])
def test_the_words_on_the_buttons_are_understood_when_typed(status, language):
    with speaking(language):
        labels = (writing.status_name(status), writing.status_short(status))
    assert {asked("ASK_STATUS", label).status for label in labels} == {status}


@pytest.mark.parametrize("cause", list(Cause))
@pytest.mark.parametrize("language", ["th", "en"])
def test_the_causes_on_the_buttons_are_understood_when_typed(cause, language):
    with speaking(language):
        label = writing.cause_name(cause)
    assert asked("ASK_CAUSE", label).causes == (cause,)


def test_no_cause_is_an_answer_too():
    assert asked("ASK_CAUSE", "ไม่มีค่ะ").causes == ()


def test_the_activity_named_later_gets_the_figures_that_wait():
    waiting = ReportReading(None, Status.IN_PROGRESS, progress_percent=shown().progress_percent)
    reading = read("เส้นเขาระทิง", bot_prompt="ASK_ACTIVITY", pending=(waiting,))
    report = reading.reports[0]
    assert (report.activity_no, report.status, report.progress_percent) == (13, Status.IN_PROGRESS, 54)
    assert reading.record is Record.AFTER_CONFIRM


@pytest.mark.parametrize(("text", "total_baht"), [("ยอดสะสม", 4_000_000), ("เพิ่มจากเดิม", 7_000_000)])
def test_total_or_addition_is_settled_by_one_word(text, total_baht):
    waiting = ReportReading(13, disbursed_satang=400_000_000, disbursed_mode=Mode.AMBIGUOUS)
    reading = read(
        text, last={13: last_month(3_000_000)}, bot_prompt="CUMULATIVE_OR_INCREMENTAL", pending=(waiting,)
    )
    assert reading.reports[0].resulting_cumulative_satang == total_baht * 100
