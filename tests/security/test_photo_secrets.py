"""What a phone hides in a photo: the position is kept as data, and what others see carries nothing but pixels."""

import io
import re

import pytest
from PIL import Image, PngImagePlugin

from bot import create_app
from jobs.shared_copy import position_in, shared_path, without_secrets
from models.evidence import Evidence
from tests.office import APRIL, MARCH, reported
from tests.pictures import as_bytes, as_jpeg, scene

HIDDEN = b"Somchai's own phone"


def with_position(**options):
    """Return a photo taken at 13 06'30" N, 99 57'00" E, held sideways, by a phone that gives its name."""
    picture = scene(1)
    exif = picture.getexif()
    exif[0x010F], exif[0x0112] = HIDDEN.decode(), 6
    gps = exif.get_ifd(0x8825)
    gps.update({1: "N", 2: (13.0, 6.0, 30.0), 3: "E", 4: (99.0, 57.0, 0.0), **options.pop("gps", {})})
    return as_jpeg(picture, exif=exif, comment=HIDDEN) + HIDDEN


def test_the_position_is_read():
    assert position_in(with_position()) == (13.108333, 99.95)
    assert position_in(with_position(gps={1: "S", 3: "W"})) == (-13.108333, -99.95)


@pytest.mark.parametrize(
    "data",
    [as_jpeg(scene(1)), b"", b"\xff\xd8\xff\xe0 broken", with_position(gps={2: (400.0, 0.0, 0.0)}),
     with_position(gps={2: (0.0, 0.0)})],
)  # fmt: skip
def test_no_position_is_none(data):
    assert position_in(data) is None


def test_the_copy_holds_pixels_alone():
    text = PngImagePlugin.PngInfo()
    text.add_text("Author", HIDDEN.decode())
    for data in (with_position(), as_bytes(scene(1), "PNG", pnginfo=text) + HIDDEN):
        assert HIDDEN in data
        copy = without_secrets(data)
        assert copy is not None and HIDDEN not in copy
        shown = Image.open(io.BytesIO(copy))
        assert not shown.getexif() and shown.format == "JPEG"
    assert Image.open(io.BytesIO(without_secrets(with_position()))).size == (600, 800)  # upright


def test_a_picture_made_to_do_harm_is_not_drawn():
    too_many_pixels = as_bytes(Image.new("1", (9000, 9000)), "PNG")
    assert without_secrets(too_many_pixels) is None
    assert without_secrets(as_jpeg(scene(1)) + b"\xff\xda" * 500) is None
    assert without_secrets(b"<svg onload='alert(1)'/>") is None
    assert without_secrets(b"%PDF-1.4") is None


@pytest.fixture
def sent(house, office, phones):
    """สมชาย's photo with a position, part of his report."""
    with house.db.write() as session:
        reported(session, office, 13, MARCH)
        report = reported(session, office, 13, APRIL)
    phones.line.send_image(phones["สมชาย"].user_id, with_position())
    phones["สมชาย"].reads()
    with house.db.write() as session:
        piece = session.query(Evidence).one()
        piece.report_id, piece.activity_id = report.id, report.activity_id
        return piece


def test_others_see_the_copy_and_the_position_stays_with_the_evidence(house, phones, sent):
    assert (sent.latitude, sent.longitude) == (13.108333, 99.95)
    browser = create_app(house=house).test_client()
    page = re.search(r"/photos/\S+", phones["ท่านผู้ว่าฯ"].says("ประวัติ 13")).group()
    shown = browser.get(f"{page}/{sent.id}")
    assert shown.status_code == 200 and shown.mimetype == "image/jpeg"
    assert HIDDEN not in shown.data and not Image.open(io.BytesIO(shown.data)).getexif()
    assert shared_path(house.shared, sent.sha256).is_file()


def test_a_photo_taken_back_takes_its_copy_along(house, phones, line, sent):
    browser = create_app(house=house).test_client()
    page = re.search(r"/photos/\S+", phones["ท่านผู้ว่าฯ"].says("ประวัติ 13")).group()
    browser.get(f"{page}/{sent.id}")
    line.unsend(phones["สมชาย"].user_id, sent.message_id)
    phones["สมชาย"].reads()
    assert not shared_path(house.shared, sent.sha256).is_file()
    assert browser.get(f"{page}/{sent.id}").status_code == 404
