"""สมชาย switches to English, and the whole conversation follows him, until he switches back."""

import re

import pytest

from tests.office import ACTIVITIES, CAST, MARCH, PUBLIC_WORKS, RURAL_ROADS, reported

THAI = re.compile("[ก-๛]+")
NAMES = [
    *CAST,
    RURAL_ROADS,
    PUBLIC_WORKS,
    "เพชรบุรี",
    "ภาษา",
    *(name for name, _baht, _agency in ACTIVITIES.values()),
]


def thai_left_in(answer: str) -> list[str]:
    """Return the Thai words of an answer that are no names of people, places or things of the plan."""
    for name in sorted(NAMES, key=len, reverse=True):
        answer = answer.replace(name, "")
    known = " ".join(NAMES)
    return [word for word in THAI.findall(answer) if word not in known]


@pytest.fixture
def somchai(house, office, phones):
    with house.db.write() as session:
        reported(session, office, 13, MARCH, percent=30, baht=1_000_000)
    somchai = phones["สมชาย"]
    assert "I speak English now" in somchai.says("ภาษา")
    return somchai


ASKED = """
    report, status, status 13, overdue, stalled, disbursed, summary, history 13, help, whoami, my data, agency,
    deadline, plain text, undo, cancel, status 99, report 20, status road, hello, qwzx
"""


@pytest.mark.parametrize("asked", [asked.strip() for asked in ASKED.split(",")])
def test_every_answer_is_english(somchai, asked):
    answer = somchai.says(asked)
    assert answer and thai_left_in(answer) == []


def test_a_report_is_made_in_english_from_the_first_word_to_the_receipt(somchai):
    for said, tapped in [("report 13", "Working"), (None, "As before"), (None, "35%")]:
        answer = somchai.says(said) if said else ""
        answer += somchai.taps(tapped)
        assert thai_left_in(answer) == []
    receipt = somchai.says("confirm")
    assert "eceipt" in receipt and thai_left_in(receipt) == []


def test_a_report_that_waits_is_offered_again_in_the_new_language(house, office, phones):
    somchai = phones["สมชาย"]
    somchai.says("รายงาน 13")
    assert "still open" in somchai.says("ภาษา")


def test_back_to_thai(somchai):
    assert "ภาษาไทย" in somchai.says("language")
    assert "เมษายน 2564" in somchai.says("รายงาน")


def test_a_stranger_chooses_english_before_joining(house, office, phones):
    suda = phones.stranger("สุดา")
    suda.says("hello")
    assert "Type the join code" in suda.says("language")
    assert "English" not in suda.says("ABCD-2345") and "not known" in suda.says("ABCD-2346")


def test_plain_text_instead_of_cards_and_back(house, office, phones):
    somchai = phones["สมชาย"]
    somchai.says("ข้อความล้วน")
    answer = somchai.says("สถานะ 13")
    assert [message["type"] for message in somchai.last] == ["text"] and "13" in answer
    somchai.says("การ์ด")
    somchai.says("สถานะ 13")
    assert [message["type"] for message in somchai.last] == ["flex"]
