"""Four short lines in ten seconds are one report, not four questions."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from models.report import history
from tests.office import MARCH, reported


@pytest.fixture
def settings(settings):
    return replace(settings, burst_seconds=4.0)


@pytest.fixture
def somchai(house, office, phones):
    with house.db.write() as session:
        reported(session, office, 13, MARCH, baht=1_000_000)
    return phones["สมชาย"]


def test_lines_in_one_breath_are_read_together(house, office, somchai, clock):
    assert somchai.says("กิจกรรม 13") == ""
    for line in ("งาน 45%", "เบิกแล้ว 1.2 ล้าน", "ฝนตก"):
        clock.set(clock.now() + timedelta(seconds=2.5))
        assert somchai.says(line) == "", "the bot waits for more"
    clock.set(clock.now() + timedelta(seconds=4))
    card = somchai.reads()

    assert "45%" in card and "1,200,000" in card and "ฝน" in card
    assert len(somchai.last) == 1, "one answer to four messages"
    somchai.taps("ยืนยัน")
    with house.db.read() as session:
        stored = history(session, office.activities[13].id)[-1]
    assert (stored.progress_percent, stored.disbursed_satang) == (Decimal("45"), 120_000_000)
    assert len(stored.message_ids) == 4


def test_the_answer_to_several_messages_is_free(somchai, clock, line):
    somchai.says("กิจกรรม 13")
    clock.set(clock.now() + timedelta(seconds=2))
    somchai.says("งาน 45%")
    clock.set(clock.now() + timedelta(seconds=4))
    somchai.reads()
    assert line.pushes(somchai.user_id) == []


def test_while_the_bot_waits_the_dots_move(somchai, line):
    somchai.says("กิจกรรม 13")
    shown = [each for each in line.requests if each["path"].endswith("/loading/start")]
    assert [each["body"]["chatId"] for each in shown] == [somchai.user_id]


@pytest.mark.parametrize("text", ["สถานะ 13", "รายงาน", "ช่วยเหลือ", "กำหนดส่งวันไหน"])
def test_commands_and_questions_are_answered_at_once(somchai, text):
    assert somchai.says(text) != ""


def test_an_answer_to_the_bots_question_is_not_held_back(somchai):
    somchai.says("รายงาน 13")
    somchai.taps("กำลังทำ")
    assert "ผลงาน" in somchai.says("1.5 ล้าน") or "%" in " ".join(somchai.buttons())


def test_a_question_after_a_report_does_not_become_part_of_it(somchai, clock):
    somchai.says("13 งาน 45% เบิกแล้ว 1.2 ล้าน")
    clock.set(clock.now() + timedelta(seconds=1))
    somchai.line.say(somchai.user_id, "สถานะ 14")
    clock.set(clock.now() + timedelta(seconds=5))
    answers = somchai.reads()
    assert "45%" in answers and "กิจกรรมที่ 14" in answers


def test_a_yes_typed_before_the_card_could_be_read_stores_nothing(house, office, somchai, clock):
    somchai.says("13 งาน 45% เบิกแล้ว 1.2 ล้าน")
    clock.set(clock.now() + timedelta(seconds=1))
    somchai.line.say(somchai.user_id, "ยืนยัน")
    clock.set(clock.now() + timedelta(seconds=5))
    assert "45%" in somchai.reads()
    with house.db.read() as session:
        assert history(session, office.activities[13].id)[-1].period == MARCH
    somchai.taps("ยืนยัน")
    with house.db.read() as session:
        assert history(session, office.activities[13].id)[-1].progress_percent == Decimal("45")
