"""Pictures drawn from a number: as unlike each other as photos of different places."""

import io
import random
from typing import Any

from PIL import Image


def scene(seed: int, width: int = 800, height: int = 600) -> Image.Image:
    """Return a picture of light and dark fields, always the same for one seed."""
    shades = random.Random(seed)
    fields = Image.new("RGB", (6, 5))
    for x in range(6):
        for y in range(5):
            fields.putpixel((x, y), (shades.randrange(256),) * 3)
    return fields.resize((width, height), Image.Resampling.BICUBIC)


def as_bytes(image: Image.Image, kind: str, **options: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def as_jpeg(image: Image.Image, **options: Any) -> bytes:
    return as_bytes(image, "JPEG", **options)
