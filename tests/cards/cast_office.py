"""The whole plan and the week of 10 May 2564, as the governor is shown them; and what สมชาย is shown of himself."""

from datetime import date
from decimal import Decimal

from cards.my_data import HeldPost, MyDataView
from cards.views import PlanView, SummaryView
from i18n import language
from rules.role import Role
from rules.status import Status
from tests.cards.cast import APRIL, RURAL_ROADS, stalled_rows


def plan() -> PlanView:
    return PlanView(
        year_be=2564,
        activities=23,
        projects=6,
        budget_satang=18_175_000_000,
        disbursed_satang=5_234_567_890,
        committed_satang=5_785_432_110,
        target_percent=Decimal(45),
        by_status={
            Status.NOT_STARTED: 2,
            Status.PROCUREMENT: 4,
            Status.IN_PROGRESS: 10,
            Status.BLOCKED: 1,
            Status.COMPLETED: 6,
        },
        by_condition={"moving": 9, "standing_still": 4, "unreported": 4, "finished": 6},
        period=APRIL,
        reported=13,
        owed=4,
        late=1,
        province="เพชรบุรี",
    )


def week() -> SummaryView:
    sentence = (
        "9 จาก 23 กิจกรรมคืบหน้า 4 กิจกรรมไม่คืบหน้า และ 4 กิจกรรมยังไม่รายงาน เบิกจ่ายต่ำกว่าเป้าไตรมาส 16.2 จุด"
        if language() == "th"
        else "9 of 23 activities move, 4 stand still and 4 are unreported; disbursement is 16.2 points below target."
    )
    return SummaryView(
        on=date(2021, 5, 10),
        moving=9,
        standing=4,
        unreported=4,
        finished=6,
        budget_satang=18_175_000_000,
        disbursed_satang=5_234_567_890,
        target_percent=Decimal(45),
        last_week_disbursed_satang=5_104_567_890,
        worst=tuple(stalled_rows()),
        sentence=sentence,
        province="เพชรบุรี",
    )


def all_of_somchai() -> MyDataView:
    return MyDataView(
        name="สมชาย",
        phone="080-000-0000",
        province="เพชรบุรี",
        language=language(),
        joined_on=date(2020, 10, 1),
        posts=(HeldPost(Role.OFFICER, "นายช่างโยธาชำนาญงาน", RURAL_ROADS, date(2020, 10, 1)),),
        reports=18,
        photos=27,
        files=3,
        messages=212,
        answers=2,
        contact="อนงค์ 032-000-000",
    )
