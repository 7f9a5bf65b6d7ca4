"""Makes the fonts of official papers from Sarabun: python -m scripts.level_marks.

A tone mark above a vowel stands up to two hundredths of an em higher or lower, depending on the vowel. PDF writers
set such a mark apart from its letter, and readers then find the syllable twice (ทั้ทั้ง). Here all marks of a kind
stand on one level, so that every syllable stays in one piece and text can be found and copied as it was written.
Sarabun is under the Open Font License, and so are these; they carry a name of their own.
"""

from pathlib import Path
from typing import Any, NamedTuple

from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables

FONTS = Path(__file__).parent.parent / "fonts"
FAMILY = "Sarabun Papers"
NAMES = {1: FAMILY, 3: "{family} {style}", 4: "{family} {style}", 6: "SarabunPapers-{style}", 16: FAMILY}
DEEP = range(-330, -180)  # where marks hang below letters that reach below the line themselves
HIGH = range(570, 620)  # the tops of letters

# A mark further left than a tenth of an em makes readers see a gap, and so a space, behind its syllable (ฟื้ น).
FURTHEST_LEFT = 85


class Place(NamedTuple):
    x: int
    y: int


def main() -> None:
    """Write both weights."""
    for style in ("Regular", "Bold"):
        font = TTFont(FONTS / f"Sarabun-{style}.ttf", recalcTimestamp=False)
        tables = [table for lookup in font["GPOS"].table.LookupList.Lookup for table in lookup.SubTable]
        levels = _levels(tables)
        for table in tables:
            _level(table, levels)
        _rename(font, style)
        font.save(FONTS / f"SarabunPapers-{style}.ttf")


def _levels(tables: list[Any]) -> dict[str, Place]:
    """Return the places at which the marks themselves hang: by name, of a mark beside a letter and of a small one."""
    return {
        name: Place(record.MarkAnchor.XCoordinate, record.MarkAnchor.YCoordinate)
        for table in tables
        if isinstance(table, otTables.MarkBasePos)
        for name, record in zip(table.MarkCoverage.glyphs, table.MarkArray.MarkRecord, strict=True)
    }


def _level(table: Any, levels: dict[str, Place]) -> None:
    """Move the anchors of Thai letters and marks to the few heights at which their marks hang."""
    if isinstance(table, otTables.MarkMarkPos):
        for name, record in zip(table.Mark1Coverage.glyphs, table.Mark1Array.MarkRecord, strict=True):
            if name.startswith("uni0E4") and name.endswith(".small"):
                record.MarkAnchor.YCoordinate = levels["uni0E48.small"].y
        for name, record in zip(table.Mark2Coverage.glyphs, table.Mark2Array.Mark2Record, strict=True):
            for anchor in record.Mark2Anchor:
                if anchor is not None and name.startswith("uni0E") and anchor.YCoordinate > 0:
                    anchor.YCoordinate = levels["uni0E48.small"].y
                    anchor.XCoordinate = max(anchor.XCoordinate, levels["uni0E48.small"].x - FURTHEST_LEFT)
    elif isinstance(table, otTables.MarkBasePos):
        for anchor in [each for record in table.BaseArray.BaseRecord for each in record.BaseAnchor if each]:
            if anchor.YCoordinate in HIGH:
                anchor.YCoordinate = levels["uni0E48"].y
            elif anchor.YCoordinate in DEEP:
                anchor.YCoordinate = levels["uni0E38.small"].y


def _rename(font: TTFont, style: str) -> None:
    for record in font["name"].names:
        if record.nameID in NAMES:
            record.string = NAMES[record.nameID].format(family=FAMILY, style=style)


if __name__ == "__main__":
    main()
