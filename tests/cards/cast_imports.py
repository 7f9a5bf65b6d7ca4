"""The cards of imports and of the treasury, as อนงค์ and สมชาย see them."""

from datetime import date

from cards.card import Card, Choice
from cards.import_preview import ImportView, Part, import_preview, pick
from cards.reconciliation import ask_gap, no_figures_yet, reconciliation
from cards.reconciliation_views import GapView, ReconciliationView
from documents.reconciliation_sheet import gap_reason_words
from models.treasury_gap import GapReason
from rules.reconciliation import Agreement
from tests.cards.cast import RURAL_ROADS

LINK = "https://bot.example/imports/WzMsMSwicGxhbiJd.signed"
PLAN = ImportView(
    title="แผนปีงบประมาณ 2564",
    file="แผนปฏิบัติราชการ 2564 (แก้ไขครั้งที่ 2).xlsx",
    summary="อ่านได้ 22 กิจกรรม 6 โครงการ 14 หน่วยงาน รวม 180,922,700 บาท ยอดรวมที่พิมพ์ไว้ไม่ตรงกัน 1 แห่ง",
    parts=(
        Part("doubts", "รายการที่ต้องดู", ("ชีต แผน แถว 6: จำนวนเงิน “๘๒๗,๓๐๐,๐๐” อ่านได้หลายแบบหรือไม่ใช่จำนวนเงิน (ไม่ได้อ่าน)",)),
        Part("totals", "ตัวเลขที่ไม่ตรงกัน", ("ชีต แผน แถว 29 “รวมทั้งสิ้น”: พิมพ์ไว้ 181,750,000 บาท รวมจริงได้ 180,922,700 บาท",)),
        Part("changes", "สิ่งที่จะบันทึก", ("เพิ่ม 2 กิจกรรม", "กิจกรรมที่ 13: งบประมาณ 15,000,000 บาท → 14,000,000 บาท", "คงเดิม 19 กิจกรรม")),
        Part("columns", "อ่านแต่ละคอลัมน์เป็น", ("A “ที่” = ลำดับกิจกรรม", "D “งบประมาณ (บาท)” = งบประมาณ", "F “หมายเหตุ” = ไม่ใช้")),
    ),
    link=LINK,
)  # fmt: skip
ROAD = GapView(
    no=13,
    name="ก่อสร้างถนนลาดยาง สายบ้านห้วยสีตอ - เขาระทิง",
    agency=RURAL_ROADS,
    agreement=Agreement.TREASURY_AHEAD,
    treasury_satang=300_000_000,
    treasury_as_of=date(2021, 4, 30),
    officer_satang=225_000_000,
    officer_as_of=date(2021, 3, 31),
    gap_satang=75_000_000,
    owners=("สมชาย",),
    since=date(2021, 4, 30),
    days=10,
    asked_on=date(2021, 5, 6),
)
BRIDGE = GapView(
    no=20,
    name="ก่อสร้างเขื่อนป้องกันตลิ่งริมห้วยแม่ประจันต์",
    agency="สำนักงานโยธาธิการและผังเมืองจังหวัดเพชรบุรี",
    agreement=Agreement.OFFICER_AHEAD,
    treasury_satang=400_000_000,
    treasury_as_of=date(2021, 4, 30),
    officer_satang=500_000_000,
    officer_as_of=date(2021, 4, 30),
    gap_satang=-100_000_000,
    owners=("ประสิทธิ์",),
    since=date(2021, 4, 30),
    days=10,
    reason=GapReason.TREASURY_LATER,
)


def import_cards() -> dict[str, Card]:
    """Return each card by its name."""
    stop = Choice("หยุด", "ยกเลิก", "d:t:cancel")
    fields = [
        Choice(each, each, f"d:t:field:{each}")
        for each in ("ลำดับกิจกรรม", "โครงการ", "กิจกรรม", "งบประมาณ", "หน่วยงาน", "ไม่ใช้")
    ]
    reasons = [
        Choice(gap_reason_words(each), f"คลัง 13 {gap_reason_words(each)}", f"gap:1:{each}")
        for each in GapReason
    ]
    clear = Choice("นำเข้าเฉพาะที่ชัดเจน", "นำเข้าเฉพาะที่ชัดเจน", "d:t:store:1:1")
    explain = Choice("บอกคอลัมน์", "บอกคอลัมน์", "d:t:columns")
    view = ReconciliationView(date(2021, 4, 30), 19, (ROAD, BRIDGE), 2, 1_250_000_00, LINK)
    return {
        "import-preview": import_preview(PLAN, clear, [explain, stop]),
        "import-field": pick("บอกคอลัมน์", "คอลัมน์ F “ยอดที่ได้” คืออะไร", fields, stop),
        "reconciliation": reconciliation(view),
        "treasury-gap": ask_gap(ROAD, reasons),
        "treasury-none": no_figures_yet(),
    }
