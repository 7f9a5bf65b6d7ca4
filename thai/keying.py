"""What is keyed into the central systems by hand, as long as an office has not entered the fields of its own screens.

Only what sources tell of a system stands here as its field: e-Plan 2566 speaks of project or activity, disbursement and
coordinates. Of eMENSCR and PADME no screen is known, so their sheets carry the province's own figures by their own names.
"""

SYSTEMS = {"emenscr": "eMENSCR", "padme": "PADME", "eplan": "e-Plan"}
_OWN = (
    ("โครงการ", "project"),
    ("กิจกรรม", "activity"),
    ("หน่วยงานรับผิดชอบ", "agency"),
    ("งบประมาณ (บาท)", "budget"),
    ("เบิกจ่ายสะสม (บาท)", "disbursed"),
    ("ความก้าวหน้าของงาน (ร้อยละ)", "progress"),
    ("สถานะ", "status"),
    ("ปัญหาอุปสรรค", "problem"),
    ("ข้อมูล ณ วันที่", "reported_as_of"),
)
FIELDS = {
    "emenscr": _OWN,
    "padme": _OWN,
    "eplan": (
        ("โครงการ/กิจกรรม", "activity"),
        ("การเบิกจ่ายงบประมาณ (บาท)", "disbursed"),
        ("ค่าพิกัดโครงการ : ละติจูด", "latitude"),
        ("ค่าพิกัดโครงการ : ลองจิจูด", "longitude"),
    ),
}
