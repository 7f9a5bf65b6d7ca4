"""An export of the treasury that came by chat: matched with the plan, kept beside reports, never over them."""

from collections.abc import Iterator

from cards.card import Card, Choice
from cards.import_preview import pick
from documents.treasury_file import TreasuryReading
from documents.treasury_match import Matched
from documents.treasury_outcome import TreasuryOutcome, keep_treasury, look_at
from handlers.imports.desk import ImportDesk
from handlers.imports.preview import Preview, preview_of
from i18n import _, ngettext
from models.evidence import Evidence
from models.plan import Activity, activities
from models.reconciliation import refresh_gaps
from models.treasury import MatchedBy
from thai import writing


def show_treasury(desk: ImportDesk, reading: TreasuryReading) -> Preview:
    """Return how much the export says, and how its lines were matched."""
    count = len(reading.rows)
    lines = ngettext("{count} line", "{count} lines", count).format(count=count)
    paid = writing.baht(reading.disbursed_satang)
    title = _("Treasury figures as of {day}").format(
        day=writing.short_date(desk.as_of) if desk.as_of else "-"
    )
    turn = desk.turn
    outcome = look_at(turn.session, turn.province.id, turn.year_be, reading)
    return preview_of(
        desk,
        reading,
        title,
        _("{lines}, {disbursed} disbursed.").format(lines=lines, disbursed=paid),
        would=_("Matched with the plan"),
        changes=outcome_lines(outcome),
    )


def outcome_lines(outcome: TreasuryOutcome) -> Iterator[str]:
    """Give how many lines were matched by code, by what a person said, may be an activity, and are none."""
    yield _("by budget code: {count}").format(count=outcome.by(MatchedBy.CODE))
    if told := outcome.by(MatchedBy.PERSON):
        yield _("as somebody confirmed before: {count}").format(count=told)
    asked = len(outcome.to_ask)
    if asked:
        yield _("to be confirmed by name and amount: {count}").format(count=asked)
    if none := len(outcome.unmatched) - asked:
        yield _("no activity of the plan: {count}").format(count=none)


def store_treasury(desk: ImportDesk, reading: TreasuryReading) -> TreasuryOutcome:
    """Keep the export as a snapshot of its day, and see where officers say otherwise."""
    turn = desk.turn
    assert desk.as_of is not None
    evidence = turn.session.get_one(Evidence, desk.state["evidence"])
    outcome = keep_treasury(
        turn.session,
        turn.province.id,
        turn.year_be,
        desk.as_of,
        reading.only_clear(),
        file_name=desk.file,
        sha256=str(evidence.sha256),
        now=turn.now,
        by=turn.person.id,
    )
    refresh_gaps(turn.session, _plan(desk), turn.today)
    return outcome


def refresh(desk: ImportDesk) -> None:
    """See anew where officers say otherwise: another line was matched."""
    refresh_gaps(desk.turn.session, _plan(desk), desk.turn.today)


def next_to_ask(desk: ImportDesk, reading: TreasuryReading) -> tuple[Matched | None, int]:
    """Return the next line of which a person must say which activity it is, and how many there are."""
    outcome = look_at(desk.turn.session, desk.turn.province.id, desk.turn.year_be, reading.only_clear())
    passed = set(desk.state.get("passed", ()))
    asked = (
        [each for each in outcome.unmatched if not each.is_settled]
        if desk.state.get("all")
        else outcome.to_ask
    )
    waiting = [each for each in asked if each.key not in passed]
    return (waiting[0] if waiting else None), len(waiting)


def ask_match(desk: ImportDesk, line: Matched, count: int) -> Card:
    """Ask which activity a line is."""
    row = line.row
    budget = writing.baht(row.budget_satang) if row.budget_satang is not None else "-"
    asked = _(
        "“{name}”: budget {budget}, disbursed {disbursed}. Which activity is it? ({count} to go)"
    ).format(name=row.name, budget=budget, disbursed=writing.baht(row.disbursed_satang), count=count)
    names = [f"• {each.no} {each.name} · {writing.baht(each.budget_satang)}" for each in line.candidates]
    asked = "\n".join([asked, *names, _("You can also type the activity's number.")])
    choices: list[Choice] = [
        desk.tap(f"{each.no} {each.name}", _("activity {no}").format(no=each.no), "match", each.id)
        for each in line.candidates
    ]
    choices.append(desk.tap(_("None of the plan"), _("none of the plan"), "match", 0))
    return pick(_("Is this the activity?"), asked, choices, desk.tap(_("Later"), _("later"), "later"))


def _plan(desk: ImportDesk) -> list[Activity]:
    return activities(desk.turn.session, desk.turn.province.id, desk.turn.year_be)
