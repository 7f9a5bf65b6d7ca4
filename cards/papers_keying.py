"""Below a keying sheet: what was keyed, and which figures stand in the fields of a system's screen."""

from collections.abc import Sequence

from cards.card import Card, Choice, say
from i18n import _
from thai.keying import SYSTEMS


def source_names() -> dict[str, str]:
    """Return what people call the figures that a field may take, in the language now spoken."""
    return {
        "activity_no": _("activity number"),
        "code": _("budget code"),
        "project": _("project"),
        "strategic_issue": _("strategic issue"),
        "funding_source": _("source of the budget"),
        "activity": _("activity's name"),
        "place": _("place"),
        "agency": _("agency in charge"),
        "budget": _("budget"),
        "disbursed": _("disbursed to date"),
        "committed": _("committed"),
        "remaining": _("remaining"),
        "left_over": _("left over"),
        "percent": _("percent disbursed"),
        "progress": _("percent of work"),
        "status": _("state of work"),
        "problem": _("problem"),
        "planned_start": _("planned start"),
        "planned_end": _("planned end"),
        "latitude": _("latitude"),
        "longitude": _("longitude"),
        "reported_as_of": _("reported as of"),
        "by_hand": _("by hand"),
    }


def keyed_button(token: str, system: str) -> Choice:
    words = _("Keyed {system}").format(system=SYSTEMS[system])
    return Choice(words, words, f"d:{token}:keyed:{system}")


def fields_button(token: str, system: str) -> Choice:
    words = _("Fields {system}").format(system=SYSTEMS[system])
    return Choice(words, words, f"d:{token}:fields:{system}")


def undo_button(token: str, system: str) -> Choice:
    return Choice(_("Not keyed yet"), _("not keyed yet"), f"d:{token}:unkeyed:{system}")


def forget_button(token: str, system: str) -> Choice:
    return Choice(_("First fields again"), _("first fields again"), f"d:{token}:forget:{system}")


def noted(system: str, code: str, undo: Choice) -> Card:
    words = _("Noted: sheet {code} was keyed into {system}. The next sheet shows only what changed since.")
    return say(words.format(code=code, system=SYSTEMS[system]), undo)


def taken_back(system: str) -> Card:
    return say(_("Taken back: {system} stands as before.").format(system=SYSTEMS[system]))


def fields(system: str, rows: Sequence[tuple[str, str]], choices: Sequence[Choice]) -> Card:
    """Return the fields in the order of the screen, and how they are changed."""
    names = source_names()
    lines = [f"{no}. {label} = {names[source]}" for no, (label, source) in enumerate(rows, start=1)]
    how = _(
        "To change them, type every field in the order of the screen, each on its line, as “field = figure”."
    )
    known = _("Figures: {names}").format(names=", ".join(names.values()))
    title = _("Fields of {system}").format(system=SYSTEMS[system])
    return say("\n".join([title, *lines, "", how, known]), *choices)


def unknown_source(said: str) -> Card:
    known = ", ".join(source_names().values())
    return say(
        _("“{said}” is no figure that I know. Nothing was changed.\nFigures: {names}").format(
            said=said, names=known
        )
    )


def not_taken(said: str) -> Card:
    return say(_("“{said}” cannot be a field. Nothing was changed.").format(said=said[:100]))
