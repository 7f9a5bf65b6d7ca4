"""The cards of the office's side as the cast would see them."""

from datetime import UTC, date, datetime

from cards.broadcast import announcement, heard, preview
from cards.calendar import calendar, change_of_day
from cards.card import Card
from cards.duty_names import duty_name
from cards.group_summary import cost_of_group
from cards.quota import quota
from cards.send_reminder import cost_words, nobody_to_remind, send_reminder
from cards.settings import change_of_setting, settings
from cards.unreachable import unreachable
from cards.unwell import unwell, well_again
from cards.views_calm import (
    CalendarView,
    DueView,
    HeardView,
    HolidayView,
    NudgeView,
    PlannedLine,
    QuotaView,
    SettingLine,
    Silence,
    UnreachableRow,
)
from i18n import language
from rules.role import Role
from tests.cards.cast import APRIL, PUBLIC_WORKS, RURAL_ROADS, choice

MAY = date(2021, 5, 1)
AT = datetime(2021, 5, 3, 2, 10, tzinfo=UTC)
MONDAYS = tuple(date(2021, 5, day) for day in (10, 17, 24, 31))
NOTICE = "ขอให้ทุกหน่วยงานส่งรูปหน้างานของกิจกรรมที่เบิกจ่ายเกิน 50% ภายในวันศุกร์ที่ 7 พ.ค. เพื่อใช้ในที่ประชุมคณะกรมการจังหวัด"


def calm_cards() -> dict[str, Card]:
    stop = choice("ไม่ทำ", "Do nothing", "x")
    yes = choice("เปลี่ยน", "Change it", "y")
    send = choice("ส่งเตือน 14 คน", "Remind 14 people", "s")
    insist = choice("ส่งซ้ำทุกคน 17 คน", "Remind all 17 again", "a")
    everybody = choice("ส่งทุกคน 87 คน", "Everybody: 87", "e")
    heads = choice("เฉพาะหัวหน้า 42 คน", "Heads only: 42", "h")
    return {
        "quota": quota(enough()),
        "quota-short": quota(short()),
        "quota-not-known": quota(QuotaView(MAY, None, 0, None)),
        "calendar": calendar(days(), examples()),
        "calendar-change": change_of_day(date(2021, 6, 1), _festival(), days().duties[:1], yes, stop),
        "unreachable": unreachable(silent()),
        "unreachable-none": unreachable([]),
        "send-reminder": send_reminder(nudge(), send, insist, stop),
        "send-reminder-nobody": nobody_to_remind(NudgeView(APRIL, unreachable=("สมชาย",))),
        "settings": settings(setting_lines()),
        "settings-change": change_of_setting(
            *(
                (
                    "quiet hours",
                    "18:00–08:00 and days off",
                    "17:00–09:00 and days off",
                    "It holds from now on.",
                )
                if language() == "en"
                else ("เวลางดส่ง", "18:00–08:00 และวันหยุด", "17:00–09:00 และวันหยุด", "มีผลตั้งแต่ตอนนี้")
            ),
            yes,
            stop,
        ),
        "announcement": announcement(
            3, NOTICE, "อนงค์ สำนักงานจังหวัด", choice("รับทราบ", "I have read it", "heard:3")
        ),
        "announcement-preview": preview(NOTICE, [cost_words(87, 212)], everybody, heads, stop),
        "group-cost": cost_of_group(12, 5, 212, 6, choice("ส่งในกลุ่มนี้", "Send it here", "g"), stop),
        "bot-unwell": unwell(["sending", "disk", "duty weekly-escalation"]),
        "bot-well-again": well_again(["sending"]),
        "announcement-heard": heard(read(), choice("เตือนคนที่ยังไม่ตอบ", "Ask again", "again")),
    }


def enough() -> QuotaView:
    planned = (
        PlannedLine(duty_name("weekly-escalation"), MONDAYS, 6),
        PlannedLine(duty_name("follow-up"), tuple(date(2021, 5, day) for day in range(4, 15)), 3),
        PlannedLine(duty_name("chase-late"), (date(2021, 5, 11),), 38),
    )
    return QuotaView(MAY, 300, 63, AT, waiting=2, planned=planned)


def short() -> QuotaView:
    return QuotaView(MAY, 300, 246, AT, planned=enough().planned)


def days() -> CalendarView:
    ploughing = "วันพืชมงคล" if language() == "th" else "Royal Ploughing Ceremony Day"
    duties = (
        DueView(
            duty_name("chase-late"), datetime(2021, 5, 11, 1, 30, tzinfo=UTC), date(2021, 5, 10), ploughing
        ),
        DueView(
            duty_name("weekly-escalation"),
            datetime(2021, 5, 11, 1, 30, tzinfo=UTC),
            date(2021, 5, 10),
            ploughing,
        ),
        DueView(duty_name("remind-officers"), datetime(2021, 6, 1, 1, 30, tzinfo=UTC), date(2021, 6, 1)),
    )
    holidays = (
        HolidayView(date(2021, 5, 10), ploughing),
        HolidayView(date(2021, 5, 26), "วันวิสาขบูชา", is_worked=True, is_own=True),
        HolidayView(date(2021, 6, 11), _festival(), is_own=True),
    )
    return CalendarView(date(2021, 5, 6), duties, holidays, "next")


def examples() -> list[str]:
    if language() == "en":
        return ["calendar day off 12 Jun Our own festival", "calendar working day 12 Jun"]
    return ["ปฏิทิน หยุด 12 มิ.ย. งานประจำจังหวัด", "ปฏิทิน ทำงาน 12 มิ.ย."]


def silent() -> list[UnreachableRow]:
    return [
        UnreachableRow(Silence.NOBODY, PUBLIC_WORKS, role=Role.OFFICER, others=("ประสิทธิ์ 0 3200 0003",)),
        UnreachableRow(
            Silence.NOT_JOINED, "สำนักงานเกษตรจังหวัดเพชรบุรี", "สุดา", Role.OFFICER, since=date(2021, 4, 20)
        ),
        UnreachableRow(
            Silence.BLOCKED,
            RURAL_ROADS,
            "สมชาย",
            Role.OFFICER,
            "0 3200 0001",
            date(2021, 4, 28),
            ("มาลี 0 3200 0009",),
        ),
    ]


def nudge() -> NudgeView:
    fresh = ("สมชาย", "ประสิทธิ์", "สุดา", "วิชัย", "จันทร์เพ็ญ", *("เจ้าหน้าที่",) * 9)
    return NudgeView(APRIL, fresh, ("มานะ", "ปิติ", "ชูใจ"), ("วีระ",), 2, None, 212)


def setting_lines() -> list[SettingLine]:
    if language() == "en":
        return [
            SettingLine("quiet hours", "18:00–08:00 and days off", "settings quiet hours 18:00-08:00"),
            SettingLine("summary day", "Tuesday", "settings summary day Monday", is_default=False),
        ]
    return [
        SettingLine("เวลางดส่ง", "18:00–08:00 และวันหยุด", "ตั้งค่า เวลางดส่ง 18:00-08:00"),
        SettingLine("ตรงวันหยุด", "เลื่อนไปวันทำการถัดไป", "ตั้งค่า ตรงวันหยุด เลื่อนไป / เลื่อนมา / ไม่เลื่อน"),
        SettingLine("วันส่งสรุป", "วันอังคาร", "ตั้งค่า วันส่งสรุป วันจันทร์", is_default=False),
        SettingLine("ขั้นเร่งรัด", "เจ้าหน้าที่ 3 หัวหน้า 3 สำนักงานจังหวัด 5 วันทำการ", "ตั้งค่า ขั้นเร่งรัด 3 3 5"),
    ]


def read() -> HeardView:
    waiting = (("สมชาย", RURAL_ROADS, "0 3200 0001"), ("ประสิทธิ์", PUBLIC_WORKS, ""))
    return HeardView(3, NOTICE, "อนงค์", date(2021, 5, 3), ("มาลี",) * 85, waiting)


def _festival() -> str:
    return "งานพระนครคีรี" if language() == "th" else "Phra Nakhon Khiri Fair"
