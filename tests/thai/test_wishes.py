"""What people want besides reporting: commands, questions, help, and a friendly word."""

import pytest

from rules.role import Role
from tests.thai.messages import read
from thai.reading import Context, Intent, QueryKind, Record
from thai.understand import understand

COMMANDS = [
    ("รายงาน", QueryKind.REPORT, None),
    ("รายงาน 13", QueryKind.REPORT, 13),
    ("report 13", QueryKind.REPORT, 13),
    ("สถานะ", QueryKind.STATUS, None),
    ("สถานะ ๑๓", QueryKind.STATUS, 13),
    ("สถานะกิจกรรม 13 ครับ", QueryKind.STATUS, 13),
    ("ค้างรายงาน", QueryKind.OVERDUE, None),
    ("ล่าช้า", QueryKind.STALLED, None),
    ("เบิกจ่าย", QueryKind.DISBURSED, None),
    ("หน่วยงาน โยธา", QueryKind.AGENCY, None),
    ("สรุป", QueryKind.SUMMARY, None),
    ("ประวัติ 17", QueryKind.HISTORY, 17),
    ("กำหนดส่ง", QueryKind.DEADLINE, None),
    ("ฉันคือใคร", QueryKind.WHOAMI, None),
    ("whoami", QueryKind.WHOAMI, None),
    ("ข้อมูลของฉัน", QueryKind.MY_DATA, None),
    ("ขอแบบฟอร์ม", QueryKind.FORM, None),
    ("ภาษา", QueryKind.LANGUAGE, None),
    ("overdue", QueryKind.OVERDUE, None),
    ("summary", QueryKind.SUMMARY, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "no"), COMMANDS)
def test_a_typed_command(text, kind, no):
    reading = read(text)
    assert (reading.intent, reading.query.kind, reading.query.activity_no) == (Intent.QUERY, kind, no)


def test_a_command_may_name_an_agency():
    assert read("หน่วยงาน แขวงทางหลวง").query.agency == "แขวงทางหลวง"


@pytest.mark.parametrize(
    ("text", "intent"),
    [("ช่วยเหลือ", Intent.HELP), ("help", Intent.HELP), ("ยกเลิก", Intent.RETRACT), ("แก้ไข", Intent.CORRECT)],
)
def test_commands_that_are_wishes_of_their_own(text, intent):
    assert read(text).intent is intent


QUESTIONS = [
    ("วันสุดท้ายส่งรายงานวันไหนครับ", QueryKind.DEADLINE),
    ("ต้องส่งรายงานภายในวันที่เท่าไหร่", QueryKind.DEADLINE),
    ("ใครยังไม่ส่งรายงาน", QueryKind.OVERDUE),
    ("มีเรื่องใดค้างเกินกำหนดบ้าง ขอทราบด้วย", QueryKind.OVERDUE),
    ("แขวงทางหลวงชนบทมีโครงการไหนนิ่งบ้าง", QueryKind.STALLED),
    ("เดือนมีนาเบิกไปเท่าไหร่นะ จำไม่ได้ละ", QueryKind.DISBURSED),
    ("ขอดูยอดเบิกจ่ายของแขวงฯ หน่อย", QueryKind.DISBURSED),
    ("13 ถึงไหนแล้ว", QueryKind.STATUS),
    ("5 เสร็จรึยังคะ พอดีเพิ่งมารับงานต่อ", QueryKind.STATUS),
    ("ช่วยสรุปภาพรวมให้หน่อย", QueryKind.SUMMARY),
    ("ประวัติการเบิกจ่ายกิจกรรม 14", QueryKind.HISTORY),
    ("ใครรับผิดชอบกิจกรรม 20", QueryKind.CONTACT),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind"), QUESTIONS)
def test_a_question_in_plain_words(text, kind):
    reading = read(text)
    assert (reading.intent, reading.query.kind) == (Intent.QUERY, kind)
    assert (reading.reports, reading.record) == ((), Record.NO)


@pytest.mark.parametrize(
    "text",
    [
        "ใช้ยังไง",
        "ช่วยบอกหน่อยว่าระบบนี้ใช้ยังไง",
        "ต้องพิมพ์รายงานแบบไหนถึงจะถูก",
        "รายงานผิดต้องทำยังไง",
        "ถ้ายังไม่เบิกต้องกรอก 0 หรือเว้นว่างคะ",
    ],
)
def test_a_call_for_help(text):
    assert read(text).intent is Intent.HELP


@pytest.mark.parametrize(
    "text",
    [
        "รับทราบค่ะ จะรีบดำเนินการ",
        "โอเคค่ะเดี๋ยวส่งให้พรุ่งนี้เช้า",
        "ไม่มีปัญหาครับ เดี๋ยวส่งรายงานให้ภายในวันนี้",
        "พรุ่งนี้จะส่งนะคะ",
        "👌",
    ],
)
def test_a_promise_is_no_report(text):
    assert read(text, (13,)).intent is Intent.ACK


@pytest.mark.parametrize(
    "text",
    [
        "สวัสดีค่าบอท 😊",
        "ขอบคุณมากค่าาา 🙏🙏",
        "5555555",
        "ฝนตกหนักมากแถวหนองหญ้าปล้อง ขับรถระวังกันด้วยนะครับ",
        "ไปกินข้าวกันไหม",
        "นี่เบอร์ใหม่หนูนะคะ 089-555-0173",
    ],
)
def test_small_talk_is_no_report(text):
    assert read(text).intent is Intent.OFF_TOPIC


@pytest.mark.parametrize(
    "text",
    [
        "555 ลืมส่งเลย 13 เบิกแล้ว 1,555,000 จ้า",
        "รับทราบครับ 13 เบิกแล้ว 3 ล้าน",
        "สวัสดีค่ะ 13 งาน 50%",
        "13 เสร็จแล้ว ขอบคุณครับ",
    ],
)
def test_a_report_among_friendly_words_is_a_report(text):
    assert read(text).intent is Intent.REPORT


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("อะไรค้างบ้าง", QueryKind.OVERDUE),
        ("งานไหนช้าสุด", QueryKind.STALLED),
        ("เบอร์โทรแขวงทางหลวงชนบท", QueryKind.CONTACT),
    ],
)
def test_who_does_not_report_is_taken_to_ask(text, kind):
    reading = understand(text, Context(role=Role.EXECUTIVE))
    assert (reading.intent, reading.query.kind) == (Intent.QUERY, kind)


def test_greetings_are_taken_off_commands_but_not_out_of_words():
    assert understand("hi status 13", Context()).query.activity_no == 13
    assert understand("history 13", Context()).query.kind is QueryKind.HISTORY
