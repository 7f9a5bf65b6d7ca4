"""A finished activity is told with its place, days, figures and the photographs of its officer; one file an activity."""

import hashlib
import io
import zipfile
from datetime import date, datetime

import pytest
from PIL import Image
from sqlalchemy import select

from documents.papers.completion import gather
from documents.papers.completion_form import FORM
from documents.papers.form import Ask
from documents.papers.made import make_paper, shipped_template, write_paper, written
from documents.papers.pictures import for_paper, kept_pictures
from engine.clock import BANGKOK
from i18n import speaking
from models.evidence import PHOTO, Evidence, Kept
from rules.status import Status
from tests.office import APRIL, MARCH, reported
from tests.papers.read_back import bare, words_of_docx, words_of_pdf

TODAY = date(2021, 5, 3)


@pytest.fixture
def finished(house, office):
    """Activity 20 was finished in April, with three photographs; 13 goes on."""
    with house.db.write() as session:
        activity = session.merge(office.activities[20])
        activity.place, activity.latitude, activity.longitude = "ตำบลหนองหญ้าปล้อง", 13.15, 99.71
        reported(session, office, 20, MARCH, percent=80, baht=14_000_000, by="ประสิทธิ์")
        last = reported(session, office, 20, APRIL, percent=100, baht=17_000_000, by="ประสิทธิ์",
                        status=Status.COMPLETED, left_over_satang=500_000_00)  # fmt: skip
        reported(session, office, 13, APRIL)
        for colour in ("#884422", "#226644", "#2244aa"):
            session.add(photo(house, office, last.id, colour))
    return office


def photo(house, office, report_id: int, colour: str) -> Evidence:
    picture = io.BytesIO()
    Image.new("RGB", (640, 480), colour).save(picture, "JPEG")
    sha256 = hashlib.sha256(picture.getvalue()).hexdigest()
    path = house.files / sha256[:2] / sha256
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(picture.getvalue())
    return Evidence(
        province_id=office.province.id,
        channel="default",
        message_id=f"photo-{colour}",
        person_id=office.people["ประสิทธิ์"].id,
        activity_id=office.activities[20].id,
        report_id=report_id,
        kind=PHOTO,
        sha256=sha256,
        state=Kept.STORED,
        sent_at=datetime(2021, 4, 30, 16, 0, tzinfo=BANGKOK),
    )


def test_the_report_holds_place_days_figures_and_photographs(house, clock, finished):
    with house.db.write() as session:
        ask = Ask(session.merge(finished.province), 2564, TODAY)
        paper = make_paper(session, FORM, ask, clock.now())
        pdf = write_paper(session, paper, "pdf", kept_pictures(house.files))
        archive = zipfile.ZipFile(io.BytesIO(write_paper(session, paper, "zip", kept_pictures(house.files))))
    said = bare(words_of_pdf(pdf))
    for words in ("กิจกรรมที่ ๒๐", "ตำบลหนองหญ้าปล้อง (พิกัด 13.15000, 99.71000)", "๑๗,๐๐๐,๐๐๐.๐๐ บาท (ร้อยละ ๙๗.๑๔)",
                  "- บาท / ๕๐๐,๐๐๐.๐๐ บาท", "ณ วันที่ ๓๐ เมษายน ๒๕๖๔", "(๓ ภาพ)"):  # fmt: skip
        assert bare(words) in said, words
    assert "กิจกรรมที่๑๓" not in said
    names = archive.namelist()
    assert len(names) == 2 and names[0].startswith("01-20-") and names[0].endswith(".docx")
    with zipfile.ZipFile(io.BytesIO(archive.read(names[0]))) as document:
        assert sum(name.startswith("word/media/") for name in document.namelist()) == 3


def test_one_activity_can_be_asked_for_before_it_is_done(house, finished):
    with house.db.read() as session:
        ask = Ask(session.merge(finished.province, load=False), 2564, TODAY, activity_no=13)
        paper = gather(session, ask)
    assert [each["no"] for each in paper.context["activities"]] == [13]
    said = bare(words_of_pdf(written(FORM, paper, shipped_template(FORM), "BCDF-GHJK", TODAY, "pdf")))
    assert bare("ไม่มีภาพถ่ายที่ส่งผ่านระบบ") in said and bare("แล้วเสร็จ ข้อมูล ณ วันที่ .....") in said


def test_a_photo_that_was_taken_back_is_gone_from_the_paper_too_and_its_place_says_so(house, clock, finished):
    pictures = kept_pictures(house.files)
    with house.db.write() as session:
        paper = make_paper(session, FORM, Ask(session.merge(finished.province), 2564, TODAY), clock.now())
        before = write_paper(session, paper, "docx", pictures)
        piece = session.scalars(select(Evidence)).first()
        (house.files / piece.sha256[:2] / piece.sha256).unlink()
        after = write_paper(session, paper, "docx", pictures)
        assert write_paper(session, paper, "docx", pictures) == after
    assert words_of_docx(after) == words_of_docx(before)
    was, now = photos_in(before), photos_in(after)
    (new,) = set(now) - set(was)
    assert len(was) == len(now) == 3
    with speaking("th"):
        assert new == for_paper(None) != for_paper(b"")
    assert len(Image.open(io.BytesIO(new)).convert("L").getcolors()) > 20, "a field with words on it"


def photos_in(docx: bytes) -> list[bytes]:
    with zipfile.ZipFile(io.BytesIO(docx)) as document:
        return [document.read(name) for name in document.namelist() if name.startswith("word/media/")]
