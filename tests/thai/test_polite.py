"""Polite words at the end of what is typed say nothing; a thousand of them cost nothing either."""

from datetime import date

import pytest

from thai.case_commands import read_case_command
from thai.commands import read_command
from thai.line_words import line_words
from thai.polite import without_polite_end
from thai.reading import QueryKind
from thai.staff import is_about_posts, read_leave
from thai.typed_form import bare

WORDS = ("นะครับ", "ครับ", "ค่ะ", "คะ")
TODAY = date(2021, 5, 4)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("ขอบคุณ นะครับ ค่ะ คะ", "ขอบคุณ"),
        ("คะแนน", "คะแนน"),
        ("ครับ", ""),
        ("", ""),
    ],
)
def test_all_of_them_go_and_what_is_before_stays(text, left):
    assert without_polite_end(text, WORDS) == left


@pytest.mark.parametrize(
    "said", ["สถานะครับ", "สถานะคะ", "สถานะ ครับ", "สถานะนะครับ", "สถานะหน่อยนะคะ", "ดูสถานะครับ"]
)
def test_a_word_that_ends_like_a_polite_one_stays_whole(said):
    assert read_command(said).kind is QueryKind.STATUS


def test_a_command_may_be_very_polite():
    assert read_command("ช่วยเหลือหน่อย" + " ครับ" * 500).kind is QueryKind.HELP
    assert read_leave("ขอลา 5 พ.ค." + "ค่ะ" * 500, TODAY).first == date(2021, 5, 5)


# Twenty times what LINE carries; looking for the end anew from each word took minutes.
@pytest.mark.timeout(20)
@pytest.mark.parametrize("words", ["คะ", "ค่ะ ", " ครับ", "จ้า", "(", "5", "กิจก"])
def test_a_hundred_thousand_letters_are_turned_away_within_seconds(words):
    text = words * (100_000 // len(words)) + "5x"
    assert read_command(text) is None
    assert read_case_command(text, TODAY) is None
    assert not is_about_posts(text, TODAY)
    assert bare(text).endswith("5x")
    assert "".join(line_words(text)) == text
