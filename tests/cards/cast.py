"""The people and activities that the card tests and the card pictures show (real plan, invented people)."""

from datetime import UTC, date, datetime
from decimal import Decimal

from cards.card import Choice
from cards.views import ActivityView, ConfirmItem, HistoryEntry, StalledRow
from cards.views_office import Contact, PersonView
from i18n import language
from rules.cause import Cause
from rules.figures import Figures
from rules.role import Role
from rules.status import Status

APRIL = date(2021, 4, 1)
RURAL_ROADS = "แขวงทางหลวงชนบทเพชรบุรี"
PUBLIC_WORKS = "สำนักงานโยธาธิการและผังเมืองจังหวัดเพชรบุรี"
SENT = datetime(2021, 4, 2, 2, 14, tzinfo=UTC)
MILLION = 100_000_000


def choice(thai: str, english: str, data: str | None = None) -> Choice:
    label = thai if language() == "th" else english
    return Choice(label, label, data)


def road_13(**changes: object) -> ActivityView:
    """สมชาย's road to เขาระทิง: 30 % of the work, nothing new since February."""
    facts = {
        "no": 13,
        "name": "ก่อสร้างถนนลาดยาง สายบ้านห้วยสีตอ - เขาระทิง",
        "agency": RURAL_ROADS,
        "budget_satang": 15 * MILLION,
        "place": "ตำบลหนองหญ้าปล้อง อำเภอหนองหญ้าปล้อง",
        "status": Status.IN_PROGRESS,
        "progress_percent": Decimal(30),
        "disbursed_satang": 90_000_000,
        "committed_satang": 13 * MILLION,
        "period": date(2021, 3, 1),
        "reported_at": SENT,
        "reporter": "สมชาย",
        "planned_end": date(2021, 8, 31),
        "plan_percent": Decimal(50),
        "condition": "moving",
        "photos": 2,
        "owes": True,
    }
    return ActivityView(**{**facts, **changes})  # type: ignore[arg-type]


def road_14() -> ActivityView:
    return road_13(
        no=14,
        name="ก่อสร้างถนนลาดยาง สายบ้านน้อย - บ้านหนองบัว",
        status=Status.PROCUREMENT,
        progress_percent=Decimal(0),
        disbursed_satang=0,
        committed_satang=None,
        plan_percent=Decimal(20),
        condition="standing_still",
        stalled_days=34,
        stalled_since=date(2021, 3, 11),
        causes=(Cause.REBID,),
        problem_text="ยื่นรายเดียว ต้องประกาศใหม่ครั้งที่ 2",
        late=True,
        photos=0,
    )


def road_15() -> ActivityView:
    return road_13(
        no=15,
        name="ก่อสร้างถนนลาดยาง สายแยกทางหลวงหมายเลข 37 - บ้านบ่อแหม",
        budget_satang=40 * MILLION,
        status=None,
        progress_percent=None,
        disbursed_satang=None,
        committed_satang=None,
        period=None,
        reported_at=None,
        reporter=None,
        plan_percent=None,
        condition="unreported",
        photos=0,
    )


def bank_20() -> ActivityView:
    """ประสิทธิ์'s river bank, of another agency."""
    return road_13(
        no=20,
        name="ก่อสร้างเขื่อนป้องกันตลิ่งริมห้วยแม่ประจันต์ หมู่ 11 ตำบลหนองหญ้าปล้อง",
        agency=PUBLIC_WORKS,
        budget_satang=1_750_000_000,
        reporter="ประสิทธิ์",
    )


def signal_9() -> ActivityView:
    return road_13(
        no=9,
        name="งานไฟสัญญาณจราจร หมายเลข 3510 ตอนควบคุม 0100 ห้วยศาลา-หนองหญ้าปล้อง",
        budget_satang=5 * MILLION,
        status=Status.COMPLETED,
        progress_percent=Decimal(100),
        disbursed_satang=497_500_000,
        committed_satang=0,
        condition="finished",
        owes=False,
    )


def many(count: int, name: str = "") -> list[ActivityView]:
    """Return `count` activities numbered from 1, all owed."""
    return [road_13(no=no, name=name or road_13().name) for no in range(1, count + 1)]


def item_13(**changes: object) -> ConfirmItem:
    facts = {
        "activity": road_13(),
        "now": Figures(Status.IN_PROGRESS, Decimal(45), 120_000_000, 13 * MILLION, (Cause.WEATHER_DISASTER,)),
        "last": Figures(Status.IN_PROGRESS, Decimal(30), 90_000_000, 13 * MILLION, ()),
        "period": APRIL,
        "as_of": date(2021, 4, 30),
        "how_read": ("45% = ผลงาน", "เบิกแล้ว 1.2 ล้าน = เบิกจ่ายสะสม 1,200,000 บาท", "ฝนตก = ภัยธรรมชาติ"),
        "photos": 2,
        "fix": choice("แก้ไข 13", "edit 13", "fix:13"),
    }
    return ConfirmItem(**{**facts, **changes})  # type: ignore[arg-type]


def doubtful_14() -> ConfirmItem:
    return ConfirmItem(
        activity=road_14(),
        now=Figures(Status.IN_PROGRESS, Decimal("12.5"), 225_000_050, None, ()),
        last=Figures(Status.PROCUREMENT, Decimal(0), 300_000_000, None, ()),
        period=APRIL,
        warnings=("ยอดเบิกจ่ายลดลงจาก 3,000,000 บาท เหลือ 2,250,000.50 บาท ถูกต้องไหม",),
        fix=choice("แก้ไข 14", "edit 14", "fix:14"),
        switch=choice("เป็นยอดเพิ่มเดือนนี้", "It is this month's", "switch:14"),
    )


def unchanged_15() -> ConfirmItem:
    same = Figures(Status.NOT_STARTED, Decimal(0), 0, None, ())
    return ConfirmItem(activity=road_15(), now=same, last=same, period=APRIL, is_no_change=True)


def history_of_13() -> list[HistoryEntry]:
    def entry(revision: int, month: int, kind: str, figures: Figures, **more: object) -> HistoryEntry:
        at = datetime(2021, month + 1, 2, 2, 14, tzinfo=UTC)
        return HistoryEntry(at, "สมชาย", revision, kind, figures, date(2021, month, 1), **more)  # type: ignore[arg-type]

    return [
        entry(5, 4, "correction", item_13().now, photos=2),
        entry(4, 4, "report", Figures(Status.IN_PROGRESS, Decimal(54), 120_000_000), is_retracted=True),
        entry(3, 3, "no_change", Figures(Status.IN_PROGRESS, Decimal(30), 90_000_000, 13 * MILLION)),
        entry(2, 2, "report", Figures(Status.IN_PROGRESS, Decimal(30), 90_000_000, 13 * MILLION), photos=1),
        entry(1, 1, "report", Figures(Status.PROCUREMENT, Decimal(0), 0)),
    ]


def stalled_rows(count: int = 4, name: str = "") -> list[StalledRow]:
    causes = ((Cause.REBID,), (Cause.SITE_NOT_READY,), (), (Cause.CONTRACTOR_LATE, Cause.WEATHER_DISASTER))
    names = (road_14().name, bank_20().name, "เพชรบุรี เมืองสันติสุข ร่มเย็น", "ขุดลอกคลองสังเวช หมู่ที่ 2,4 บ้านดอนโน")
    agencies = (RURAL_ROADS, PUBLIC_WORKS, "กอ.รมน.จังหวัดเพชรบุรี", "สำนักงานป้องกันและบรรเทาสาธารณภัยจังหวัดเพชรบุรี")
    numbers = (14, 20, 23, 3)
    return [
        StalledRow(
            numbers[at % 4] if count <= 4 else at + 1,
            name or names[at % 4],
            agencies[at % 4],
            62 - at % 60,
            date(2021, 2, 1 + at % 28),
            causes[at % 4],
            "รออนุญาตใช้พื้นที่ป่าไม้" if at % 4 == 1 else None,
        )
        for at in range(count)
    ]


def somchai(**changes: object) -> PersonView:
    facts = {
        "name": "สมชาย",
        "role": Role.OFFICER,
        "post": "นายช่างโยธาชำนาญงาน",
        "agency": RURAL_ROADS,
        "activities": (road_13(), road_14(), road_15()),
        "province": "เพชรบุรี",
        "language": language(),
    }
    return PersonView(**{**facts, **changes})  # type: ignore[arg-type]


def people() -> tuple[Contact, ...]:
    return (Contact("มาลี", Role.HEAD, "0 3200 0000"), Contact("สมชาย", Role.OFFICER, "0 3200 0001", True))
