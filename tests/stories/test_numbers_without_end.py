"""Whoever types thousands of digits where a number belongs is answered like anybody whose number is wrong."""

import pytest

from documents.people_list import numbers_in
from models.inbox import Event, Handled
from tests.days import moment

ENDLESS = "9" * 4_500  # more than Python makes a number of


@pytest.fixture
def anong(clock, phones):
    clock.set(moment(5, 6, 10))
    return phones["อนงค์"]


@pytest.mark.parametrize(
    "said",
    [
        f"ประกาศ {ENDLESS}",
        f"รับทราบประกาศ {ENDLESS}",
        f"เอกสาร {ENDLESS}",
        f"เอกสาร แบบรายงานผล {ENDLESS}",
        f"ตั้งค่า ถือว่าไม่คืบหน้าเมื่อ {ENDLESS}",
        f"ตั้งค่า ขั้นเร่งรัด {ENDLESS} 10 15",
        f"กิจกรรม {ENDLESS}",
        f"{ENDLESS} 50%",
        f"ที่มา ABCDEFGH {ENDLESS}",
        f"กรณี {ENDLESS}",
        f"มอบหมาย {ENDLESS} ให้ สมชาย",
    ],
    ids=lambda said: said[:12],
)
def test_an_endless_number_is_answered(house, anong, said):
    assert anong.says(said)
    with house.db.read() as session:
        assert {each.state for each in session.query(Event)} == {Handled.DONE}


def test_a_list_of_staff_with_an_endless_number_is_doubted_not_broken():
    assert numbers_in("13, 15-17 และ 20") == (13, 15, 16, 17, 20)
    assert numbers_in(f"13, {ENDLESS}") is numbers_in(f"{ENDLESS}-{ENDLESS}") is None
