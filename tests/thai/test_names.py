"""Names of activities found in running text: parts of names, road numbers, nicknames; everyday words name nothing."""

import pytest

from tests.thai.messages import PLAN
from thai.names import index_of
from thai.normalise import normalise


def named(text):
    mentions = index_of(PLAN).mentions(normalise(text).clean)
    return [tuple(sorted(mention.activities)) for mention in mentions]


@pytest.mark.parametrize(
    ("text", "activities"),
    [
        ("ห้วยสีตอ เบิก 2 แสน", [(13,)]),
        ("ห้วยสิตอ เบิก 2 แสน", [(13,)]),
        ("ถนนบ่อแหม งาน 40%", [(15,)]),
        ("ทล. 3349 งาน 40%", [(8,)]),
        ("ทูบี งาน 40%", [(22,)]),
        ("เขื่อนบ้านลาด งาน 40%", [(21,)]),
        ("ห้วยสีตอ 40% บ่อแหม 20%", [(13,), (15,)]),
        ("จัดไม่ได้ โควิด ขนมไทย", [(1, 2)]),
    ],
)
def test_part_of_a_name_is_enough(text, activities):
    assert named(text) == activities


@pytest.mark.parametrize(
    "text",
    ["เบิกจ่ายแล้ว 2,250,000 บาท", "งาน 45%", "ยังไม่มีปัญหาค่ะ", "รอประกาศผู้ชนะ", "เบิก 3,349 บาท", "เพชรบุรี", ""],
)
def test_everyday_words_name_nothing(text):
    assert named(text) == []


def test_the_stretch_covers_the_words_that_name():
    text = normalise("วันนี้ห้วยสีตอเบิกแล้ว").clean
    (mention,) = index_of(PLAN).mentions(text)
    assert "สีตอ" in text[mention.start : mention.end] and "เบิก" not in text[mention.start : mention.end]
