"""Every doubt can be asked in both languages, with its figures written out."""

import re
from datetime import date
from decimal import Decimal

import pytest

from i18n import speaking
from rules.doubt import Doubt, DoubtCode
from rules.questions import question
from rules.status import Status
from thai import writing

SAMPLES = {
    DoubtCode.PROGRESS_OUT_OF_RANGE: (Decimal(120), None),
    DoubtCode.COMPLETED_BELOW_HUNDRED: (Decimal(90), Status.COMPLETED),
    DoubtCode.DECREASED_PROGRESS: (Decimal(30), Decimal(45)),
    DoubtCode.STEP_BACKWARD: (Status.PROCUREMENT, Status.IN_PROGRESS),
    DoubtCode.WORK_BEFORE_START: (Decimal(5), Status.NOT_STARTED),
    DoubtCode.PAID_BEFORE_START: (100_000_00, Status.PROCUREMENT),
    DoubtCode.PAID_IN_FULL_UNFINISHED: (1_000_000_00, Status.IN_PROGRESS),
    DoubtCode.AS_OF_IN_FUTURE: (date(2021, 5, 9), date(2021, 5, 3)),
    DoubtCode.AS_OF_OUTSIDE_YEAR: (date(2020, 9, 30), date(2020, 10, 1)),
}


def asked(code):
    return question(Doubt(code, *SAMPLES.get(code, (2_500_000_00, 2_250_000_00))), writing)


@pytest.mark.parametrize("code", DoubtCode)
def test_each_doubt_is_asked_in_thai_and_in_english(code):
    thai = asked(code)
    with speaking("en"):
        english = asked(code)
    assert not re.search("[A-Za-z{}]", thai), thai
    assert not re.search("[ก-๛{}]", english), english
    assert not re.search("ครับ|ค่ะ|คะ$", thai)


def test_the_question_names_both_amounts():
    assert asked(DoubtCode.EXCEEDS_BUDGET) == (
        "ยอดเบิกจ่าย 2,500,000 บาท เกินงบประมาณ 2,250,000 บาท ยอดที่ถูกต้องคือเท่าไร"
    )
    with speaking("en"):
        assert asked(DoubtCode.DECREASED_PROGRESS) == (
            "Work done falls from 45% to 30%. Is the new figure right?"
        )
