"""The copy of a photo that others see: drawn anew from its pixels, so that nothing hidden in the file goes along.

The original stays as evidence. Where and when it was taken is no business of everybody who opens a link: the position
is kept as data (jobs/fetch_evidence), and the copy carries none.
"""

import io
from pathlib import Path

import structlog

from engine.whole_file import write_whole
from jobs.picture_look import FORMATS, MOST_JPEG_SCANS, MOST_PIXELS, SCAN

log = structlog.get_logger()
LONGEST_SIDE = 2048
QUALITY = 85
GPS = 0x8825
LATITUDE_REF, LATITUDE, LONGITUDE_REF, LONGITUDE = 1, 2, 3, 4


def shared_path(folder: Path, sha256: str) -> Path:
    """Return where the copy of the photo with this hash is kept."""
    return folder / sha256[:2] / f"{sha256}.jpg"


def shared_copy(folder: Path, original: Path, sha256: str) -> Path | None:
    """Return the copy, made now where it is not there yet; None for what cannot or should not be drawn."""
    path = shared_path(folder, sha256)
    if path.is_file():
        return path
    try:
        content = without_secrets(original.read_bytes())
    except OSError:
        return None
    if content is None:
        return None
    write_whole(path, content)
    return path


def without_secrets(data: bytes) -> bytes | None:
    """Return a picture as a new JPEG, upright and of a size for screens; None where it is too big or no picture."""
    from PIL import Image, ImageOps

    if data.count(SCAN) > MOST_JPEG_SCANS:
        return None
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as image:
            if image.width * image.height > MOST_PIXELS:
                return None
            image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            upright = ImageOps.exif_transpose(image).convert("RGB")
            upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
            # Only the pixels go over: no EXIF, no comment, no colour profile, no bytes behind the end.
            clean = Image.new("RGB", upright.size)
            clean.paste(upright)
            content = io.BytesIO()
            clean.save(content, "JPEG", quality=QUALITY, optimize=True)
            return content.getvalue()
    except Exception as error:  # a decoder may raise anything over a file that was made to break it
        log.info("picture_not_copied", error=type(error).__name__)
        return None


def position_in(data: bytes) -> tuple[float, float] | None:
    """Return where a photo says that it was taken, as latitude and longitude in degrees; None where it does not."""
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as image:
            gps = image.getexif().get_ifd(GPS)
        latitude = _degrees(gps[LATITUDE], gps[LATITUDE_REF], "S")
        longitude = _degrees(gps[LONGITUDE], gps[LONGITUDE_REF], "W")
    except Exception:  # a decoder may raise anything over a file that was made to break it
        return None
    is_on_earth = abs(latitude) <= 90 and abs(longitude) <= 180
    return (latitude, longitude) if is_on_earth else None


def _degrees(parts: tuple[float, float, float], reference: str, negative: str) -> float:
    degrees, minutes, seconds = map(float, parts)
    found = degrees + minutes / 60 + seconds / 3600
    return round(-found if reference == negative else found, 6)
