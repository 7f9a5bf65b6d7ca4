"""A plan, or a past year with its results, that came by chat: compared with what is remembered, and stored."""

from collections.abc import Iterator

from cards import commands
from cards.card import Card, say
from documents.file_kind import FileKind
from documents.plan_conflicts import reason
from documents.plan_outcome import Outcome, Wish, bring_in
from documents.plan_preview import differing_totals, summary, total_line
from documents.plan_reading import PlanReading
from documents.plan_values import field_name, in_field
from handlers.imports.desk import ImportDesk
from handlers.imports.preview import Preview, preview_of
from i18n import _, ngettext
from models.dialogue import close_dialogue
from models.plan_diff import Change
from thai import writing


def show_plan(desk: ImportDesk, reading: PlanReading) -> Preview:
    """Return what importing the file would do."""
    outcome = bring_in(desk.turn.session, _wish(desk, reading, is_dry_run=True), reading, desk.turn.now)
    lines = list(plan_lines(outcome))
    if desk.kind is FileKind.RESULTS and desk.as_of:
        title = _("Results of fiscal year {year}").format(year=outcome.wish.year_be)
        lines.append(_results_line(desk, reading))
    else:
        title = _("Plan of fiscal year {year}").format(year=outcome.wish.year_be)
    return preview_of(
        desk, reading, title, summary(reading), would=_("What would be stored"), changes=lines,
        asked=plan_lines(outcome, asked=True), totals=map(total_line, differing_totals(reading)),
    )  # fmt: skip


def store_plan(desk: ImportDesk, reading: PlanReading, *, clear_only: bool) -> list[Card] | None:
    """Store the file, or only its rows that are not in doubt; None where doubts forbid it."""
    wish = _wish(desk, reading, accepts_doubts=clear_only)
    outcome = bring_in(desk.turn.session, wish, reading, desk.turn.now, by=desk.turn.person.id)
    if outcome.is_refused:
        return None
    close_dialogue(desk.dialogue, "stored", desk.turn.now)
    words = stored_words(outcome)
    if outcome.results:
        told = ngettext("Results of {count} activity are kept.", "Results of {count} activities are kept.",
                        outcome.results)  # fmt: skip
        words += "\n" + told.format(count=outcome.results)
    return [say(words, commands.summary())]


def _wish(
    desk: ImportDesk, reading: PlanReading, *, is_dry_run: bool = False, accepts_doubts: bool = False
) -> Wish:
    is_past = desk.kind is FileKind.RESULTS
    year_be = (desk.year_be if is_past else reading.year_be) or desk.turn.year_be
    return Wish(
        desk.file, desk.turn.province.name, year_be, is_dry_run, accepts_doubts,
        results_as_of=desk.as_of if is_past else None,
    )  # fmt: skip


def _results_line(desk: ImportDesk, reading: PlanReading) -> str:
    count = sum(row.results is not None for row in reading.rows)
    said = ngettext(
        "Results of {count} activity as of {day}, as printed",
        "Results of {count} activities as of {day}, as printed",
        count,
    )
    return said.format(count=count, day=writing.short_date(desk.as_of) if desk.as_of else "")


def plan_lines(outcome: Outcome, *, asked: bool = False) -> Iterator[str]:
    """Give what would be stored; with `asked` what must be asked before, against what is remembered."""
    diff = outcome.diff
    if asked:
        for doubt in diff.doubts:
            yield _("Sheet {sheet}, row {row}: {reason}").format(
                sheet=doubt.row.sheet, row=doubt.row.row, reason=reason(doubt)
            )
        return
    if diff.add:
        count = len(diff.add)
        yield ngettext("{count} new activity", "{count} new activities", count).format(count=count)
    for each in diff.change:
        yield _("Activity {no}: {changes}").format(no=each.no, changes=_changes(each.changes))
    if diff.leave:
        count = len(diff.leave)
        yield ngettext(
            "{count} activity stays as it is", "{count} activities stay as they are", count
        ).format(count=count)
    if diff.missing:
        numbers = ", ".join(str(each.no) for each in diff.missing[:20])
        yield _("Not in the file, kept: {numbers}").format(numbers=numbers)


def stored_words(outcome: Outcome) -> str:
    """Return what was stored, in one line."""
    diff = outcome.diff
    if not outcome.is_stored:
        return _("Nothing to store: the database says the same already.")
    return _("Stored: {added} new and {changed} changed activities of fiscal year {year}, {budget}.").format(
        added=len(diff.add),
        changed=len(diff.change),
        year=outcome.wish.year_be,
        budget=writing.baht(outcome.reading.budget_satang),
    )


def _changes(changes: tuple[Change, ...]) -> str:
    return "; ".join(
        f"{field_name(each.field)} {in_field(each.field, each.before)} → {in_field(each.field, each.after)}"
        for each in changes
    )
