"""What people wrote, on one line for a paper, and shortened where a page must hold it."""

from rules.figures import Figures
from thai import writing

LONGEST_WHY = 160
# A line never begins with what stands above or below a letter, so none is torn off either.
MARKS = "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c"


def shortened(text: str, longest: int) -> str:
    """Return the words on one line, cut to `longest` letters where they are more."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip(MARKS + " ") + "…"


def why_of(figures: Figures) -> str:
    """Return why work stands still: the officer's own words, else the names of the causes, blank for neither."""
    words = shortened(figures.problem_text or "", LONGEST_WHY)
    return words or ", ".join(writing.cause_name(cause) for cause in figures.causes or ())
