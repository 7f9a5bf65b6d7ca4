"""The words of KPI form 3.1.2: its five levels as the form of 2554 scores them, and the lines of evidence.

What each level demands was worded for inspectors of that year; only what holds for every year is kept, and an office
words how it met each one.
"""

LEVELS = (
    "วางระบบการติดตามประเมินผล ระบบการประสานและรายงาน และจัดทำแผนการติดตามประเมินผล",
    "ออกตรวจติดตามประเมินผลตามแผนการติดตามประเมินผล",
    "จัดทำรายงานผลการติดตามประเมินผล รอบ 6 เดือน และรอบ 12 เดือน แล้วเสร็จภายในเวลาที่กำหนด",
    "จัดทำรายงานภาพรวมการติดตามประเมินผล แล้วเสร็จภายในเวลาที่กำหนด",
    "ให้ข้อเสนอแนะเชิงนโยบายที่ {committee} นำไปใช้ประโยชน์ได้",
)
ON_A_DAY, BETWEEN = "วันที่ {first}", "ระหว่างวันที่ {first} ถึงวันที่ {last}"
EVIDENCE = {
    "plan": "แผนปฏิบัติราชการประจำปี จำนวน {count} กิจกรรม นำเข้าระบบเมื่อ{when}",
    "reports": "รายงานผลประจำเดือน{month} จำนวน {count} กิจกรรม ได้รับ{when}",
    "photos": "ภาพถ่ายประกอบรายงาน จำนวน {count} ภาพ ส่ง{when}",
    "notices": "แจ้งเตือนและทวงถามรายงานทางไลน์ จำนวน {count} ครั้ง {when}",
    "cases": "ติดตามกรณีเร่งรัด จำนวน {count} กรณี เปิด{when}",
    "closed": "กรณีเร่งรัดที่ยุติแล้ว จำนวน {count} กรณี {when}",
    "letter": "หนังสือเร่งรัด ที่ {words} บันทึกเมื่อ{when}",
    "meeting": "บรรจุวาระการประชุม จำนวน {count} เรื่อง {when}",
    "orders": "ข้อสั่งการของผู้บริหาร จำนวน {count} เรื่อง {when}",
    "papers": "เอกสาร {words} จัดทำเมื่อ{when} (รหัส {code})",
}
