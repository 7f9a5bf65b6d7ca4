"""Keeps the strategic issue, project and main heading in force, and which drafts stand below each heading."""

from dataclasses import dataclass, field

from documents.cells import read_number, split_number, take_off
from documents.drafts import Draft
from documents.grid import Cell
from documents.levels import Level
from documents.lines import Line
from documents.plan_reading import Doubt
from documents.plan_remarks import Remark
from documents.plan_totals import TotalClaim
from documents.plan_words import begins, key, words

RANK = {Level.ISSUE: 0, Level.RESERVE: 0, Level.PROJECT: 1, Level.MAIN: 2}


@dataclass
class _Open:
    level: Level
    row: int
    name: str
    first_draft: int
    claim: TotalClaim | None


@dataclass
class Project:
    no: int | None = None
    name: str = ""
    is_reserve: bool = False


@dataclass
class InForce:
    """`known` holds the projects of the whole file by key: "(ต่อ)" and line breaks make no new project."""

    sheet: str
    known: dict[str, Project]
    issue: str | None = None
    project: Project = field(default_factory=Project)
    main: str | None = None
    is_reserve: bool = False
    doubts: list[Doubt] = field(default_factory=list)
    _open: list[_Open] = field(default_factory=list)

    def open(self, level: Level, line: Line, name: str, now: int, claim: TotalClaim | None = None) -> None:
        """Put a heading in force at draft `now` and close those it ends."""
        self.close(RANK[level], now)
        self._open.append(_Open(level, line.number, name, now, claim))
        if level is Level.ISSUE:
            self.issue, self.is_reserve = name, False
        elif level is Level.RESERVE:
            self.is_reserve = True
        elif level is Level.PROJECT:
            names_more = bool(line.above and line.name)
            self.set_project(line, name, None if names_more else line.cell("no"))
        self.main = name if level is Level.MAIN else None

    def close(self, rank: int, now: int) -> None:
        """End the headings of this rank and below; one without activities is named."""
        while self._open and RANK[self._open[-1].level] >= rank:
            ended = self._open.pop()
            if ended.claim is not None:
                ended.claim.ranges.append((ended.first_draft, now))
            if ended.first_draft == now:
                self.doubts.append(Doubt(self.sheet, ended.row, Remark.HEADING_EMPTY, ended.name))

    def set_project(self, line: Line, written: str, number_beside: Cell = None) -> None:
        """Put a project in force, as it was written first; `number_beside` is the number of its own row."""
        number, name = split_number(take_off(written, words()["marks"]["continued"])[0])
        name, is_marked = take_off(name, words()["marks"]["reserve"])
        found = self.known.setdefault(key(name), Project(None, name))
        found.is_reserve = found.is_reserve or is_marked or begins(key(name), "rows", "reserve")
        found.no = (
            found.no
            or read_number(line.cell("project_no"))
            or read_number(number)
            or read_number(number_beside)
        )
        if found is not self.project:
            self.project, self.main = found, None

    def forget_project(self) -> None:
        """Leave no project and heading in force."""
        self.project, self.main = Project(), None

    def begun(self) -> list[int]:
        """Return the first drafts of the headings in force, the nearest heading first."""
        return [heading.first_draft for heading in reversed(self._open)]

    def fill(self, draft: Draft) -> None:
        """Write what is in force into a draft."""
        draft.project, draft.project_no = self.project.name, self.project.no
        draft.main_activity = self.main
        draft.strategic_issue = draft.strategic_issue or self.issue
        draft.is_reserve = self.is_reserve or self.project.is_reserve
