"""Mutations of workbooks: bytes flipped, cut or repeated, hard texts in cells; always the same for one seed."""

import random
import re
import zipfile
from io import BytesIO
from xml.sax.saxutils import escape

NASTY = (
    "", "-", "0", "1e309", "-5", "๙๙๙,๙๙๙,๙๙๙,๙๙๙", "1,2,3", "=1+1", "รวม", "รวมทั้งสิ้น", "โครงการ", "งบประมาณ", "ก" * 40_000,
    "\u200b", "12.345.678", "NaN", "#REF!", "(5,000)", "1.5 ล้าน", "2564-13-45", "หน่วย : ล้านบาท", "1.1.1.1.1", "\x01",
    "๑๐,๐๐๐,๐๐",
)  # fmt: skip

TEXT = re.compile(rb"(?<=>)[^<>]+(?=<)")


def mutated(content: bytes, name: str, chance: random.Random) -> bytes:
    """Return the content with some of its bytes or of its cells' texts changed."""
    if name.endswith((".xlsx", ".ods")) and chance.random() < 0.85:
        return _in_zip(content, chance)
    return chance.choice((_flipped, _cut, _doubled, _texts))(content, chance)


def _in_zip(content: bytes, chance: random.Random) -> bytes:
    """Change one part of the archive and pack it again, so that the change reaches the reader of cells."""
    packed = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        wanted = [name for name in names if "sheet" in name or "sharedStrings" in name or "content" in name]
        victim = chance.choice(wanted or names)
        for name in names:
            data = old.read(name)
            new.writestr(
                name,
                chance.choice((*(_cells,) * 6, _texts, _flipped, _doubled, _cut))(data, chance)
                if name == victim
                else data,
            )
    return packed.getvalue()


def _flipped(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.randint(1, 40)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content))]


def _doubled(content: bytes, chance: random.Random) -> bytes:
    """Repeat a piece: rows come twice, tags are opened twice."""
    start = chance.randrange(len(content))
    piece = content[start : start + chance.randint(1, 4_000)]
    return content[:start] + piece * chance.randint(2, 30) + content[start:]


def _texts(content: bytes, chance: random.Random) -> bytes:
    """Put hard texts in the place of some between two tags or commas."""
    for mark in (b">", b",", b";"):
        pieces = content.split(mark)
        if len(pieces) > 10:
            break
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(pieces))
        nasty = chance.choice(NASTY).encode("utf-8")
        head, tag, rest = pieces[at].partition(b"<")
        pieces[at] = (
            nasty + tag + rest if mark == b">" and tag else (nasty if mark != b">" else head + tag + rest)
        )
    return mark.join(pieces)


def _cells(content: bytes, chance: random.Random) -> bytes:
    """Put hard texts, and texts of other cells, in the place of some; what is written stays XML, and is read."""
    found = list(TEXT.finditer(content))
    # Where cells only hold the numbers of their texts, another's is all that can be understood.
    nasty_ones = 0.0 if b"<v>" in content else 0.5
    changed = chance.sample(found, min(len(found), chance.randint(1, 30)))
    for text in sorted(changed, key=lambda each: -each.start()):
        new = chance.choice(found)[0]
        if chance.random() < nasty_ones:
            new = escape(chance.choice(NASTY)).replace("\x01", "").encode("utf-8")
        content = content[: text.start()] + new + content[text.end() :]
    return content
