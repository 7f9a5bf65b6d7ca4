"""Brings several spellings of one agency together, and asks about names that are very much alike."""

from collections import Counter
from collections.abc import Sequence

from documents.cells import agency_key
from documents.drafts import Draft
from documents.likeness import most_alike
from documents.plan_reading import Note
from documents.plan_remarks import Remark
from documents.plan_words import key

LIKENESS = 94
# A plan names dozens of agencies; comparing thousands with one another would only cost time.
COMPARED_AT_MOST = 400


def unite_agencies(drafts: Sequence[Draft]) -> list[Note]:
    """Write every agency in its best spelling, in place; return the spellings that were taken as one."""
    written = _best_spellings([draft.agency for draft in drafts])
    notes = []
    for draft in drafts:
        name = written[agency_key(draft.agency)]
        if draft.agency != name:
            notes.append(
                Note(draft.sheet, Remark.AGENCY_SPELLING, (("written", draft.agency), ("agency", name)))
            )
        draft.agency = name
    _doubt_alike(drafts, written)
    return list(dict.fromkeys(notes))


def _best_spellings(names: Sequence[str]) -> dict[str, str]:
    """Return one spelling for each agency: spelled out rather than short, the commonest, then the first."""
    best: dict[str, tuple[bool, int, int, str]] = {}
    for at, (name, count) in enumerate(Counter(names).items()):
        is_short = key(name) != agency_key(name)
        rival = (is_short, -count, at, name)
        best[agency_key(name)] = min(best.get(agency_key(name), rival), rival)
    return {agency: name for agency, (_short, _count, _at, name) in best.items()}


def _doubt_alike(drafts: Sequence[Draft], written: dict[str, str]) -> None:
    known: list[str] = []
    first = {draft.agency: draft for draft in reversed(drafts)}
    for agency, name in list(written.items())[:COMPARED_AT_MOST]:
        match = most_alike(agency, known, LIKENESS)
        if match and _digits(match[0]) == _digits(agency):
            first[name].doubt(Remark.AGENCY_ALIKE, name, other=written[match[0]])
        known.append(agency)


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdigit())
