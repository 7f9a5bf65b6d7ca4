"""Small pieces of typst: words as literals, so that nothing a person wrote is ever read as markup."""

import re
from functools import lru_cache

from documents.papers.word_styles import Look
from thai.line_words import line_words, width

# TH SarabunPSK is drawn small: its 16 points are as large as 12 points of Sarabun, with which PDFs are set.
SARABUN_PER_PSK = 0.75
USUAL_SIZE = 16.0
LETTER_WIDTH = 0.6  # of a Thai letter beside its size, with a little to spare
THAI_LETTER, SHORTEST_BOXED = re.compile("[ก-ฮ]"), 4
MOST_KNOWN = 5_000  # pieces of text: what stands in one cell stands in many
PLAIN_BLOCK, END_OF_BLOCK = "#block(width: 100%, above: 0pt, below: 0pt)[", "]\n"
EMPTY_LINE = "#v(1.3em);"
_CONTROLS, _ESCAPED = re.compile("[\x00-\x08\x0b-\x1f]"), re.compile(r'[\\"\s]')
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": " ", "\r": " ", "\t": " "})


def literal(text: str) -> str:
    """Return `text` as a string of typst."""
    kept = _CONTROLS.sub("", text)
    return f'"{kept.translate(_ESCAPES) if _ESCAPED.search(kept) else kept}"'


def points(value: float) -> str:
    return f"{round(value, 2):g}pt"


def worded(text: str, look: Look, around: Look, room: float | None = None, *, is_alone: bool = False) -> str:
    """Return words in markup, styled where they differ from the paragraph that they stand in.

    `room` is how wide their cell is within, in points; None outside of tables. `is_alone`: nothing stands beside them.
    """
    if not text:
        return ""
    style = []
    if look.is_bold != around.is_bold:
        style.append(f"weight: {literal('bold' if look.is_bold else 'regular')}")
    if look.size != around.size:
        style.append(f"size: {points(look.size * SARABUN_PER_PSK)}")
    most = None if room is None else int(room / (look.size * SARABUN_PER_PSK * LETTER_WIDTH))
    # Where they have room on one line none can end within them, and thousands of cells are set in half the time.
    is_short = is_alone and most is not None and width(text) <= most
    kept = f"#{literal(text)};" if is_short else _kept_whole(text, most)
    words = f"#text({', '.join(style)})[{kept}];" if style else kept
    return f"#underline[{words}];" if look.is_underlined else words


@lru_cache(maxsize=MOST_KNOWN)
def _kept_whole(text: str, most: int | None) -> str:
    """Return the words in markup, each boxed within which a line could end although it is one word.

    Words of more than `most` letters would stick out of their cell, and are left to be taken apart.
    """
    pieces = []
    for piece in line_words(text, most):
        is_word = len(piece) >= SHORTEST_BOXED and THAI_LETTER.search(piece)
        fits = most is None or width(piece) <= most
        pieces.append(f"#box({literal(piece)});" if is_word and fits else f"#{literal(piece)};")
    return "".join(pieces)


def paragraph(look: Look, content: str) -> str:
    """Return a paragraph as one block."""
    style = [f"size: {points(look.size * SARABUN_PER_PSK)}"] if look.size != USUAL_SIZE else []
    if look.is_bold:
        style.append('weight: "bold"')
    settings = [f"#set text({', '.join(style)})"] if style else []
    if look.align != "left":
        settings.append(f"#set align({look.align})")
    left, first = look.left, look.first
    indent = ""
    if first < 0:  # a hanging indent: the first line begins further out
        indent = f"hanging-indent: {points(-first)}"
        left += first
    elif first > 0:
        indent = f"first-line-indent: (amount: {points(first)}, all: true)"
    words = f"#par({indent})[{content}];" if indent and content else content
    body = "".join(f"{setting}; " for setting in settings) + (words or EMPTY_LINE)
    if left or look.right:
        body = f"#pad(left: {points(left)}, right: {points(look.right)})[{body}]"
    sticky = ", sticky: true" if look.keeps_next else ""
    spacing = f"above: {points(look.before)}, below: {points(look.after)}"
    page = "#pagebreak(weak: true)\n" if look.breaks_page else ""
    return f"{page}#block(width: 100%, {spacing}{sticky})[{body}{END_OF_BLOCK}"


def unblocked(content: str) -> str:
    """Return a cell of one plain paragraph without its block: thousands of these take half of a table's memory."""
    if content.startswith(PLAIN_BLOCK) and content.count("#block(") == 1:
        return content.removeprefix(PLAIN_BLOCK).removesuffix(END_OF_BLOCK)
    return content
