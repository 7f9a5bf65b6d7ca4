"""A plan that came by chat: compared with what is remembered, and stored."""

from collections.abc import Iterator

from documents.plan_conflicts import reason
from documents.plan_outcome import Outcome, Wish, bring_in
from documents.plan_reading import PlanReading
from documents.plan_values import field_name, in_field
from handlers.imports.desk import ImportDesk
from i18n import _, ngettext
from models.plan_diff import Change
from thai import writing


def look_at_plan(desk: ImportDesk, reading: PlanReading) -> Outcome:
    """Return what importing the file would do."""
    wish = wish_of(desk, reading, is_dry_run=True)
    return bring_in(desk.turn.session, wish, reading, desk.turn.now)


def store_plan(desk: ImportDesk, reading: PlanReading, *, clear_only: bool) -> Outcome:
    """Store the file, or only its rows that are not in doubt."""
    wish = wish_of(desk, reading, accepts_doubts=clear_only)
    return bring_in(desk.turn.session, wish, reading, desk.turn.now, by=desk.turn.person.id)


def wish_of(
    desk: ImportDesk, reading: PlanReading, *, is_dry_run: bool = False, accepts_doubts: bool = False
) -> Wish:
    year_be = reading.year_be or desk.turn.year_be
    return Wish(desk.file, desk.turn.province.name, year_be, is_dry_run, accepts_doubts)


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
