"""How a photo looks, in 64 bits, so that a copy is found although its bytes were compressed or resized anew."""

import io

import structlog

log = structlog.get_logger()
# No other decoder is let near a file that somebody sent.
FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
# Decoded, 40 million pixels are 160 MB at worst. Phones that take more send less through LINE; of a bigger picture
# only the exact copy is found.
MOST_PIXELS = 40_000_000
# A progressive JPEG has about ten scans. Thousands of them are made to keep a processor busy for minutes.
MOST_JPEG_SCANS = 100
SCAN = b"\xff\xda"
_WIDTH, _HEIGHT = 9, 8
# Shades of 256 between the darkest and the brightest part. Below that, noise decides: every blank sheet is alike.
_LEAST_CONTRAST = 16


def look_of(data: bytes) -> str | None:
    """Return the difference hash of a picture as 16 hexadecimal digits, turned upright as its EXIF data says.

    Each bit says whether one of 9 x 8 parts is brighter than its neighbour on the right. None where the bytes are no
    picture, are too many pixels, or show an even surface.
    """
    if data.count(SCAN) > MOST_JPEG_SCANS:
        return None
    try:
        shades = _shades(data)
    except Exception as error:  # a decoder may raise anything over a file that was made to break it
        log.info("picture_not_read", error=type(error).__name__)
        return None
    if shades is None or max(shades) - min(shades) < _LEAST_CONTRAST:
        return None
    bits = 0
    for at in range(_WIDTH * _HEIGHT):
        if at % _WIDTH < _WIDTH - 1:
            bits = bits << 1 | (shades[at] > shades[at + 1])
    return f"{bits:016x}"


def _shades(data: bytes) -> list[int] | None:
    """Return the brightness of 9 x 8 parts, row by row; None where the picture is too big to be decoded."""
    from PIL import Image, ImageOps

    with Image.open(io.BytesIO(data), formats=FORMATS) as image:
        if image.width * image.height > MOST_PIXELS:
            return None
        # A JPEG decodes many times faster at an eighth of its size, and no part is smaller than that.
        image.draft("L", (_WIDTH * 8, _HEIGHT * 8))
        grey = image.convert("L")
        ImageOps.exif_transpose(grey, in_place=True)
        small = grey.resize((_WIDTH, _HEIGHT), Image.Resampling.BOX)
        return list(small.tobytes())
