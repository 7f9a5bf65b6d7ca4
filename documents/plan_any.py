"""Reads a plan, or a past year's results by strategic issue where that is what the file holds."""

from dataclasses import replace
from pathlib import Path

from documents.learned import NOTHING, Learned
from documents.plan_file import read_plan
from documents.plan_reading import PlanReading
from documents.plan_remarks import Remark
from documents.plan_results import read_results
from documents.plan_sheets import opened_once
from documents.plan_words import words
from documents.refusals import PlanFileRefused, Refusal


def provincial_office(province: str) -> str:
    """Return what the provincial office of a province is called."""
    marks = words()["marks"]
    return f"{marks['provincial_office'][0]}{province.strip().removeprefix(marks['province'][0])}"


def read_plan_or_results(path: Path, agency: str, learned: Learned = NOTHING) -> PlanReading:
    """Return the plan with its results; raises PlanFileRefused, with the plan's own reason where it is neither.

    `agency` carries out what a table by strategic issue lists: such tables name no agency.
    """
    with opened_once():
        return _read(path, agency, learned)


def as_results(reading: PlanReading) -> PlanReading:
    """Return a plan whose figures are to be kept: those that are no amounts are doubts then."""
    return replace(reading, doubts=(*reading.doubts, *reading.unreadable))


def _read(path: Path, agency: str, learned: Learned) -> PlanReading:
    try:
        reading = read_plan(path, learned)
    except PlanFileRefused as refused:
        if refused.code is not Refusal.NO_TABLE:
            raise
        return read_results(path, agency, learned)
    reading = as_results(reading)
    lacks_columns = any(doubt.code is Remark.COLUMNS_MISSING for doubt in reading.doubts)
    if reading.rows or not lacks_columns:
        return reading
    try:
        by_issue = read_results(path, agency, learned)
    except PlanFileRefused:
        return reading
    return by_issue if by_issue.rows else reading
