"""Walks down a plan table: keeps the headings in force and makes a draft of every activity."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from documents.carried import is_carried_down
from documents.cells import split_number
from documents.drafts import Draft, Unit, draft_of, read_budget
from documents.header import BUDGETS
from documents.in_force import InForce, Project
from documents.levels import HEADINGS, Level, levels_of, says_project
from documents.levels_settled import settle_levels
from documents.lines import Line
from documents.plan_reading import Doubt, Note
from documents.plan_remarks import Remark
from documents.plan_totals import TotalClaim, likely_ranges
from documents.plan_words import words

ABOVE = ("project", "main_activity", "strategic_issue", "funding_source")


@dataclass
class TableWalk:
    """`drafts` and `projects` gather the whole file; claims, doubts and notes are this sheet's."""

    sheet: str
    lines: Sequence[Line]
    unit: Unit
    drafts: list[Draft]
    projects: dict[str, Project]
    claims: list[TotalClaim] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._levels = levels_of(self.lines)
        self._unclear = settle_levels(self.lines, self._levels, self.unit)
        self._in_force = InForce(self.sheet, self.projects)
        self._from_above = {name: self._stands_above(name) for name in ABOVE}
        self._last: dict[str, str] = {}
        self._sheet_from = self._subtotal_from = len(self.drafts)

    def walk(self) -> None:
        """Read every row of the table."""
        for at in range(self._end()):
            self._row(at, self.lines[at], self._levels[at])
        self._in_force.close(0, len(self.drafts))
        self.doubts += self._in_force.doubts
        self._note_marks(self.drafts[self._sheet_from :])

    def _note_marks(self, drafts: Sequence[Draft]) -> None:
        marked = sum(draft.is_done_marked for draft in drafts)
        if marked:
            mark = words()["marks"]["done"][0]
            self.notes.append(Note(self.sheet, Remark.DONE_MARK, (("mark", mark), ("count", str(marked)))))

    def _end(self) -> int:
        """Return where the table ends: below the last total stand signatures and remarks."""
        tables = (Level.ACTIVITY, Level.UNCLEAR, Level.TOTAL, Level.CONTINUED)
        last = max((at for at, level in enumerate(self._levels) if level in tables), default=-1)
        is_closed = last >= 0 and self._levels[last] is Level.TOTAL
        return last + 1 if is_closed else len(self.lines)

    def _stands_above(self, name: str) -> bool:
        """Return whether an activity without this cell takes what stands above; a note says so of columns."""
        levels = zip(self.lines, self._levels, strict=True)
        activities = [line for line, level in levels if level is Level.ACTIVITY]
        if not any(line.text(name) for line in activities):
            return True
        is_carried = is_carried_down(name, activities)
        if is_carried:
            self.notes.append(Note(self.sheet, Remark.CARRIED_DOWN, (("field", name),)))
        return is_carried

    def _row(self, at: int, line: Line, level: Level) -> None:
        if level is Level.TOTAL:
            self._total(line)
        elif level in HEADINGS:
            self._heading(line, level)
        elif level in (Level.ACTIVITY, Level.UNCLEAR):
            self._activity(at, line)
        elif level is Level.CONTINUED:
            own = " ".join(filter(None, map(line.own, line.at)))
            if own:
                self.doubts.append(
                    Doubt(self.sheet, line.number, Remark.CONTINUED_ROW, own, is_left_out=True)
                )

    def _total(self, line: Line) -> None:
        now = len(self.drafts)
        claim = self._claim(line, line.label)
        if claim is not None:
            levels_from = self._in_force.begun()
            claim.ranges = likely_ranges(line.label, self._subtotal_from, self._sheet_from, levels_from, now)
        self._subtotal_from = now

    def _claim(self, line: Line, label: str) -> TotalClaim | None:
        """Return the claim of a printed sum, None where none is printed or it cannot be read."""
        amount = read_budget(line, self.unit)[0]
        if amount.remark:
            printed = next(filter(None, map(line.text, BUDGETS)))
            self.doubts.append(Doubt(self.sheet, line.number, Remark.TOTAL_UNREADABLE, printed))
        if amount.satang is None:
            return None
        self.claims.append(TotalClaim(self.sheet, line.number, label, amount.satang))
        return self.claims[-1]

    def _heading(self, line: Line, level: Level) -> None:
        now = len(self.drafts)
        project, main = line.own("project") if line.above else "", line.own("main_activity")
        if level is Level.PROJECT:
            name = project or line.name
            self._in_force.open(level, line, name, now, self._claim(line, name))
            if main:
                self._in_force.open(Level.MAIN, line, main, now)
        elif level is Level.MAIN:
            if project:
                self._in_force.open(Level.PROJECT, line, project, now)
            name = split_number(line.name)[1] or main
            self._in_force.open(level, line, name, now, self._claim(line, name))
        else:
            self._in_force.open(level, line, line.label, now, self._claim(line, line.label))

    def _activity(self, at: int, line: Line) -> None:
        draft = draft_of(self.sheet, line, self.unit)
        self._set_project(line)
        self._in_force.fill(draft)
        if not self._from_above["main_activity"] or line.text("main_activity"):
            self._in_force.main = draft.main_activity = line.text("main_activity") or None
        draft.strategic_issue = self._above(line, "strategic_issue") or self._in_force.issue
        draft.funding_source = self._above(line, "funding_source")
        if self._reports_itself(line):
            draft.project, draft.main_activity = draft.name, None
        if at in self._unclear:
            summed = f"{self._unclear[at] / 100:,.2f}"
            draft.doubt(Remark.LEVEL_UNCLEAR, draft.name, is_left_out=True, summed=summed)
            # What stands below belongs to it if it is a project: certainly not to the project above.
            self._in_force.forget_project()
        elif not draft.project or self._lacks_project(line):
            draft.doubt(Remark.PROJECT_MISSING, draft.name, is_left_out=True)
        self.drafts.append(draft)

    def _lacks_project(self, line: Line) -> bool:
        """Return whether every other row has its project beside it and this one has none."""
        return not line.mixes_levels and not line.above and not self._from_above["project"]

    def _set_project(self, line: Line) -> None:
        if line.above:
            merged_number = line.cell("no") if line.is_shared("no") else None
            self._in_force.set_project(line, line.above, merged_number)

    def _reports_itself(self, line: Line) -> bool:
        """Return whether the row is a project and an activity in one."""
        return says_project(line) or (line.name_field == "project" and not self._in_force.project.name)

    def _above(self, line: Line, name: str) -> str | None:
        if line.text(name):
            self._last[name] = line.text(name)
        return line.text(name) or (self._last.get(name) if self._from_above[name] else None)
