"""A list of approved changes that came by chat."""

from cards import commands
from cards.card import Card, say
from documents.changes_outcome import Changed, Refused, bring_in_changes, refused_words, step_words
from documents.plan_changes import ChangesReading
from handlers.imports.desk import ImportDesk
from handlers.imports.preview import Preview, preview_of
from i18n import _, ngettext
from models.dialogue import close_dialogue


def show_changes(desk: ImportDesk, reading: ChangesReading) -> Preview:
    """Return what would be made, and what cannot be."""
    found = _bring_in(desk, reading, is_dry_run=True)
    made = [step_words(each.step) for each in found if each.refused is None]
    refused = [refused_words(each) for each in found if each.refused not in (None, Refused.KNOWN)]
    known = sum(each.refused is Refused.KNOWN for each in found)
    count = len(reading.rows)
    summary = ngettext("{count} approved change", "{count} approved changes", count).format(count=count)
    if known:
        summary += " " + _("({count} stored already)").format(count=known)
    would = _("What would be stored")
    return preview_of(
        desk, reading, _("Changes of the plan"), summary, would=would, changes=made, asked=refused,
        has_rows=bool(made),
    )  # fmt: skip


def store_changes(desk: ImportDesk, reading: ChangesReading) -> list[Card]:
    """Make the changes that are not in doubt."""
    count = sum(each.refused is None for each in _bring_in(desk, reading.only_clear(), is_dry_run=False))
    close_dialogue(desk.dialogue, "stored", desk.turn.now)
    words = ngettext("{count} change is stored.", "{count} changes are stored.", count)
    return [say(words.format(count=count), commands.history())]


def _bring_in(desk: ImportDesk, reading: ChangesReading, *, is_dry_run: bool) -> list[Changed]:
    turn = desk.turn
    return bring_in_changes(
        turn.session, turn.province.id, turn.year_be, reading.rows, turn.now,
        by=turn.person.id, is_dry_run=is_dry_run,
    )  # fmt: skip
