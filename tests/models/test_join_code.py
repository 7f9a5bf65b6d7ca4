"""Join codes: easily read out, never mistaken for something else that people type."""

import pytest

from models.join_code import code_within, looks_like_code, make_code
from models.post import Post
from rules.role import Role


@pytest.mark.parametrize(
    "typed", ["ABCD-2345", "abcd2345", "abcd 2345", "ＡＢＣＤ－２３４５", "ABCD–2345", " a b c d 2345 "]
)
def test_a_code_may_be_typed_in_many_ways(typed):
    assert looks_like_code(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "22334455",
        "22,334,455",
        "ADVANCES",
        "13 45%",
        "status 13",
        "ABCD-234",
        "ABCD-23450",
        "รายงาน",
        "",
        "ABCD-1230",
    ],
)
def test_amounts_and_words_are_no_codes(typed):
    assert not looks_like_code(typed)


def test_a_code_is_found_among_other_words():
    assert code_within("รหัสเข้าร่วม: ABCD-2345\nใช้ได้ถึง 17 พ.ค. 64") == "ABCD-2345"
    assert code_within("โทร 2233-4455 ครับ") is None
    assert code_within("GFMIS20212345X") is None


def test_every_new_code_is_recognised_as_one(house, office, clock):
    with house.db.write() as session:
        post = Post(province_id=office.province.id, role=Role.EXECUTIVE)
        session.add(post)
        session.flush()
        codes = {make_code(session, post, clock.now())[0] for _ in range(200)}
    assert len(codes) == 200 and all(looks_like_code(code) for code in codes)
