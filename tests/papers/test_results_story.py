"""Officers report April by chat, and the province's published results come out: 23 activities, 26,756,440 baht, 14.72 %."""

import io
import re
from datetime import date

import pytest
from python_calamine import CalamineWorkbook

from bot import create_app
from documents.papers.trace import behind, figure
from handlers.links import OWN_LIVES
from models.paper import paper_coded
from models.person import person_at
from tests.office import user_id
from tests.papers.read_back import bare, words_of_docx, words_of_pdf
from tests.phones import Phones
from tests.province import OFFICE, april_by_chat, found_province

TOTALS = (
    "จากการดำเนินการทั้งสิ้น 23 กิจกรรม ดำเนินการแล้วเสร็จ 6 กิจกรรม อยู่ระหว่างดำเนินการ 17 กิจกรรม "
    "เบิกจ่ายแล้ว 26,756,440 บาท คิดเป็นร้อยละ 14.72"
)


@pytest.fixture
def browser(house):
    return create_app(house=house).test_client()


@pytest.fixture
def anong(house, clock, line):
    """อนงค์ of the provincial office, after every officer has reported April."""
    with house.db.write() as session:
        found_province(session, clock.now())
    phones = Phones(house, line)
    april_by_chat(phones)
    return phones[OFFICE]


def links_in(phone) -> dict[str, str]:
    """Return the addresses of the newest paper by ending."""
    uris = [action["uri"] for message in phone.last for action in _actions(message)]
    found = [re.search(r"(/papers/[^/]+/(\w+)\?\S+)", uri) for uri in uris]
    return {each[2]: each[1] for each in found if each}


def _actions(node):
    if isinstance(node, list):
        return [found for child in node for found in _actions(child)]
    if not isinstance(node, dict):
        return []
    own = [node["action"]] if isinstance(node.get("action"), dict) and "uri" in node["action"] else []
    return own + [found for child in node.values() for found in _actions(child)]


def test_the_published_results_come_out_of_what_was_said_in_chat(house, clock, anong, browser):
    assert "เอกสารราชการ" in anong.says("เอกสาร")
    answer = anong.taps("สรุปผลการดำเนินงาน")
    assert "30 เมษายน 2564" in answer and "ร่าง" in answer
    links = links_in(anong)
    files = {kind: browser.get(link).data for kind, link in links.items()}

    said = bare(words_of_pdf(files["pdf"]))
    assert bare(TOTALS) in said
    assert bare("ประกอบด้วย 6 โครงการ 23 กิจกรรม งบประมาณ 181,750,000 บาท") in said
    assert said.count("(แล้วเสร็จ)") == 6
    assert bare(TOTALS) in bare(words_of_docx(files["docx"]))
    assert {kind: browser.get(link).data for kind, link in links.items()} == files, "the same bytes again"

    sheet = CalamineWorkbook.from_filelike(io.BytesIO(files["xlsx"])).get_sheet_by_index(0).to_python()
    total = next(row for row in sheet if row[2] == "รวม 23 กิจกรรม")
    assert total[3:6] == [181_750_000, 26_756_440, 14.72]
    _every_figure_leads_to_its_messages(house, answer, sheet)


def _every_figure_leads_to_its_messages(house, answer, sheet) -> None:
    code = re.search(r"[B-Z]{4}-[B-Z]{4}", answer)[0]
    with house.db.read() as session:
        paper = paper_coded(session, code.lower())
        whole = behind(session, figure(paper, "disbursed"))
        assert sum(each.report.disbursed_satang for each in whole) == 26_756_440_00
        assert all(each.report.message_ids and each.report.period == date(2021, 4, 1) for each in whole)
        row = next(at for at, cells in enumerate(sheet, 1) if cells[0] == 13)
        one = behind(session, figure(paper, f"E{row}"))
        assert [each.activity.no for each in one] == [13]
        assert figure(paper, "ZZ99") is None and figure(paper, "14.nothing") is None


def test_links_are_for_one_person_and_for_a_day(house, clock, phones, browser):
    anong = phones[OFFICE]
    anong.says("เอกสาร สรุปผลการดำเนินงาน 30 เม.ย. 64")
    link = links_in(anong)["pdf"]
    answer = browser.get(link)
    assert answer.status_code == 200 and answer.headers["Cache-Control"] == "private, no-store"
    assert browser.get(link.replace("/papers/", "/papers/x")).status_code == 404
    assert browser.get(link.replace("/pdf", "/exe")).status_code == 404

    began = clock.now()
    clock.set(began + OWN_LIVES)
    gone = browser.get(link)
    assert gone.status_code == 410 and "เอกสาร" in gone.text
    clock.set(began)
    assert browser.get(link).status_code == 200
    with house.db.write() as session:
        person_at(session, "default", user_id(OFFICE)).left_at = clock.now()
    assert browser.get(link).status_code == 410, "who left gets nothing any more"


def test_officers_get_no_papers(house, clock, office, phones):
    for said in ("เอกสาร", "เอกสาร สรุปผลการดำเนินงาน 30 เม.ย. 64"):
        assert "เฉพาะสำนักงานจังหวัด" in phones["สมชาย"].says(said)
