"""What a paragraph of a Word document looks like: its own settings over those of its style; lengths in points."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TWIPS, HALF_POINTS = 20, 2
ALIGNMENTS = {"center": "center", "right": "right", "end": "right", "left": "left", "start": "left"}


@dataclass(frozen=True)
class Look:
    """Of a paragraph and its letters. `align` is left, center or right: Thai is never stretched over the line."""

    align: str = "left"
    left: float = 0
    right: float = 0
    first: float = 0
    before: float = 0
    after: float = 0
    size: float = 16
    is_bold: bool = False
    is_italic: bool = False
    is_underlined: bool = False
    breaks_page: bool = False
    keeps_next: bool = False


class Styles:
    """The styles of a document, each resolved once."""

    def __init__(self, styles: Any) -> None:
        self._by_id = {style.get(f"{W}styleId"): style for style in styles.iterfind(f"{W}style")}
        self._plain = _with_run(Look(), styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
        self._plain = _with_paragraph(
            self._plain, styles.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr"), has_style=False
        )
        default = [
            each
            for each in self._by_id.values()
            if each.get(f"{W}default") == "1" and each.get(f"{W}type") == "paragraph"
        ]
        self._default = default[0].get(f"{W}styleId") if default else None
        self._known: dict[str | None, Look] = {None: self._plain}
        self._seen: dict[Any, Look] = {}

    def paragraph(self, paragraph: Any) -> Look:
        """Return how a paragraph looks, before what its runs change."""
        settings = paragraph.find(f"{W}pPr")
        named = settings.find(f"{W}pStyle") if settings is not None else None
        style = named.get(f"{W}val") if named is not None else self._default
        return self._once(_with_paragraph, self._style(style), settings)

    def run(self, look: Look, run: Any) -> Look:
        """Return how the letters of a run look inside a paragraph that looks like `look`."""
        return self._once(_with_run, look, run.find(f"{W}rPr"))

    def _once(self, change: Callable[[Look, Any], Look], look: Look, settings: Any) -> Look:
        """Return `look` with settings; thousands of cells have the same."""
        if settings is None:
            return look
        key = (change, look, *((each.tag, *each.attrib.items()) for each in settings))
        if key not in self._seen:
            self._seen[key] = change(look, settings)
        return self._seen[key]

    def _style(self, style_id: str | None) -> Look:
        if style_id not in self._known:
            style = self._by_id.get(style_id)
            self._known[style_id] = self._plain  # a style that is based on itself ends here
            if style is not None:
                based = style.find(f"{W}basedOn")
                look = self._style(based.get(f"{W}val") if based is not None else None)
                look = _with_paragraph(look, style.find(f"{W}pPr"))
                self._known[style_id] = _with_run(look, style.find(f"{W}rPr"))
        return self._known[style_id]


def is_on(settings: Any, name: str) -> bool | None:
    """Return whether a switch such as w:b is on; None where nothing is said."""
    found = settings.find(f"{W}{name}")
    return None if found is None else found.get(f"{W}val") not in ("0", "false", "none")


def _with_paragraph(look: Look, settings: Any, has_style: bool = True) -> Look:
    if settings is None:
        return look
    align, indent, spacing = (settings.find(f"{W}{name}") for name in ("jc", "ind", "spacing"))
    if align is not None:
        look = replace(look, align=ALIGNMENTS.get(align.get(f"{W}val", ""), "left"))
    if indent is not None:
        hanging = _points(indent, "hanging")
        first = -hanging if hanging else _points(indent, "firstLine", look.first)
        left = _points(indent, "left", _points(indent, "start", look.left))
        look = replace(look, left=left, right=_points(indent, "right", look.right), first=first)
    if spacing is not None:
        look = replace(
            look, before=_points(spacing, "before", look.before), after=_points(spacing, "after", look.after)
        )
    breaks, keeps = is_on(settings, "pageBreakBefore"), is_on(settings, "keepNext")
    return replace(
        look,
        breaks_page=look.breaks_page if breaks is None else breaks,
        keeps_next=look.keeps_next if keeps is None else keeps,
    )


def _with_run(look: Look, settings: Any) -> Look:
    if settings is None:
        return look
    bold, italic, underlined = (is_on(settings, name) for name in ("b", "i", "u"))
    # Thai letters follow the size for complex scripts.
    sizes = [settings.find(f"{W}{name}") for name in ("szCs", "sz")]
    size = next((each.get(f"{W}val") for each in sizes if each is not None), None)
    return replace(
        look,
        is_bold=look.is_bold if bold is None else bold,
        is_italic=look.is_italic if italic is None else italic,
        is_underlined=look.is_underlined if underlined is None else underlined,
        size=look.size if size is None else float(size) / HALF_POINTS,
    )


def _points(element: Any, name: str, otherwise: float = 0) -> float:
    value = element.get(f"{W}{name}")
    return otherwise if value is None else float(value) / TWIPS
