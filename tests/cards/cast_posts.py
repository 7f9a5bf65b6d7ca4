"""The cards of leave, hand-overs, holders and vacancies, as the cast would see them."""

from datetime import UTC, date, datetime

from cards.briefing import BriefingView, briefing
from cards.card import Card, Choice
from cards.hand_over import HandOverView, confirm_hand_over, handed_over, successors_code, thank_you
from cards.holders import HolderView, PostView, holders_card
from cards.holders_assign import assigned, confirm_assignment, you_answer_for
from cards.holders_vacant import Vacancy, vacant
from cards.leave import (
    LeaveView,
    confirm_leave,
    leave_ended,
    leave_written,
    nobody_acts,
    you_act,
    you_are_away,
)
from i18n import language
from rules.role import Role
from tests.cards.cast import APRIL, PUBLIC_WORKS, RURAL_ROADS, choice, road_13, road_14, road_15

FIRST, LAST = date(2021, 5, 5), date(2021, 5, 12)
LEAVE = LeaveView("สมชาย", FIRST, LAST, "วีระ", "มาลี", (13, 14, 15), "มาลี")
ALONE = LeaveView("สมชาย", FIRST, LAST, "", "มาลี", (13, 14, 15))
TITLE = "นายช่างโยธาชำนาญงาน"
GIVEN = HandOverView(TITLE, RURAL_ROADS, "สมชาย", "สุดา ใจดี", date(2021, 6, 1), (13, 14, 15))
BY_CODE = HandOverView(TITLE, RURAL_ROADS, "สมชาย", "", date(2021, 6, 1), (13, 14), is_whole=False)


def posts() -> dict[str, Card]:
    yes, no = choice("ยืนยัน", "Confirm", "yes"), choice("ยกเลิก", "Cancel", "no")
    ways = (choice("ให้คนเดียว", "Alone", "1"), choice("รับผิดชอบร่วมกัน", "Together", "2"), no)
    road = road_13().name
    return {
        "leave-confirm": confirm_leave(LEAVE, yes, no),
        "leave-written": leave_written(ALONE),
        "leave-acting": you_act(LEAVE),
        "leave-told": you_are_away(LEAVE),
        "leave-nobody-acts": nobody_acts(ALONE),
        "leave-ended": leave_ended(LEAVE, for_acting=True),
        "hand-over-confirm": confirm_hand_over(GIVEN, yes, no),
        "hand-over-code": successors_code(BY_CODE, "K7QM-29XD", datetime(2021, 6, 8, 9, 0, tzinfo=UTC)),
        "handed-over": handed_over(GIVEN),
        "hand-over-thanks": thank_you(GIVEN, has_open_report=True),
        "briefing": briefing(successor()),
        "holders": holders_card(RURAL_ROADS, holders(), _taps()),
        "assign-confirm": confirm_assignment(13, road, ["สมชาย"], "วีระ", ways),
        "assigned": assigned(13, road, ["วีระ"]),
        "assigned-to-you": you_answer_for(13, road, "มาลี"),
        "posts-vacant": vacant(vacancies(), date(2021, 5, 1), date(2021, 6, 1), _taps()),
    }


def successor(**changes: object) -> BriefingView:
    thai = language() == "th"
    facts = {
        "name": "สุดา ใจดี",
        "post": TITLE,
        "agency": RURAL_ROADS,
        "from_on": date(2021, 5, 3),
        "activities": (road_13(), road_14(), road_15()),
        "period": APRIL,
        "due_on": date(2021, 5, 11),
        "before": "สมชาย 0 3200 0001",
        "cases": ((14, "ไม่คืบหน้า 34 วันทำการ ตั้งแต่ 11 มี.ค. 64" if thai else "not moved for 34 working days"),),
        "orders": (
            (13, "เร่งผู้รับจ้างเข้าพื้นที่ · ตอบภายใน 7 พ.ค. 64" if thai else "Bring the contractor to the site"),
        ),
    }
    return BriefingView(**{**facts, **changes})  # type: ignore[arg-type]


def holders() -> list[PostView]:
    since = date(2020, 10, 1)
    away = HolderView("สมชาย", since, "0 3200 0001", away=(FIRST, LAST), acting="วีระ")
    blocked = HolderView("วีระ", since, "0 3200 0004", is_unreachable=True)
    return [
        PostView(Role.OFFICER, "วิศวกรโยธา", "", (), (15,), waiting=date(2021, 6, 1)),
        PostView(Role.OFFICER, TITLE, "", (away, blocked), (13, 14)),
        PostView(Role.HEAD, "", "", (HolderView("มาลี", since, "0 3200 0000"),)),
    ]


def vacancies() -> list[Vacancy]:
    return [
        Vacancy(1, PUBLIC_WORKS, nobody=(20, 21), has_no_head=True),
        Vacancy(2, RURAL_ROADS, unreachable=(("สมชาย", (13, 14)),), awaited=(("วีระ", date(2021, 6, 1)),)),
    ]


def _taps() -> tuple[Choice, Choice]:
    return choice("ผู้รับผิดชอบ", "Who answers for what"), choice("โอนงาน", "Hand over")
