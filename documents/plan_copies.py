"""Finds activities that are written twice: provinces repeat a plan on one sheet for each agency."""

from collections.abc import Sequence

from documents.cells import agency_key
from documents.drafts import Draft
from documents.plan_remarks import Remark
from documents.plan_words import key


def doubt_copies(drafts: Sequence[Draft]) -> None:
    """Leave out every row that an earlier one already says.

    Rows of one sheet that have numbers of their own stay, but in doubt.
    """
    first: dict[tuple[str, str, str, int], Draft] = {}
    for draft in drafts:
        if draft.is_left_out:
            continue
        same = (key(draft.name), agency_key(draft.agency), key(draft.project), draft.budget_satang)
        earlier = first.setdefault(same, draft)
        if earlier is not draft:
            are_two = draft.sheet == earlier.sheet and draft.no is not None and draft.no != earlier.no
            draft.doubt(Remark.SAME_ROW_TWICE, draft.name, is_left_out=not are_two, where=earlier.where)
