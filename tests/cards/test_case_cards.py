"""Cards about cases: all of a person's in one message that LINE takes, the gravest first, and nothing unsaid in the text."""

from dataclasses import replace

import pytest

from cards.case import cases_card
from cards.case_list import case_list
from cards.case_views import Part
from i18n import LANGUAGES, speaking
from rules.severity import Band, Severity
from tests.cards.cast_cases import bank_20, road_13
from tests.cards.line_rules import faults

LONG = "ก่อสร้างถนนที่ยาวมาก" * 10


def many(count):
    return [
        replace(
            road_13(), case_id=no, no=no, name=LONG, severity=Severity(no * 100_000_000, 20, Band.ON_PLAN)
        )
        for no in range(1, count + 1)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", [1, 2, 10, 60])
def test_line_takes_any_number_of_cases(language, count):
    with speaking(language):
        for card in (cases_card([(view, Part.OFFICE) for view in many(count)]), case_list(many(count))):
            assert faults(card.message()) == []
            assert faults(card.message(plain=True)) == []


def test_the_gravest_case_comes_first_and_the_rest_is_counted():
    with speaking("th"):
        card = cases_card([(view, Part.OFFICER) for view in many(60)])
    assert card.alt.startswith("กรณีเร่งรัด กิจกรรม 60, 59")
    assert "และอีก 50 กรณี" in card.text
    assert [choice.text for choice in card.choices] == ["กรณีเร่งรัด"]


def test_the_card_says_who_can_act_and_why_it_weighs_what_it_does():
    with speaking("th"):
        text = cases_card([(bank_20(), Part.OFFICE)]).text
    assert "ผู้แก้ได้: เจ้าของพื้นที่" in text
    assert "น้ำหนัก 88.4 = ยังไม่เบิก 17 ล้าน × 5.2 สัปดาห์" in text
    assert "ติดปัญหา 26 วันทำการ ตั้งแต่ 31 มี.ค. 64" in text


def test_who_is_warned_reads_the_day_in_the_notification_itself():
    with speaking("th"):
        card = cases_card([(replace(bank_20()), Part.WARNED)])
    assert card.alt.startswith("กิจกรรม 20 จะอยู่ในสรุปถึงผู้ว่าฯ วันจันทร์ 31 พ.ค. 64")
