"""Says what each row of a plan table is: project, main heading, activity, total, or something to look at."""

import re
from collections.abc import Sequence
from enum import Enum, auto
from itertools import pairwise

from documents.cells import split_number
from documents.lines import Line
from documents.plan_words import begins, key, keys, words


class Level(Enum):
    BLANK = auto()
    ISSUE = auto()
    RESERVE = auto()
    PROJECT = auto()
    MAIN = auto()
    ACTIVITY = auto()
    UNCLEAR = auto()  # a project or an activity: it has a budget, and rows below it
    NO_AGENCY = auto()  # a heading with its sum, or an activity without agency
    NO_NAME = auto()
    CONTINUED = auto()
    TOTAL = auto()
    NOTE = auto()


HEADINGS = (Level.ISSUE, Level.RESERVE, Level.PROJECT, Level.MAIN)


def levels_of(lines: Sequence[Line]) -> list[Level]:
    """Return the level of every row; UNCLEAR and NO_AGENCY are settled later by the sums below them."""
    levels = [_level(line) for line in lines]
    _by_numbers(lines, levels)
    _missing_amounts(lines, levels)
    return levels


def is_total(line: Line) -> bool:
    """Return whether the row begins like a total ("รวม 23 กิจกรรม"), not like a name ("รวมพลังคนเพชร")."""
    label = key(line.label)
    if label in keys("rows", "total"):
        return True
    for word in sorted(keys("rows", "total"), key=len, reverse=True):
        if label.startswith(word):
            rest = label[len(word) :]
            return bool(re.match(r"\d", rest)) or rest.startswith(keys("rows", "total_of"))
    return False


def says_project(line: Line) -> bool:
    """Return whether the name calls itself a project, in a column where projects may stand."""
    return line.mixes_levels and begins(key(split_number(line.name)[1]), "rows", "project")


def _level(line: Line) -> Level:
    if line.is_blank:
        return Level.BLANK
    if is_total(line) and not line.own("agency"):
        return Level.TOTAL
    if not line.has_agency and (heading := _section(line)):
        return heading
    if not line.text(line.name_field):
        return _nameless(line)
    if not line.name:
        return Level.CONTINUED
    return _named(line)


def _section(line: Line) -> Level | None:
    """Return the level of a line across the sheet that opens a strategic issue or the reserve."""
    label = key(split_number(line.label)[1])
    if begins(label, "rows", "reserve") and not line.has_amount:
        return Level.RESERVE
    if begins(label, "rows", "issue") and not line.own("strategic_issue"):
        return Level.ISSUE
    return None


def _nameless(line: Line) -> Level:
    if line.has_agency:
        return Level.NO_NAME
    if line.own("project"):
        return Level.PROJECT
    if line.own("main_activity"):
        return Level.MAIN
    return Level.NO_NAME if line.has_amount else Level.NOTE


def _named(line: Line) -> Level:
    name = key(split_number(line.name)[1])
    is_main = begins(name, "rows", "main_activity")
    if line.has_amount and line.has_agency:
        return Level.UNCLEAR if says_project(line) else Level.ACTIVITY
    if begins(name, "rows", "note") and not line.has_amount and not line.has_agency:
        return Level.NOTE
    if says_project(line):
        return Level.PROJECT
    if is_main or not (line.has_amount or line.has_agency):
        return Level.MAIN
    return Level.NO_AGENCY if line.has_amount else Level.ACTIVITY


def _by_numbers(lines: Sequence[Line], levels: list[Level]) -> None:
    """Make headings of the rows whose number (1) opens deeper ones (1.1, 1.2); with an agency they stay unclear."""
    passed = (Level.TOTAL, Level.BLANK)
    numbered = [(at, line.depth) for at, line in enumerate(lines) if levels[at] not in passed and line.depth]
    for (at, depth), (_, below) in pairwise(numbered):
        if below > depth and levels[at] in (Level.UNCLEAR, Level.ACTIVITY, Level.MAIN, Level.NO_AGENCY):
            is_activity_too = lines[at].has_amount and lines[at].has_agency
            levels[at] = Level.UNCLEAR if is_activity_too else heading_level(lines[at])


def heading_level(line: Line) -> Level:
    """Return whether a heading names a project or a main heading below one."""
    is_below = line.depth > 1 or bool(line.above) or not line.mixes_levels
    is_main = is_below or begins(key(split_number(line.name)[1]), "rows", "main_activity")
    return Level.MAIN if is_main and not says_project(line) else Level.PROJECT


def _missing_amounts(lines: Sequence[Line], levels: list[Level]) -> None:
    """Make activities of bare names that are numbered as the activities are: their budget was forgotten."""
    activities = (line for line, level in zip(lines, levels, strict=True) if level is Level.ACTIVITY)
    if not any(line.own("no") for line in activities):
        return
    for at, line in enumerate(lines):
        is_numbered = bool(line.name and line.own("no")) and line.depth == 1
        is_named_main = begins(key(split_number(line.name)[1]), "rows", "main_activity")
        if levels[at] is Level.MAIN and is_numbered and not is_named_main:
            levels[at] = Level.ACTIVITY


def is_grand_total(label: str) -> bool:
    """Return whether a total stands for the whole table."""
    return begins(key(label), "rows", "grand_total")


def counted_activities(label: str) -> int | None:
    """Return the number of activities that a total names ("รวม 23 กิจกรรม"), None where it names none."""
    found = re.search(words()["patterns"]["counted_activities"], label)
    return int(found[1]) if found else None
