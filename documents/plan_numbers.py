"""Gives every activity its number: the printed one, else the next free one; one printed twice is a doubt."""

from collections.abc import Sequence
from itertools import groupby

from documents.drafts import Draft
from documents.plan_reading import Note
from documents.plan_remarks import Remark

NAMED_AT_MOST = 12


def number_activities(drafts: Sequence[Draft]) -> list[Note]:
    """Number the drafts in place and return what was decided."""
    _forget_project_numbers(drafts)
    # Rows left out today keep their place: once corrected they must not move the numbers of the others.
    if _begin_again(drafts):
        for no, draft in enumerate(drafts, start=1):
            draft.no = no
        return [Note("", Remark.NUMBERS_RESTART, (("count", str(len(drafts))),))]
    _doubt_repeated([draft for draft in drafts if not draft.is_left_out])
    return _fill_gaps(drafts)


def _forget_project_numbers(drafts: Sequence[Draft]) -> None:
    """Take the number off each project's first activity where only those have one: it is the project's."""
    for _, group in groupby(drafts, key=lambda draft: draft.sheet):
        of_sheet = list(group)
        numbered = [draft for draft in of_sheet if draft.no is not None]
        first = [
            draft for draft in of_sheet if draft.line.own("project") and draft.line.name_field != "project"
        ]
        if numbered and len(numbered) < len(of_sheet) and numbered == first:
            for draft in numbered:
                if draft.project_no is None:
                    _number_project(of_sheet, draft)
                draft.no = None


def _number_project(drafts: Sequence[Draft], numbered: Draft) -> None:
    for draft in drafts:
        if draft.project == numbered.project:
            draft.project_no = numbered.no


def _begin_again(drafts: Sequence[Draft]) -> bool:
    """Return whether the numbers run 1, 2, 3 … in each of several parts, so that they name nothing alone."""
    numbers = [draft.no for draft in drafts if draft.no is not None]
    if len(numbers) == len(set(numbers)) or len(numbers) < len(drafts):
        return False
    following = 1
    for no in numbers:
        if no not in (1, following):
            return False
        following = no + 1
    return numbers[0] == 1


def _doubt_repeated(drafts: Sequence[Draft]) -> None:
    first: dict[int, Draft] = {}
    for draft in drafts:
        if draft.no is not None and first.setdefault(draft.no, draft) is not draft:
            draft.doubt(Remark.NUMBER_TWICE, str(draft.no), is_left_out=True, where=first[draft.no].where)


def _fill_gaps(drafts: Sequence[Draft]) -> list[Note]:
    """Number the rest by order, after the highest printed number."""
    following = max((draft.no or 0 for draft in drafts), default=0) + 1
    given = [draft for draft in drafts if draft.no is None]
    for no, draft in enumerate(given, start=following):
        draft.no = no
    if not given:
        return []
    named = ", ".join(f"{draft.no} ({draft.where})" for draft in given[:NAMED_AT_MOST])
    more = " …" if len(given) > NAMED_AT_MOST else ""
    return [Note("", Remark.NUMBERS_GIVEN, (("numbers", named + more),))]
