"""What import-plan prints for people: how the file was understood, and what is added, changed, left and asked."""

from collections.abc import Iterator, Sequence

from documents.plan_conflicts import reason
from documents.plan_hidden import Hidden
from documents.plan_outcome import Outcome
from documents.plan_preview import preview
from documents.plan_values import field_name, in_field
from i18n import _
from models.plan_diff import Change, NewActivity
from models.plan_doubts import PlanDoubt
from thai.writing import baht


def in_words(outcome: Outcome) -> Iterator[str]:
    """Give the lines of the whole answer in the language now spoken; no doubt is left unsaid."""
    wish, reading, diff = outcome.wish, outcome.reading, outcome.diff
    words = _("{file}: plan of {province}, fiscal year {year}")
    yield words.format(file=wish.file, province=wish.province, year=wish.year_be)
    yield preview(reading, doubts_shown=len(reading.doubts))
    if any(each.choice is Hidden.ASK for each in reading.hidden):
        yield _("--hidden read takes what is hidden, --hidden leave leaves it out.")
    yield ""
    if outcome.is_new_province:
        yield _("{province} is new here.").format(province=wish.province)
    yield from _part(_("Add: {count}"), [_added(new) for new in diff.add])
    changed = [f"{each.name}: {_differences(each.changes)}" for each in diff.changed_projects]
    changed += [f"{each.no}  {each.name}: {_differences(each.changes)}" for each in diff.change]
    yield from _part(_("Change: {count}"), changed)
    yield _("Leave as they are: {count}").format(count=len(diff.leave))
    missing = [f"{each.no}  {each.name}" for each in diff.missing]
    yield from _part(_("In the database but not read from the file, kept: {count}"), missing)
    yield from _part(_("To be asked before storing: {count}"), [_asked(doubt) for doubt in diff.doubts])
    if outcome.results:
        yield _("Results stored of {count} activities").format(count=outcome.results)
    yield _ending(outcome)


def _part(heading: str, lines: Sequence[str]) -> Iterator[str]:
    """Give a heading with its lines below, nothing where there are none."""
    if lines:
        yield heading.format(count=len(lines))
        yield from (f"  {line}" for line in lines)


def _added(new: NewActivity) -> str:
    return f"{new.no}  {new.row.activity} · {baht(new.row.budget_satang)} · {new.agency}"


def _asked(doubt: PlanDoubt) -> str:
    words = _("Sheet {sheet}, row {row}: {reason}")
    return words.format(sheet=doubt.row.sheet, row=doubt.row.row, reason=reason(doubt))


def _differences(changes: Sequence[Change]) -> str:
    return "; ".join(
        f"{field_name(change.field)} {in_field(change.field, change.before)} → {in_field(change.field, change.after)}"
        for change in changes
    )


def _ending(outcome: Outcome) -> str:
    if outcome.is_stored:
        return _("Stored.")
    if outcome.is_refused:
        return _("While something is in doubt nothing is stored, unless --accept-doubtful leaves it out.")
    if outcome.diff.is_empty:
        return _("Nothing to store: the database says the same already.")
    return _("Nothing was stored: this was only a look.")
