"""The cases that the card tests and the card pictures show, by the name of the picture."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from cards.card import Card
from cards.case import case_card, cases_card
from cards.case_evidence import evidence
from cards.case_history import case_history, closed_card, ended_news
from cards.case_list import case_list
from cards.case_views import CaseView, Part, Rest, StepView
from cards.views_office import Contact
from cards.wording import causes_words, working_days
from i18n import _
from models.case import StepKind
from rules.cause import Cause
from rules.finding import Finding, FindingKind
from rules.ladder import Level
from rules.role import Role
from rules.severity import Band, Severity
from rules.stall import Standstill
from rules.who_can_act import Actor
from tests.cards.cast import MILLION, PUBLIC_WORKS, RURAL_ROADS

MARCH_ENDED = date(2021, 3, 31)


def road_13(**changes: object) -> CaseView:
    """สมชาย's road: no movement since the end of March, and far behind its plan."""
    still = Finding(FindingKind.NOT_MOVING, MARCH_ENDED, 23, standstill=Standstill.WORK, satang=2_250_000_00)
    behind = Finding(
        FindingKind.BEHIND_PLAN,
        MARCH_ENDED,
        23,
        reached=Decimal(30),
        expected=Decimal(50),
        band=Band.BEHIND_15,
    )
    facts = {
        "case_id": 1,
        "no": 13,
        "name": "ก่อสร้างถนนลาดยาง สายบ้านห้วยสีตอ - เขาระทิง",
        "agency": RURAL_ROADS,
        "level": Level.OFFICER,
        "opened_on": date(2021, 5, 12),
        "evidence": evidence(still),
        "severity": Severity(12 * MILLION + 75_000_000, 23, Band.BEHIND_15),
        "more": (evidence(behind),),
        "actors": (Actor.OFFICER,),
        "budget_satang": 15 * MILLION,
        "next_level": Level.HEAD,
        "next_on": date(2021, 5, 17),
    }
    return CaseView(**{**facts, **changes})  # type: ignore[arg-type]


def bank_20() -> CaseView:
    """ประสิทธิ์'s river bank, blocked by the land."""
    causes = causes_words((Cause.SITE_NOT_READY,), "รอเจ้าท่าอนุญาตให้ใช้พื้นที่")
    land = Finding(FindingKind.BLOCKED, MARCH_ENDED, 26, (Actor.LAND_OWNER,))
    return road_13(
        case_id=2,
        no=20,
        name="ก่อสร้างเขื่อนป้องกันตลิ่งริมห้วยแม่ประจันต์ หมู่ 11 ตำบลหนองหญ้าปล้อง",
        agency=PUBLIC_WORKS,
        level=Level.OFFICE,
        evidence=evidence(land, causes),
        more=(),
        severity=Severity(17 * MILLION, 26, Band.ON_PLAN),
        actors=(Actor.LAND_OWNER,),
        next_level=Level.EXECUTIVE,
        next_on=date(2021, 5, 31),
        summary_on=date(2021, 5, 31),
        letter_no="พบ 0017.2/123",
        earlier=Rest(date(2021, 5, 14), "รอประชุมกับสำนักงานที่ดิน", "มาลี"),
    )


def cases() -> dict[str, Card]:
    office = road_13(level=Level.OFFICE, next_level=Level.EXECUTIVE, next_on=date(2021, 5, 31))
    office = replace(office, broken=Rest(date(2021, 5, 20), "เทคอนกรีตชั้นที่ 2 ให้เสร็จ", "สมชาย"))
    somchai = Contact("สมชาย", Role.OFFICER, "0 3200 0001", is_unreachable=True)
    planned = road_13(next_level=None, next_on=None, plan=Rest(date(2021, 6, 15), "เทคอนกรีตชั้นที่ 2", "สมชาย"))
    return {
        "case-officer": case_card(road_13(), Part.OFFICER),
        "case-head": case_card(
            road_13(level=Level.HEAD, next_level=Level.OFFICE, next_on=date(2021, 5, 20)), Part.HEAD
        ),
        "case-phone": case_card(road_13(to_phone=(somchai,)), Part.HEAD),
        "case-office": cases_card([(office, Part.OFFICE), (bank_20(), Part.OFFICE)]),
        "case-warning": case_card(road_13(level=Level.OFFICE, summary_on=date(2021, 5, 31)), Part.WARNED),
        "case-planned": case_card(planned, Part.LOOKING),
        "case-history": case_history(bank_20(), steps()),
        "case-closed": closed_card(13, _("It moves again."), working_days(12)),
        "case-news": ended_news([13, 20]),
        "cases": case_list([planned, bank_20()]),
        "cases-none": case_list([]),
    }


def steps() -> list[StepView]:
    def at(day: int, hour: int = 1) -> datetime:
        return datetime(2021, 5, day, hour, 0, tzinfo=UTC)

    return [
        StepView(at(12), StepKind.OPENED, Level.OFFICE, text=bank_20().evidence),
        StepView(at(12), StepKind.TOLD, Level.OFFICE, "อนงค์"),
        StepView(at(12, 7), StepKind.SNOOZED, Level.OFFICE, "อนงค์", "รอประชุมกับสำนักงานที่ดิน"),
        StepView(at(17, 3), StepKind.LETTER, Level.OFFICE, "อนงค์", "พบ 0017.2/123"),
        StepView(at(27), StepKind.WARNED, Level.OFFICE, "ประสิทธิ์"),
        StepView(at(31), StepKind.RAISED, Level.EXECUTIVE),
    ]
