"""Reads the year's plan from a .csv, .xlsx, .xls or .ods file; import, preview and demo call it."""

import re
from dataclasses import replace
from pathlib import Path

from documents.agency_names import unite_agencies
from documents.drafts import Draft
from documents.header import recognise_plan
from documents.in_force import Project
from documents.learned import NOTHING, Learned
from documents.plan_copies import doubt_copies
from documents.plan_figures import SheetFigures, differences_of, results_of
from documents.plan_hidden import HiddenParts, runs
from documents.plan_hidden_found import leaving_hidden, settle_hidden
from documents.plan_numbers import number_activities
from documents.plan_reading import Doubt, Note, PlanReading, PlanRow
from documents.plan_remarks import Remark
from documents.plan_sheets import open_sheets
from documents.plan_table import TableRead, read_table
from documents.plan_totals import settle
from documents.plan_words import plain, words
from documents.refusals import PlanFileRefused, Refusal


def read_plan(path: Path, learned: Learned = NOTHING) -> PlanReading:
    """Return what a plan file says; raises PlanFileRefused, with one clear line, where it cannot be read.

    `learned` is what the office said of its own headings.

    Nothing is evaluated, guessed or repaired: the uncertain is among the doubts, with sheet, row and reason.
    """
    opened = open_sheets(path)
    notes = [Note(path.name, Remark.ENCODING)] if opened.is_cp874 else []
    drafts: list[Draft] = []
    projects: dict[str, Project] = {}
    tables: list[TableRead] = []
    hidden: list[HiddenParts | None] = []
    for sheet in opened.sheets:
        first = len(drafts)
        recognise = leaving_hidden(sheet, learned, learned.beside(recognise_plan))
        table = None if sheet.is_hidden else read_table(sheet, drafts, projects, recognise)
        if table is not None:
            tables.append(table)
            hidden.append(settle_hidden(sheet, table, drafts[first:], learned))
        elif sheet.rows or sheet.is_hidden:
            notes.append(
                Note(sheet.name, Remark.SHEET_HIDDEN if sheet.is_hidden else Remark.SHEET_WITHOUT_TABLE)
            )
    if not tables:
        raise PlanFileRefused(Refusal.NO_TABLE, path)
    if any(not sheet.is_hidden and not sheet.tells_hidden for sheet in opened.sheets):
        notes.append(Note(path.name, Remark.HIDDEN_UNSEEN))
    return replace(_reading(tables, drafts, notes), hidden=tuple(filter(None, hidden)))


def _reading(tables: list[TableRead], drafts: list[Draft], notes: list[Note]) -> PlanReading:
    for table in tables:
        notes += table.notes
    taken = [draft for draft in drafts if not draft.is_set_aside]
    notes += unite_agencies([draft for draft in taken if draft.agency])
    doubt_copies(taken)
    notes += number_activities(taken)
    claims = [claim for table in tables for claim in table.claims]
    totals, doubts = settle(claims, drafts)
    figures = {table.sheet.name: table.figures for table in tables if table.figures}
    doubts += [doubt for table in tables for doubt in table.doubts]
    doubts += [doubt for draft in taken for doubt in draft.doubts]
    differences = [found for each in figures.values() for found in differences_of(each, drafts, claims)]
    unreadable = [doubt for each in figures.values() for doubt in each.unreadable]
    notes += [
        _unread(name, found) for name in figures if (found := [x for x in unreadable if x.sheet == name])
    ]
    order = {table.sheet.name: at for at, table in enumerate(tables)}
    return PlanReading(
        rows=tuple(_row(draft, figures.get(draft.sheet)) for draft in drafts if not draft.is_left_out),
        columns=tuple(column for table in tables for column in table.columns),
        doubts=tuple(sorted(doubts, key=lambda doubt: (order[doubt.sheet], doubt.row))),
        totals=tuple(sorted(totals, key=lambda total: (order[total.sheet], total.row))),
        sheets=tuple(table.sheet for table in tables),
        notes=tuple(notes),
        year_be=_year(tables),
        differences=tuple(differences),
        unreadable=tuple(unreadable),
        figure_columns={name: each.at for name, each in figures.items() if each.at},
    )


def _row(draft: Draft, figures: SheetFigures | None) -> PlanRow:
    return PlanRow(
        sheet=draft.sheet, row=draft.line.number, no=draft.no, code=draft.code,
        project_no=draft.project_no, project=draft.project,
        main_activity=draft.main_activity, activity=draft.name, place=draft.place,
        budget_satang=draft.budget_satang, agency=draft.agency,
        expense_class=draft.expense_class, funding_source=draft.funding_source,
        strategic_issue=draft.strategic_issue, is_reserve=draft.is_reserve,
        planned_start=draft.planned_start, planned_end=draft.planned_end,
        results=results_of(figures, draft),
    )  # fmt: skip


def _unread(sheet: str, doubts: list[Doubt]) -> Note:
    """Return which rows print figures beside the plan that are no amounts."""
    return Note(sheet, Remark.FIGURES_UNREAD, (("rows", runs({doubt.row for doubt in doubts})),))


def _year(tables: list[TableRead]) -> int | None:
    """Return the fiscal year (BE) that the titles name, None where they name none or several."""
    titles = " ".join(plain(title) for table in tables for title in table.titles)
    years = {int(year) for year in re.findall(words()["patterns"]["year"], titles)}
    return years.pop() if len(years) == 1 else None
