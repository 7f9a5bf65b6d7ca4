"""The desk at which one turn works on a file that is to be imported: its state, its buttons, and the file read again."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from cards.card import Choice
from cards.plain import shorten
from documents.file_kind import FileKind, Reading
from documents.learned import Learned
from documents.opened_file import Opened, kept_path, open_as, spooled
from documents.plan_any import provincial_office
from documents.plan_hidden import Hidden
from documents.refusals import PlanFileRefused, Refusal
from handlers.links import OUTSIDE_LINE, own_token
from handlers.report.desk import typed_key
from handlers.turn import Turn
from models.column_mapping import mappings_of
from models.dialogue import Dialogue, begin_dialogue, keep_state
from models.evidence import Evidence
from rules.fiscal_year import last_day

KIND = "import"
LINK = "import"
LONGEST_LABEL = 40  # of a button in LINE


@dataclass
class ImportDesk:
    """`state` says which file as which kind, the day or year of its figures, what is asked, and the card's number.

    `letters` are columns without a heading, explained for this file alone.
    """

    turn: Turn
    dialogue: Dialogue
    state: dict[str, Any]
    known: Reading | None = None
    _offered: dict[str, str] = field(default_factory=dict)

    @property
    def kind(self) -> FileKind:
        return FileKind(self.state["kind"])

    @property
    def others(self) -> list[FileKind]:
        return [FileKind(each) for each in self.state["others"]]

    @property
    def file(self) -> str:
        return str(self.state["file"])

    @property
    def year_be(self) -> int | None:
        """The fiscal year (BE) of past results: what somebody said, else what the file prints, None for neither."""
        said = self.state.get("year") or getattr(self.reading, "year_be", None)
        return int(said) if said else None

    @property
    def as_of(self) -> date | None:
        """The day of the figures: past results are those of the year's last day unless somebody says otherwise."""
        if self.state.get("as_of"):
            return date.fromisoformat(self.state["as_of"])
        if self.kind is FileKind.TREASURY:
            return getattr(self.reading, "as_of", None)
        return last_day(self.year_be) if self.kind is FileKind.RESULTS and self.year_be else None

    @property
    def letters(self) -> dict[str, str]:
        return dict(self.state.get("letters") or {})

    @property
    def hidden(self) -> Hidden:
        return Hidden(self.state.get("hidden", Hidden.ASK))

    @cached_property
    def reading(self) -> Reading:
        """The file as it reads now, with what the office has explained; raises PlanFileRefused."""
        return self.known or read_kept(
            self.turn, self.state["evidence"], self.kind, self.hidden, self.letters
        )

    @property
    def link(self) -> str:
        """The address of the annotated copy, for this person and a day."""
        said = (self.state["evidence"], str(self.kind), str(self.hidden), self.letters)
        address = f"{self.turn.house.settings.public_url}/imports/{own_token(self.turn, LINK, *said)}"
        return f"{address}?{OUTSIDE_LINE}"

    def tap(self, label: str, typed: str, *verb: object) -> Choice:
        """Return a button of this card; typing its words does the same."""
        data = ":".join(["d", self.dialogue.token, *map(str, verb)])
        self._offered[typed_key(typed)] = data
        self._offered.setdefault(typed_key(label), data)
        return Choice(shorten(label, LONGEST_LABEL), typed, data)

    def offered(self, text: str) -> str | None:
        """Return what typed words do: those of the buttons that were shown last."""
        return (self.state.get("offered") or {}).get(typed_key(text))

    def reread(self) -> None:
        """Forget how the file was read: it was explained anew."""
        self.known = None
        self.__dict__.pop("reading", None)

    def keep(self) -> None:
        """Write the state back, with the buttons that were just shown."""
        self.state = {**self.state, "offered": self._offered}
        keep_state(self.dialogue, self.state, self.turn.now)


def new_desk(turn: Turn, evidence: Evidence, opened: Opened) -> ImportDesk:
    """Begin with a file; a conversation that was open ends."""
    state = {
        "evidence": evidence.id,
        "file": evidence.file_name or "",
        "kind": str(opened.kind),
        "others": [str(each) for each in opened.others],
        "serial": 0,
        "asking": None if opened.is_sure else "kind",
    }
    dialogue = begin_dialogue(turn.session, turn.person.id, KIND, state, turn.now)
    return ImportDesk(turn, dialogue, state, opened.reading)


def learned_by_office(
    turn: Turn, kind: FileKind, hidden: Hidden = Hidden.ASK, letters: dict[str, str] | None = None
) -> Learned:
    """Return what the office explained of its headings; those of plans hold for past results too."""
    said = mappings_of(turn.session, turn.province.id, str(kind))
    if kind is FileKind.RESULTS:
        said = {**mappings_of(turn.session, turn.province.id, str(FileKind.PLAN)), **said}
    return Learned(said, letters or {}, hidden, provincial_office(turn.province.name))


def read_kept(
    turn: Turn,
    evidence_id: int,
    kind: FileKind,
    hidden: Hidden = Hidden.ASK,
    letters: dict[str, str] | None = None,
) -> Reading:
    """Return a file that was sent, read with what the office has explained so far; raises PlanFileRefused."""
    evidence = turn.session.get(Evidence, evidence_id)
    path = kept_path(turn.house.files, evidence.sha256) if evidence is not None and evidence.sha256 else None
    if evidence is None or path is None or not path.is_file():
        raise PlanFileRefused(Refusal.MISSING, kept_path(turn.house.files, "file"))
    with spooled(path.read_bytes(), evidence.file_name or "") as spool:
        return open_as(spool, kind, learned_by_office(turn, kind, hidden, letters))
