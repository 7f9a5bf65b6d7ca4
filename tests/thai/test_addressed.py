"""In a group, only what begins with the bot's name is for the bot."""

import pytest

from i18n import speaking
from thai.addressed import addressed, said_to_bot


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ตามงาน สถานะ 13", "สถานะ 13"),
        ("tn status 13", "status 13"),
        ("TN: status", "status"),
        ("@ตามงาน สถานะ", "สถานะ"),
        ("ขอดูหน่อยครับ\nตามงาน ล่าช้า\nขอบคุณครับ", "ล่าช้า"),
        ("ตามงาน 13 45%\nตามงาน 14 50%", "13 45%\n14 50%"),
        ("ตามงาน\n13 45%\n14 50%", "13 45%\n14 50%"),
        ("ตามงาน", ""),
        ("ตามงานให้หน่อยครับ", None),
        ("ช่วย ตามงาน ด้วย", None),
        ("tnt 13", None),
        ("", None),
    ],
)
def test_what_is_said_to_the_bot(text, said):
    assert said_to_bot(text) == said


@pytest.mark.parametrize("language", ["th", "en"])
def test_what_a_button_types_in_a_group_reaches_the_bot(language):
    with speaking(language):
        assert said_to_bot(addressed("13")) == "13"
