"""A list of approved changes that came by chat."""

from documents.changes_outcome import Changed, Refused, bring_in_changes, refused_words, step_words
from documents.plan_changes import ChangesReading
from handlers.imports.desk import ImportDesk
from i18n import ngettext


def changes_summary(reading: ChangesReading) -> str:
    """Return how many changes there are."""
    count = len(reading.rows)
    return ngettext("{count} approved change", "{count} approved changes", count).format(count=count)


def change_lines(desk: ImportDesk, reading: ChangesReading) -> tuple[list[str], list[str]]:
    """Return what would be made, and what cannot be."""
    found = _bring_in(desk, reading, is_dry_run=True)
    made = [step_words(each.step) for each in found if each.refused is None]
    refused = [refused_words(each) for each in found if each.refused not in (None, Refused.KNOWN)]
    return made, refused


def store_changes(desk: ImportDesk, reading: ChangesReading) -> int:
    """Make the changes; return how many activities they touch."""
    return sum(each.refused is None for each in _bring_in(desk, reading, is_dry_run=False))


def _bring_in(desk: ImportDesk, reading: ChangesReading, *, is_dry_run: bool) -> list[Changed]:
    turn = desk.turn
    return bring_in_changes(
        turn.session, turn.province.id, turn.year_be, reading.rows, turn.now,
        by=turn.person.id, is_dry_run=is_dry_run,
    )  # fmt: skip
