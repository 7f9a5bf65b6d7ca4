"""How photos look: copies alike, others not, and files made to hurt a decoder left alone."""

import struct
import zlib

import pytest
from PIL import Image

from jobs.picture_look import MOST_JPEG_SCANS, MOST_PIXELS, look_of
from rules.same_picture import Picture, is_same_picture
from tests.pictures import as_bytes, as_jpeg, scene

ORIENTATION = 0x0112


def alike(one: bytes, other: bytes) -> bool:
    looks = look_of(one), look_of(other)
    assert None not in looks
    return is_same_picture(Picture("one", looks[0]), Picture("other", looks[1]))


@pytest.mark.parametrize("seed", range(5))
def test_a_copy_in_another_size_quality_or_format_looks_alike(seed: int) -> None:
    original = as_jpeg(scene(seed), quality=92)
    assert alike(original, as_jpeg(scene(seed), quality=30))
    assert alike(original, as_jpeg(scene(seed).resize((311, 233)), quality=70))
    assert alike(original, as_bytes(scene(seed), "PNG"))
    assert alike(original, as_bytes(scene(seed), "WEBP"))


def test_other_pictures_do_not() -> None:
    pictures = [as_jpeg(scene(seed)) for seed in range(12)]
    found = [(a, b) for a in range(12) for b in range(a) if alike(pictures[a], pictures[b])]
    assert found == []


def test_a_photo_is_turned_upright_as_its_camera_says() -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    lying = scene(1).transpose(Image.Transpose.ROTATE_90)
    assert alike(as_jpeg(scene(1)), as_jpeg(lying, exif=exif))
    assert not alike(as_jpeg(scene(1)), as_jpeg(lying))


def test_an_even_surface_tells_nothing() -> None:
    assert look_of(as_jpeg(Image.new("RGB", (800, 600), (250, 250, 250)))) is None


@pytest.mark.parametrize("data", [b"", b"\xff\xd8\xff\xe0" + b"road" * 50, b"<script>", b"%PDF-1.7 plan"])
def test_what_is_no_picture_has_no_look(data: bytes) -> None:
    assert look_of(data) is None


def test_a_photo_cut_off_half_way_does_no_harm() -> None:
    assert look_of(as_jpeg(scene(1))[:2000]) is None


def test_a_small_file_of_a_huge_picture_is_not_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    def decoded(*_: object) -> None:
        raise AssertionError("decoded")

    monkeypatch.setattr(Image.Image, "convert", decoded)
    side = int(MOST_PIXELS**0.5) + 1
    assert look_of(_png_that_claims(side, side)) is None
    assert look_of(_png_that_claims(60_000, 60_000)) is None


def test_a_jpeg_of_endless_scans_is_not_decoded() -> None:
    assert look_of(as_jpeg(scene(1), progressive=True)) is not None
    assert look_of(as_jpeg(scene(1)) + b"\xff\xda" * MOST_JPEG_SCANS) is None


def _png_that_claims(width: int, height: int) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in ((b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 1000)), (b"IEND", b""))
    )
