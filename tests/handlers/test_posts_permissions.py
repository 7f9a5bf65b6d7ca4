"""Leave, hand-overs, assignments and holders against everybody: who may begin each, and who sees whom.

วีระ answers for 14 alone in สมชาย's agency; สุดา has not joined; คำปัน runs another province.
"""

import pytest
from sqlalchemy import func, select

from handlers.posts import assign, hand_over, leave
from handlers.posts.holders import show_holders
from handlers.posts.typed import answer_typed
from models.absence import Absence
from models.dialogue import open_dialogue
from models.hand_over import HandOver
from models.release import Release
from tests.handlers.test_permissions import ELSEWHERE, STRANGER, company, words

EVERYDAY = (STRANGER,)
HAND_OVER_13 = {"สมชาย", "มาลี", "อนงค์"}
HAND_OVER_20 = {"ประสิทธิ์", "อนงค์"}
ASSIGN_13 = {"มาลี", "อนงค์"}
LEAVE_OF_SOMCHAI = {"มาลี", "อนงค์", "สมชาย"}
PHONE = "080-000-0013"

__all__ = ["company"]


def asks(turn, text):
    return words(answer_typed(turn, text) or [])


def stored(turn, table):
    return turn.session.scalar(select(func.count()).select_from(table))


def confirms(turn, kind, verb="yes"):
    """Tap the main button of what is open, if it is of this kind."""
    dialogue = open_dialogue(turn.session, turn.person.id)
    if dialogue is not None and dialogue.kind == kind.KIND:
        kind.tap(turn, dialogue.token, verb, [])


def each_member(company):
    return ((name, turn) for name, turn in company.each() if name not in EVERYDAY)


@pytest.mark.parametrize(("no", "allowed"), [(13, HAND_OVER_13), (20, HAND_OVER_20)])
def test_who_can_hand_an_activity_over(company, no, allowed):
    for name, turn in each_member(company):
        asks(turn, f"โอนงาน {no} วันนี้")
        dialogue = open_dialogue(turn.session, turn.person.id)
        if dialogue is not None and "post" in dialogue.state:
            hand_over.tap(turn, dialogue.token, "what", ["whole"])
            hand_over.tap(turn, dialogue.token, "to", ["code"])
            confirms(turn, hand_over)
        assert (stored(turn, HandOver) == 1) is (name in allowed), name


def test_who_can_assign_an_activity(company):
    for name, turn in each_member(company):
        asks(turn, "มอบหมาย 13 ให้ วีระ")
        confirms(turn, assign, "alone")
        assert (stored(turn, Release) > 0) is (name in ASSIGN_13), name


def test_who_can_write_somebodys_leave_down(company):
    for name, turn in each_member(company):
        asks(turn, "ลา สมชาย 5-12 พ.ค. ไม่มีผู้รักษาการ")
        confirms(turn, leave)
        assert (stored(turn, Absence) == 1) is (name in LEAVE_OF_SOMCHAI), name


def test_everybody_can_take_leave_themselves(company):
    for name, turn in each_member(company):
        asks(turn, "ลา 5-12 พ.ค. ไม่มีผู้รักษาการ")
        confirms(turn, leave)
        assert stored(turn, Absence) == 1, name


def test_forged_buttons_of_leave_and_hand_over_reach_nobody_else(company):
    prasit = company.turn("ประสิทธิ์")
    for name, turn in each_member(company):
        if name not in ("สมชาย", "วีระ", "มาลี"):
            continue
        asks(turn, "ลา 5-12 พ.ค.")
        token = open_dialogue(turn.session, turn.person.id).token
        leave.tap(turn, token, "acting", [str(prasit.person.id)])
        confirms(turn, leave)
        assert stored(turn, Absence) == 0, name
        asks(turn, "โอนงาน")
        dialogue = open_dialogue(turn.session, turn.person.id)
        post = prasit.posts[0]
        hand_over.tap(turn, dialogue.token, "post", [str(post.id), str(prasit.person.id)])
        hand_over.tap(turn, dialogue.token, "to", ["code"])
        confirms(turn, hand_over)
        offered = turn.session.scalars(select(HandOver.post_id)).all()
        assert post.id not in offered, name


def test_holders_are_shown_within_reach(company, office):
    somchai = company.turn("สมชาย")
    somchai.person.phone = PHONE
    for name, turn in each_member(company):
        sees = name in ("สมชาย", "วีระ", "มาลี", "อนงค์", "ท่านผู้ว่าฯ", "ท่านผู้ตรวจราชการ")
        for no in (0, 13):
            assert (PHONE in words(show_holders(turn, no) or [])) is sees, (name, no)
        assert name == ELSEWHERE or "ลำปาง" not in words(show_holders(turn, 0) or [])
