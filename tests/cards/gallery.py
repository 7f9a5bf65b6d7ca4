"""Every card once, as the cast would see it, in the language now spoken: for the tests and for the pictures."""

from datetime import UTC, date, datetime
from decimal import Decimal

from cards import ask, notes
from cards.agency import agency
from cards.card import Card, Choice
from cards.chase import chase
from cards.confirm import confirm
from cards.consent import consent
from cards.disbursed import disbursed
from cards.help_card import help_card
from cards.history import history
from cards.invite import invite
from cards.my_data import my_data
from cards.nothing_owed import nothing_owed
from cards.one_activity import one_activity
from cards.overdue import overdue
from cards.owed import owed
from cards.person import joined, whoami
from cards.receipt import receipt
from cards.reminder import reminder
from cards.stalled import stalled
from cards.summary import summary
from cards.views import ReceiptView
from cards.views_office import AgencyView, DisbursedRow, DisbursedView, OverdueRow
from cards.welcome import welcome
from cards.which_activity import which_activity
from cards.whole_plan import whole_plan
from i18n import language
from rules.cause import Cause
from rules.figures import Figures
from rules.role import Role
from rules.status import Status
from tests.cards.cast import (
    APRIL,
    MILLION,
    PUBLIC_WORKS,
    RURAL_ROADS,
    bank_20,
    choice,
    doubtful_14,
    history_of_13,
    item_13,
    many,
    people,
    road_13,
    road_14,
    road_15,
    signal_9,
    somchai,
    stalled_rows,
    unchanged_15,
)
from tests.cards.cast_calm import calm_cards
from tests.cards.cast_cases import cases
from tests.cards.cast_governor import governor_cards
from tests.cards.cast_imports import import_cards
from tests.cards.cast_office import all_of_somchai, plan, week
from tests.cards.cast_papers import paper_cards
from tests.cards.cast_posts import posts
from thai import writing


def gallery() -> dict[str, Card]:
    return {
        **joining(),
        **reporting(),
        **asking(),
        **answering(),
        **office(),
        **governor_cards(),
        **cases(),
        **posts(),
        **calm_cards(),
        **import_cards(),
        **paper_cards(),
    }


def joining() -> dict[str, Card]:
    yes, no = choice("ยินยอม", "I agree", "consent:yes"), choice("ไม่ยินยอม", "I decline", "consent:no")
    return {
        "welcome": welcome(),
        "consent": consent(somchai(), yes, no, "อนงค์ สำนักงานจังหวัด 0 3200 0002"),
        "joined": joined(somchai()),
        "whoami": whoami(somchai()),
        "my-data": my_data(
            all_of_somchai(),
            [choice("แก้ชื่อ", "Change name"), choice("แก้เบอร์โทร", "Change phone")],
        ),
        "help-officer": help_card(Role.OFFICER),
        "help-admin": help_card(Role.ADMIN),
        "invite": invite("K7QM-29XD", Role.OFFICER, RURAL_ROADS, datetime(2021, 5, 8, 9, 0, tzinfo=UTC)),
    }


def reporting() -> dict[str, Card]:
    report = choice("เริ่มรายงาน", "Start reporting", "report:start")
    same = choice("ไม่เปลี่ยนแปลงทั้งหมด", "All unchanged", "same:all")
    mine = [road_13(), road_14(), road_15()]
    taps = {
        each.no: choice(f"รายงาน {each.no}", f"report {each.no}", f"report:{each.no}") for each in many(100)
    }
    both = {
        no: (tap, choice(f"{no} ไม่มีการเปลี่ยนแปลง", f"{no} no change", f"same:{no}"))
        for no, tap in taps.items()
    }
    due = date(2021, 5, 5)
    return {
        "reminder": reminder("สมชาย", APRIL, due, mine, report=report, no_change_all=same),
        "chase": chase("สมชาย", APRIL, mine[:2], 7, head_name="มาลี", report=report, no_change_all=same),
        "owed": owed(APRIL, due, mine, both),
        "owed-many": owed(APRIL, due, many(100), both, next_page=choice("ต่อไป", "next", "owed:2")),
        "nothing-owed": nothing_owed(APRIL, date(2021, 6, 1)),
        "confirm-one": confirm([item_13()], *_answers()),
        "confirm-doubtful": confirm([doubtful_14()], *_answers()),
        "confirm-several": confirm([item_13(), doubtful_14(), unchanged_15()], *_answers()),
        "receipt": receipt(
            ReceiptView(
                "TN-64-0423", (item_13(),), 2, choice("ยกเลิก", "undo", "undo:1"), choice("รายงาน", "report")
            )
        ),
        "receipt-several": receipt(ReceiptView("TN-64-0424", (item_13(), doubtful_14(), unchanged_15()), 0)),
    }


def asking() -> dict[str, Card]:
    steps = [choice("ย้อนกลับ", "Back", "back"), choice("หยุดไว้ก่อน", "Stop for now", "stop")]
    last = Figures(Status.IN_PROGRESS, Decimal(30), 90_000_000)
    states = [
        choice(writing.status_name(each), writing.status_name(each), f"status:{each}")
        for each in Status
        if each is not Status.CANCELLED
    ]
    causes = [choice(writing.cause_name(each), writing.cause_name(each), f"cause:{each}") for each in Cause]
    no_photo = [choice("ไม่มีรูป ไปต่อ", "No photos, go on", "photos:none")]
    return {
        "ask-status": ask.ask_status(road_13(), last, states, steps),
        "ask-disbursed": ask.ask_disbursed(
            road_13(), last, [choice("เท่าเดิม 900,000 บาท", "The same, 900,000 baht", "same")], steps
        ),
        "ask-progress": ask.ask_progress(
            road_13(),
            last,
            [choice(f"{each}%", f"{each}%", f"p:{each}") for each in (30, 40, 50, 75, 90, 100)],
            steps,
        ),
        "ask-cause": ask.ask_cause(road_14(), (Cause.REBID,), causes, steps),
        "ask-photos": ask.ask_photos(road_13(), 2, no_photo, steps),
        "which-activity": which_activity(
            [road_13(), road_14(), road_15()],
            "“ถนนลาดยาง”",
            [choice(f"รายงาน {no}", f"report {no}") for no in (13, 14, 15)],
        ),
    }


def answering() -> dict[str, Card]:
    return {
        "one-activity": one_activity(road_13()),
        "one-activity-stalled": one_activity(road_14()),
        "one-activity-unreported": one_activity(road_15()),
        "one-activity-finished": one_activity(signal_9()),
        "history": history(road_13(), history_of_13()),
        "check": notes.check(
            "ขอถามก่อนบันทึก" if language() == "th" else "One question first",
            ["เบิกจ่ายเกินวงเงิน 15,000,000 บาท"],
            choice("แก้ยอดเงิน", "Fix the amount", "fix"),
        ),
        "old-button": notes.old_button(),
        "said-already": notes.said_already(),
        "refusal": notes.refusal("กิจกรรมที่ 20 เป็นของหน่วยงานอื่น", choice("รายงาน", "report")),
        "not-understood": notes.not_understood(),
        "cancelled": notes.cancelled(),
    }


def office() -> dict[str, Card]:
    total = DisbursedRow("รวมทั้งสิ้น", 18_175_000_000, 5_234_567_890, 11_020_000_000, Decimal(45), Decimal(58))
    current = DisbursedRow(
        "รายจ่ายประจำ", 3_175_000_000, 1_834_567_890, 1_920_000_000, Decimal(55), Decimal(58)
    )
    capital = DisbursedRow(
        "รายจ่ายลงทุน", 15_000_000_000, 3_400_000_000, 9_100_000_000, Decimal(43), Decimal(60)
    )
    return {
        "whole-plan": whole_plan(plan()),
        "agency": agency(
            AgencyView(
                RURAL_ROADS, people(), (road_13(), road_14(), road_15()), 3, 1, 70 * MILLION, 90_000_000
            )
        ),
        "overdue": overdue(
            APRIL,
            [
                OverdueRow(PUBLIC_WORKS, (20, 21), 7, "ประสิทธิ์", "", "0 3200 0003"),
                OverdueRow(RURAL_ROADS, (14,), 7, "สมชาย", "มาลี", "0 3200 0001", True),
            ],
        ),
        "overdue-none": overdue(APRIL, []),
        "stalled": stalled(stalled_rows(), 4),
        "stalled-none": stalled([], 0),
        "disbursed": disbursed(DisbursedView(2564, 3, date(2021, 4, 30), (current, capital), total)),
        "summary": summary(week()),
        "bank-of-another-agency": one_activity(bank_20(), []),
    }


def _answers() -> tuple[Choice, Choice]:
    return choice("ยืนยัน", "confirm", "confirm:1"), choice("ยกเลิก", "cancel", "cancel:1")
