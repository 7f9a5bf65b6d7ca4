"""The governor's week of 17 May 2564, an order on its way from the tap to the answer, and the sheet it was given on."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from cards.card import Card, Choice
from cards.case_page import cases_page
from cards.governor import governor
from cards.governor_views import AnswerView, GovernorView, Needs, OrderView, ProvinceWeek, Unstuck
from cards.order import executive_choices, new_order, reminded, shown
from cards.order_answering import written
from cards.order_list import order_list
from cards.order_sheet import Sheet, order_sheet, own_words
from cards.order_words import all_orders, explain_words, pending, ready_words
from i18n import language
from rules.order import OrderKind, OrderState, Ready
from rules.role import Role
from tests.cards.cast import MILLION, PUBLIC_WORKS, RURAL_ROADS

ROAD_14 = "ก่อสร้างถนนลาดยาง สายบ้านน้อย - บ้านหนองบัว ตำบลหนองชุมพล อำเภอเขาย้อย"
BANK_21 = "ก่อสร้างเขื่อนป้องกันตลิ่งริมแม่น้ำเพชรบุรี หมู่ 8 ตำบลบ้านลาด"
MONDAY = date(2021, 5, 17)


def choice(th: str, en: str, data: str) -> Choice:
    words = th if language() == "th" else en
    return Choice(words[:20], words, data)


def words(th: str, en: str) -> str:
    return th if language() == "th" else en


def order(state: OrderState = OrderState.OPEN, **more) -> OrderView:
    facts = {
        "order_id": 12,
        "kind": OrderKind.EXPLAIN,
        "text": explain_words(),
        "no": 14,
        "name": ROAD_14,
        "agency": RURAL_ROADS,
        "giver": "ท่านผู้ว่าฯ",
        "given_on": MONDAY,
        "due_on": date(2021, 5, 19),
        "state": state,
        "assignee": Role.OFFICER,
        "owners": ("สมชาย",),
    }
    return OrderView(**{**facts, **more})


def answered() -> OrderView:
    said = words(
        "ผู้รับจ้างนำเครื่องจักรเข้าพื้นที่แล้ว เริ่มเทผิวทาง 24 พ.ค.",
        "The contractor has machines on site; paving begins on 24 May.",
    )
    at = datetime(2021, 5, 18, 3, 12, tzinfo=UTC)
    return order(
        OrderState.ANSWERED,
        answers=(
            AnswerView("acknowledged", datetime(2021, 5, 17, 2, 40, tzinfo=UTC), "สมชาย"),
            AnswerView("answered", at, "สมชาย", said, date(2021, 6, 15), 3),
        ),
        photos_link="https://tamngan.example.go.th/photos/abc",
    )


def became_report() -> OrderView:
    """Return the answered order, whose answer was confirmed as a report too."""
    *before, answer = answered().answers
    return replace(answered(), answers=(*before, replace(answer, receipt_no="64-00012")))


def late() -> OrderView:
    return order(
        order_id=9,
        kind=OrderKind.ORDER,
        text=ready_words(Ready.SITE_VISIT),
        no=21,
        name=BANK_21,
        agency=PUBLIC_WORKS,
        owners=("ประสิทธิ์",),
        given_on=date(2021, 5, 3),
        due_on=date(2021, 5, 11),
        overdue_days=4,
    )


def needs(no: int = 15, count: int = 1) -> tuple[Needs, ...]:
    said = words(
        "ไม่คืบหน้า 32 วันทำการ: เบิกจ่าย 6,000,000 บาท ตั้งแต่ 31 มี.ค. 64",
        "No movement for 32 working days: disbursed 6,000,000 baht since 31 Mar 2021",
    )
    return tuple(
        Needs(
            case_id=no + at,
            no=no + at,
            name="ก่อสร้างถนนลาดยาง สายแยกทางหลวงหมายเลข 37 - บ้านบ่อแหม",
            agency=RURAL_ROADS,
            evidence=said,
            unpaid_satang=34 * MILLION,
            days=32,
            who_can_act=words("เจ้าของที่ดิน", "the owner of the land"),
            weight=words("870.4 = 34 ล้าน × 6.4 สัปดาห์ × 4", "870.4 = 34M × 6.4 weeks × 4"),
            is_on_agenda=at == 1,
        )
        for at in range(count)
    )


def minute(cases: int = 2) -> GovernorView:
    return GovernorView(
        week=ProvinceWeek(
            on=MONDAY,
            province="เพชรบุรี",
            activities=23,
            budget_satang=18_175_000_000,
            disbursed_satang=5_234_567_890,
            disbursed_percent=Decimal("28.80"),
            disbursed_before_satang=5_104_567_890,
            target_percent=Decimal(45),
            moving=13,
            moving_before=12,
            stuck=4,
            stuck_before=6,
            unreported=1,
            finished=6,
        ),
        unstuck=(
            Unstuck(
                13,
                13,
                "ก่อสร้างถนนลาดยาง สายบ้านห้วยสีตอ - เขาระทิง",
                RURAL_ROADS,
                23,
                Decimal(30),
                Decimal(45),
                MILLION,
            ),
            Unstuck(20, 20, "ก่อสร้างเขื่อนป้องกันตลิ่งริมห้วยแม่ประจันต์", PUBLIC_WORKS, 18, Decimal(20), Decimal(35), 0),
        ),
        needs=needs(15, cases),
        more=3,
        waiting=2,
        orders=(answered(), late()),
        on_agenda=1,
    )


def quiet() -> GovernorView:
    week = minute().week
    return GovernorView(week=week)


def governor_cards() -> dict[str, Card]:
    ready = [Choice(ready_words(each), ready_words(each), f"d:x:ready:{each}") for each in Ready]
    changes = [
        choice("ถึง หัวหน้าหน่วยงาน", "To: Head of agency", "d:x:desk:head"),
        choice("ภายใน 10 วันทำการ", "Within 10 working days"[:20], "d:x:due:10"),
        choice("หยุด", "Stop", "d:x:stop"),
    ]
    text = words("ให้เร่งเทผิวทางให้แล้วเสร็จภายใน 10 มิ.ย. 64", "Have the surface paved by 10 June.")
    sheet = Sheet(14, ROAD_14, Role.OFFICER, ("สมชาย",), date(2021, 5, 24))
    send = choice("ส่งข้อสั่งการ", "Send the order", "d:x:send")
    answer = answered().answers[-1]
    return {
        "governor": governor(minute()),
        "governor-many": governor(minute(10)),
        "governor-quiet": governor(quiet()),
        "cases-waiting": cases_page(
            words("เรื่องที่รอการตัดสินใจ", "What waits for a decision"), needs(15, 3), "", [all_orders()]
        ),
        "order-new": new_order(order()),
        "order-overdue": reminded(late()),
        "order-answered": shown(became_report(), executive_choices(became_report())),
        "order-sheet": order_sheet(sheet, ready, changes),
        "order-own-words": own_words(
            Sheet(14, ROAD_14, Role.HEAD, ("มาลี",), date(2021, 6, 10), text), send, changes
        ),
        "order-answering": written(
            order(), answer, choice("ส่งคำตอบ", "Send the answer", "d:x:send"), changes[-1:]
        ),
        "orders": order_list([answered(), late()], [pending()]),
    }
