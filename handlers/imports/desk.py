"""The desk at which one turn works on a file that is to be imported: its state, its buttons, and the file read again."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from itsdangerous import URLSafeTimedSerializer

from cards.card import Choice
from documents.learned import Learned
from documents.opened_file import FileKind, Reading, kept_path, open_as, spooled
from documents.plan_hidden import Hidden
from documents.refusals import PlanFileRefused, Refusal
from handlers.report.desk import typed_key
from handlers.turn import Turn
from models.column_mapping import mappings_of
from models.dialogue import Dialogue, begin_dialogue, keep_state
from models.evidence import Evidence

KIND = "import"
SALT = "import"
LONGEST_LABEL = 40  # of a button in LINE
LINK_LIVES_SECONDS = 24 * 60 * 60
OUTSIDE_LINE = "openExternalBrowser=1"


@dataclass
class ImportDesk:
    """`state` says which file as which kind, the day of its figures, what is being asked, and the card's number."""

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
    def as_of(self) -> date | None:
        return date.fromisoformat(self.state["as_of"]) if self.state.get("as_of") else None

    @property
    def hidden(self) -> Hidden:
        return Hidden(self.state.get("hidden", Hidden.ASK))

    @cached_property
    def reading(self) -> Reading:
        """The file as it reads now, with what the office has explained; raises PlanFileRefused."""
        return self.known or read_kept(self.turn, self.state["evidence"], self.kind, self.hidden)

    @property
    def link(self) -> str:
        """The address of the annotated copy, for this person and a day."""
        settings = self.turn.house.settings
        person = self.turn.person
        token = link_serializer(settings.secret_key).dumps(
            [person.id, person.link_generation, self.state["evidence"], str(self.kind), str(self.hidden)]
        )
        return f"{settings.public_url}/imports/{token}?{OUTSIDE_LINE}"

    def tap(self, label: str, typed: str, *verb: object) -> Choice:
        """Return a button of this card; typing its words does the same."""
        data = ":".join(["d", self.dialogue.token, *map(str, verb)])
        self._offered[typed_key(typed)] = data
        self._offered.setdefault(typed_key(label), data)
        return Choice(label[:LONGEST_LABEL], typed, data)

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


def new_desk(turn: Turn, evidence: Evidence, kind: FileKind, others: tuple[FileKind, ...]) -> ImportDesk:
    """Begin with a file; a conversation that was open ends."""
    state = {
        "evidence": evidence.id,
        "file": evidence.file_name or "",
        "kind": str(kind),
        "others": [str(each) for each in others],
        "serial": 0,
    }
    return ImportDesk(turn, begin_dialogue(turn.session, turn.person.id, KIND, state, turn.now), state)


def read_kept(turn: Turn, evidence_id: int, kind: FileKind, hidden: Hidden = Hidden.ASK) -> Reading:
    """Return a file that was sent, read with what the office has explained so far; raises PlanFileRefused."""
    evidence = turn.session.get(Evidence, evidence_id)
    path = kept_path(turn.house.files, evidence.sha256) if evidence is not None and evidence.sha256 else None
    if evidence is None or path is None or not path.is_file():
        raise PlanFileRefused(Refusal.MISSING, kept_path(turn.house.files, "file"))
    learned = Learned(mappings_of(turn.session, turn.province.id, str(kind)), hidden=hidden)
    with spooled(path.read_bytes(), evidence.file_name or "") as spool:
        return open_as(spool, kind, learned)


def link_serializer(secret_key: str) -> URLSafeTimedSerializer:
    """Return what signs and reads links to annotated copies."""
    return URLSafeTimedSerializer(secret_key, salt=SALT)
