"""Tells what a question wants to see: what is owed, what stands still, money, a deadline, one activity's state."""

import re

from thai.intents import Heard
from thai.reading import Query, QueryKind

_AGENCY = re.compile(
    r"(?:หน่วยงาน|สำนักงาน|แขวง|ที่ทำการ|กรม|ศูนย์|โครงการชลประทาน|สนง\.?|สนจ\.?|ทช\.?|สสจ\.?|ปภ\.?|วธ\.?|พช\.?"
    r"|กอ\.รมน\.?|โยธา|พาณิชย์|อุตสาหกรรม|สาธารณสุข|วัฒนธรรม)"
    r"[ก-๎a-z.]*"
)
_KINDS: tuple[tuple[QueryKind, tuple[str, ...]], ...] = (
    (QueryKind.DEADLINE, ("กำหนดส่ง", "วันสุดท้าย", "ภายในวัน", "ส่งวันไหน", "ส่งเมื่อ", "deadline", "ถึงวันไหน", "หมดเขต", "ครบกำหนด")),
    (QueryKind.HISTORY, ("ประวัติ", "ย้อนหลัง", "ที่ผ่านมาเคย", "history")),
    (QueryKind.STALLED, ("นิ่ง", "ไม่ขยับ", "ล่าช้า", "ไม่คืบหน้า", "หยุดอยู่", "ช้ากว่าแผน", "stalled", "ติดปัญหา", "ช้าสุด")),
    (QueryKind.OBLIGATIONS, ("ของผม", "ของหนู", "ของฉัน", "ของดิฉัน", "ของเรา", "ต้องส่งอะไร", "ต้องรายงานอะไร")),
    (QueryKind.OVERDUE, ("ค้าง", "ยังไม่ส่ง", "ยังไม่รายงาน", "เกินกำหนด", "ส่งช้า", "ไม่ส่ง", "ส่งครบ", "overdue", "ยังไม่ได้ส่ง")),
    (QueryKind.CONTACT, ("เบอร์", "ติดต่อใคร", "ใครรับผิดชอบ", "ผู้รับผิดชอบ", "ใครดูแล")),
    (QueryKind.BUDGET, ("งบเท่า", "วงเงินเท่า", "ได้งบ", "งบเหลือ", "เหลืองบ", "งบประมาณเท่า")),
    (QueryKind.DISBURSED, ("เบิก", "เงิน", "ยอด", "ใช้จ่าย", "disburs", "กี่ %", "งบ")),
    (QueryKind.SUMMARY, ("สรุป", "ภาพรวม", "รายหน่วยงาน", "summary", "ทั้งจังหวัด")),
    (QueryKind.STATUS, ("สถานะ", "ถึงไหน", "เสร็จ", "คืบหน้า", "status", "เป็นยังไง", "เป็นอย่างไร")),
)  # fmt: skip


def read_query(heard: Heard, activity_no: int | None) -> Query:
    """Return what the question is about; OTHER where no known matter is named."""
    text = heard.text
    found = _AGENCY.search(text)
    kind = next((kind for kind, words in _KINDS if any(word in text for word in words)), QueryKind.OTHER)
    if kind is QueryKind.OTHER and activity_no is not None:
        kind = QueryKind.STATUS
    return Query(kind, activity_no, found.group() if found else None, text)
