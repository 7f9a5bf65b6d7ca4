"""Names of states, causes and roles as people read them; called through thai.writing.

A name fits a quick reply: at most 20 grapheme clusters.
Wordings follow the forms of Loei 2564 and Lampang 2560.
"""

from i18n import language
from rules.cause import Cause
from rules.role import Role
from rules.status import Status

_STATUS = {
    Status.NOT_STARTED: ("ยังไม่ดำเนินการ", "Not started"),
    Status.PROCUREMENT: ("จัดซื้อจัดจ้าง", "In procurement"),
    Status.IN_PROGRESS: ("กำลังดำเนินการ", "In progress"),
    Status.BLOCKED: ("ติดปัญหา ทำต่อไม่ได้", "Blocked"),
    Status.COMPLETED: ("แล้วเสร็จ", "Completed"),
    Status.CANCELLED: ("ยกเลิกกิจกรรม", "Cancelled"),
}
_STATUS_SHORT = {
    Status.NOT_STARTED: ("ยังไม่เริ่ม", "Not started"),
    Status.PROCUREMENT: ("จัดจ้าง", "Procuring"),
    Status.IN_PROGRESS: ("กำลังทำ", "Working"),
    Status.BLOCKED: ("ติดปัญหา", "Blocked"),
    Status.COMPLETED: ("เสร็จ", "Done"),
    Status.CANCELLED: ("ยกเลิก", "Cancelled"),
}
_CAUSE = {
    Cause.EPIDEMIC: ("โรคระบาด", "Epidemic"),
    Cause.CONTRACTOR_LATE: ("ผู้รับจ้างล่าช้า", "Contractor late"),
    Cause.STAFF_TURNOVER: ("เปลี่ยน/ขาดเจ้าหน้าที่", "Staff changes"),
    Cause.LARGE_MULTI_YEAR: ("งานใหญ่ สัญญาข้ามปี", "Large, multi-year"),
    Cause.SITE_NOT_READY: ("พื้นที่ไม่พร้อม", "Site not ready"),
    Cause.DUPLICATE_FUNDING: ("ซ้ำกับงบอื่น", "Duplicate funding"),
    Cause.REBID: ("ต้องประกาศจัดจ้างใหม่", "Must bid again"),
    Cause.EBIDDING_TIME: ("รอขั้นตอน e-bidding", "e-bidding takes time"),
    Cause.DESIGN_CHANGE: ("ปรับแบบ/รายการ", "Design change"),
    Cause.NOT_TO_SPEC: ("งานไม่ตรงแบบ", "Not to specification"),
    Cause.WEATHER_DISASTER: ("ฝน น้ำท่วม ภัยธรรมชาติ", "Weather, disaster"),
    Cause.PROCUREMENT_SKILL: ("ติดขัดงานพัสดุ", "Procurement skills"),
    Cause.CHANGE_APPROVAL_WAIT: ("รออนุมัติ/รอโอนงบ", "Awaiting approval"),
    Cause.REPORTING_FAILURE: ("ข้อมูลไม่เป็นปัจจุบัน", "Reporting failure"),
    Cause.OTHER: ("อื่น ๆ", "Other"),
}
_CAUSE_LONG = {
    Cause.EPIDEMIC: ("โรคระบาด กิจกรรมต้องชะลอหรือหยุด", "An epidemic: activities had to slow down or stop"),
    Cause.CONTRACTOR_LATE: ("ผู้รับจ้างทำงานล่าช้ากว่าแผน", "The contractor is behind plan"),
    Cause.STAFF_TURNOVER: (
        "เจ้าหน้าที่โยกย้าย ไม่พอ หรือติดภารกิจเร่งด่วน",
        "Staff moved, too few, or on urgent duties",
    ),
    Cause.LARGE_MULTI_YEAR: (
        "โครงการขนาดใหญ่ สัญญาเกินปีงบประมาณ",
        "A large project whose contract passes the fiscal year",
    ),
    Cause.SITE_NOT_READY: (
        "พื้นที่ไม่พร้อม หรือยังไม่ได้รับอนุญาตให้ใช้",
        "The site is not ready or not yet permitted",
    ),
    Cause.DUPLICATE_FUNDING: ("ซ้ำซ้อนกับงบประมาณจากแหล่งอื่น", "Funded from another source as well"),
    Cause.REBID: ("ไม่ได้ตัวผู้รับจ้าง ต้องจัดซื้อจัดจ้างใหม่", "No contractor found: must bid again"),
    Cause.EBIDDING_TIME: ("ขั้นตอน e-bidding ใช้เวลา", "The e-bidding procedure takes time"),
    Cause.DESIGN_CHANGE: (
        "ต้องปรับปรุงแบบหรือรายละเอียดงาน",
        "The design or the list of works must be changed",
    ),
    Cause.NOT_TO_SPEC: ("งานหรือครุภัณฑ์ไม่ตรงตามแบบ", "Works or goods are not to specification"),
    Cause.WEATHER_DISASTER: ("ฝน น้ำท่วม ภัยธรรมชาติ หรือฤดูกาล", "Rain, flood, natural disaster or season"),
    Cause.PROCUREMENT_SKILL: (
        "ขาดความชำนาญด้านพัสดุ คุณลักษณะ หรือราคากลาง",
        "Lack of skill in procurement, specifications or reference prices",
    ),
    Cause.CHANGE_APPROVAL_WAIT: (
        "รออนุมัติเปลี่ยนแปลง หรือรอโอนงบประมาณ",
        "Waiting for approval of a change or for a budget transfer",
    ),
    Cause.REPORTING_FAILURE: (
        "ไม่รายงาน หรือข้อมูลในระบบไม่เป็นปัจจุบัน",
        "Not reported, or out of date in the system",
    ),
    Cause.OTHER: ("สาเหตุอื่น", "Another cause"),
}
_ROLE = {
    Role.OFFICER: ("เจ้าหน้าที่", "Officer"),
    Role.HEAD: ("หัวหน้าหน่วยงาน", "Head of agency"),
    Role.EXECUTIVE: ("ผู้บริหารจังหวัด", "Provincial executive"),
    Role.ADMIN: ("สำนักงานจังหวัด", "Provincial office"),
    Role.INSPECTOR: ("ผู้ตรวจราชการ", "Inspector"),
}


def status_name(status: Status) -> str:
    return _STATUS[status][_column()]


def status_short(status: Status) -> str:
    """Return the state for a table cell or a badge."""
    return _STATUS_SHORT[status][_column()]


def cause_name(cause: Cause) -> str:
    """Return the cause as a quick-reply label."""
    return _CAUSE[cause][_column()]


def cause_long(cause: Cause) -> str:
    """Return the cause as a form spells it."""
    return _CAUSE_LONG[cause][_column()]


def role_name(role: Role) -> str:
    return _ROLE[role][_column()]


def _column() -> int:
    return 1 if language() == "en" else 0
