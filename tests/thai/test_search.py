"""People look for activities and agencies by whatever part of the name they remember."""

import pytest

from tests.office import ACTIVITIES, PUBLIC_WORKS, RURAL_ROADS
from thai.reading import Named
from thai.search import brief_agency, ranked_activities, ranked_agencies

PLAN = [Named(no=no, name=name, agency=agency) for no, (name, _baht, agency) in ACTIVITIES.items()]
AGENCIES = [
    (RURAL_ROADS, "ทช.เพชรบุรี"),
    ("แขวงทางหลวงเพชรบุรี",),
    (PUBLIC_WORKS, "ยผจ."),
    ("สำนักงานวัฒนธรรมจังหวัดเพชรบุรี",),
    ("ที่ทำการปกครองจังหวัดเพชรบุรี",),
]


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("บ้านน้อย", [14]),
        ("ห้วย", [13, 20]),
        ("เขื่อน", [20, 21]),
        ("เขือน", [20, 21]),
        ("ลาดยาง", [13, 14, 15]),
        ("ถนน บ่อแหม", [15]),
        ("เขาระทิง", [13]),
        ("โยธาธิการ", [20, 21]),
        ("รถไฟ", []),
        ("  ", []),
    ],
)
def test_activities_are_found_by_part_of_their_name(words, numbers):
    assert ranked_activities(words, PLAN) == numbers


def test_a_misspelt_name_still_finds_its_activity():
    assert ranked_activities("แม่ประจัน", PLAN) == [20]
    assert ranked_activities("บ้านหนองบัว ที่ทำถนน", PLAN)[0] == 14


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("แขวงทางหลวง", [0, 1]),
        ("ทางหลวงชนบท", [0]),
        ("แขวงทางหลวงเพชรบุรี", [1]),
        ("ทช.เพชรบุรี", [0]),
        ("ยผจ", [2]),
        ("โยธา", [2]),
        ("วัฒนธรรม", [3]),
        ("ปกครอง", [4]),
        ("เพชรบุรี", [0, 1, 2, 3, 4]),
        ("ไปรษณีย์", []),
        ("", []),
    ],
)
def test_agencies_are_found_by_part_of_their_name_or_nickname(words, places):
    assert ranked_agencies(words, AGENCIES) == places


@pytest.mark.parametrize(
    ("name", "brief"),
    [
        (PUBLIC_WORKS, "โยธาธิการและผังเมือง"),
        ("ที่ทำการปกครองจังหวัดเพชรบุรี", "ปกครอง"),
        ("แขวงทางหลวงชนบทเพชรบุรี", "แขวงทางหลวงชนบทเพชรบุรี"),
        ("สำนักงานจังหวัดเพชรบุรี", "สำนักงานจังหวัดเพชรบุรี"),
        ("กอ.รมน.จังหวัดเพชรบุรี", "กอ.รมน."),
    ],
)
def test_agencies_are_told_apart_by_their_brief_names(name, brief):
    assert brief_agency(name) == brief
