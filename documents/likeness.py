"""How alike two wordings are, out of 100. The library is loaded with the first that are compared, not by every process."""

from collections.abc import Iterable


def most_alike(text: str, among: Iterable[str], least: float) -> tuple[str, float] | None:
    """Return the wording most like `text` and how alike it is; None where none is `least` or more."""
    from rapidfuzz import fuzz, process

    match = process.extractOne(text, among, scorer=fuzz.ratio, score_cutoff=least)
    return None if match is None else (match[0], match[1])


def likeness(one: str, other: str) -> float:
    """Return how alike two wordings are, the whole of both."""
    from rapidfuzz import fuzz

    return fuzz.ratio(one, other)


def likeness_within(one: str, other: str) -> float:
    """Return how alike the shorter wording is to the part of the longer that is most like it."""
    from rapidfuzz import fuzz

    return fuzz.partial_ratio(one, other)
