"""The cards of official papers, as อนงค์ of the provincial office sees them."""

from datetime import date

from cards import papers
from cards.card import Card, Choice
from i18n import language

SIGNED = "https://tamngan.example.go.th/papers/WzMsIkJDREYtR0hKSyJd.ZwAAAA.x"


def paper_cards() -> dict[str, Card]:
    is_thai = language() == "th"
    word = "เอกสาร" if is_thai else "documents"
    names = (
        ("รายงานมาตรา 34 1/2564", "สรุปผลการดำเนินงาน 30 เม.ย. 64", "รายงานประเมินผลประจำปี 2564")
        if is_thai
        else ("Section 34 report 1/2564", "Results summary 30 Apr 2021", "Yearly evaluation 2564")
    )
    links = [(kind, f"{SIGNED}/{kind}?openExternalBrowser=1") for kind in ("docx", "pdf", "xlsx")]
    wording = Choice("ข้อความในเอกสาร" if is_thai else "Wording", "wording", "d:token:words")
    drafted = "ผู้รับจ้างทำงานล่าช้ากว่าแผน ทำให้ไม่เป็นไปตามแผนที่กำหนดไว้ในสัญญา (รายงาน 1 กิจกรรม: ลำดับที่ 15)"
    rows = [
        papers.SectionRow("3", "มาตรการเร่งรัด", "", False, Choice("3", "3", "d:token:open:measures")),
        papers.SectionRow("4", "ปัญหา/อุปสรรค", drafted, True, Choice("4", "4", "d:token:open:problems")),
        papers.SectionRow("6.1", "ข้อเสนอแนะ", "เพิ่มบุคลากร", False, Choice("6.1", "6.1", "d:token:open:area")),
    ]
    use = Choice("ใช้ร่างนี้" if is_thai else "Use the draft", "use the draft", "d:token:take:problems")
    make = Choice("จัดทำเลย" if is_thai else "Make it", f"{word} {names[0]}")
    return {
        "papers": papers.offered([papers.PaperRow(name, f"{word} {name}") for name in names]),
        "paper": papers.made(names[0], date(2021, 3, 31), "BCDF-GHJK", links, ("4", "5"), wording),
        "paper-sections": papers.sections(names[0], rows),
        "paper-section": papers.section(rows[1], [use]),
        "paper-due": papers.due(names[0], date(2021, 3, 31), date(2021, 4, 9), make),
    }
