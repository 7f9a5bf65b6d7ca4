"""What an office said of its own column headings; it goes before every usual wording."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from documents.header import Recogniser, column_letter
from documents.headings import Heading
from documents.plan_hidden import Hidden
from documents.plan_remarks import Remark
from documents.plan_words import key

NOT_USED = ""
SUREST = -1


@dataclass(frozen=True)
class Learned:
    """`by_heading` maps headings as they are compared (heading_key), `by_letter` columns of this one file, to fields.

    An empty field is a column to pass over. `hidden` is what becomes of hidden rows and columns; `office` carries out
    what a table by strategic issue lists, as such tables name no agency.
    """

    by_heading: Mapping[str, str] = field(default_factory=dict)
    by_letter: Mapping[str, str] = field(default_factory=dict)
    hidden: Hidden = Hidden.ASK
    office: str = ""

    def beside(self, usual: Recogniser) -> Recogniser:
        """Return a recogniser that asks what was learned first."""
        if not self.by_heading and not self.by_letter:
            return usual

        def recognise(index: int, parts: tuple[str, ...]) -> Heading:
            said = self.by_letter.get(column_letter(index))
            if said is None:
                said = self.by_heading.get(heading_key(" ".join(parts)))
            if said is None:
                return usual(index, parts)
            return Heading(said or None, Remark.COLUMN_TOLD, said, SUREST)

        return recognise


def heading_key(heading: str) -> str:
    """Return what equal headings of an office's files have in common."""
    return key(heading)


NOTHING = Learned()
