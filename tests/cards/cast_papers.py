"""The cards of official papers, as อนงค์ of the provincial office sees them."""

from datetime import date, datetime

from cards import papers, papers_due, papers_keying, papers_trace
from cards.card import Card, Choice
from documents.papers.trace import Figure
from engine.clock import BANGKOK
from i18n import language

SIGNED = "https://tamngan.example.go.th/papers/WzMsIkJDREYtR0hKSyJd.ZwAAAA.x"

THAI = (
    "รายงานมาตรา 34 1/2564",
    "สรุปผลการดำเนินงาน 30 เม.ย. 64",
    "รายงานประเมินผลประจำปี 2564",
    "หนังสือเร่งรัดหน่วยงาน 17 พ.ค. 64",
    "บันทึกหน่วยงานล่าช้า 17 พ.ค. 64",
    "สรุปสัปดาห์เสนอผู้ว่าฯ 17 พ.ค. 64",
    "ระเบียบวาระการประชุม 17 พ.ค. 64",
    "แบบรายงานการประชุม 17 พ.ค. 64",
    "ตารางเร่งรัดรายเดือน เม.ย. 64",
    "รายงานเมื่อแล้วเสร็จ 17 พ.ค. 64",
    "ประกาศผลและข้อมูลเปิด 2564",
    "ใบบันทึกระบบกลาง 17 พ.ค. 64",
    "แบบตัวชี้วัด 3.1.2 17 พ.ค. 64",
)
ENGLISH = (
    "Section 34 report 1/2564",
    "Results summary 30 Apr 2021",
    "Yearly evaluation 2564",
    "Late letters 17 May 2021",
    "Late memo 17 May 2021",
    "Governor's week 17 May 2021",
    "Meeting paper 17 May 2021",
    "Minutes form 17 May 2021",
    "Monthly workbook Apr 2021",
    "Finished works 17 May 2021",
    "Results for the public 2564",
    "Keying sheets 17 May 2021",
    "KPI form 3.1.2 17 May 2021",
)
FIGURE = Figure("13.disbursed", 225_000_000, (1, 2, 3))
SOURCE = papers_trace.Source(
    13,
    date(2021, 3, 1),
    "2564-03-0007",
    datetime(2021, 4, 3, 9, 12, tzinfo=BANGKOK),
    "สมชาย",
    "กิจกรรม 13 คืบหน้า 15% เบิกจ่าย 2.25 ล้าน",
    2,
)


def paper_cards() -> dict[str, Card]:
    is_thai = language() == "th"
    word = "เอกสาร" if is_thai else "documents"
    names = THAI if is_thai else ENGLISH
    links = [(kind, f"{SIGNED}/{kind}?openExternalBrowser=1") for kind in ("docx", "pdf", "xlsx")]
    wording = Choice("ข้อความในเอกสาร" if is_thai else "Wording", "wording", "d:token:words")
    drafted = "ผู้รับจ้างทำงานล่าช้ากว่าแผน ทำให้ไม่เป็นไปตามแผนที่กำหนดไว้ในสัญญา (รายงาน 1 กิจกรรม: ลำดับที่ 15)"
    rows = [
        papers.SectionRow("3", "มาตรการเร่งรัด", "", False, Choice("3", "3", "d:token:open:measures")),
        papers.SectionRow("4", "ปัญหา/อุปสรรค", drafted, True, Choice("4", "4", "d:token:open:problems")),
        papers.SectionRow("6.1", "ข้อเสนอแนะ", "เพิ่มบุคลากร", False, Choice("6.1", "6.1", "d:token:open:area")),
    ]
    use = Choice("ใช้ร่างนี้" if is_thai else "Use the draft", "use the draft", "d:token:take:problems")
    due = [
        papers_due.DueRow(names[0], f"{word} {names[0]}", "section-34-1", date(2021, 4, 9), True),
        papers_due.DueRow(names[1], f"{word} {names[1]}", "weekly", None, False),
    ]
    return {
        "papers": papers.offered([papers.PaperRow(name, f"{word} {name}") for name in names]),
        "paper": papers.made(names[0], date(2021, 3, 31), "BCDF-GHJK", links, ("4", "5"), wording),
        "paper-sections": papers.sections(names[0], rows),
        "paper-section": papers.section(rows[1], [use]),
        "paper-due": papers_due.wanted(due),
        "paper-trace": papers_trace.sources("BCDF-GHJK", FIGURE, [SOURCE], 3),
        "paper-fields": papers_keying.fields(
            "eplan", [("ผลการเบิกจ่าย", "disbursed"), ("ผู้รับรอง", "by_hand")], []
        ),
    }
