"""ตั้งค่า: the few settings that an office changes by chat."""

from collections.abc import Sequence

from cards.card import Card, Choice
from cards.look.colours import GREY, Kind
from cards.look.frame import bubble, buttons
from cards.look.pieces import Piece, chip, columns, rows, small, words
from cards.plain import twin
from cards.views_calm import SettingLine
from i18n import _


def settings(lines: Sequence[SettingLine], *choices: Choice) -> Card:
    """Return the settings with what one types to change each."""
    title = _("Settings")
    told = [f"• {line.label}: {line.value}{_usual(line)} – {line.example}" for line in lines]
    hint = _("Nothing changes before you confirm it. Every change is written down.")
    return Card(
        alt=f"{title}: " + ", ".join(f"{line.label} {line.value}" for line in lines[:2]),
        text=twin([title, *told, hint], choices),
        contents=bubble(
            Kind.VIEW,
            title,
            *[_row(line) for line in lines],
            small(hint),
            kicker=_("The provincial office"),
            subtitle=_("Type the grey line with your own value"),
        ),
        choices=tuple(choices),
    )


def change_of_setting(label: str, before: str, after: str, effect: str, *choices: Choice) -> Card:
    """Return the question before a setting is changed."""
    title = _("Change this setting?")
    change = _("{label}: from {before} to {after}").format(label=label, before=before, after=after)
    return Card(
        alt=change,
        text=twin([title, change, effect], choices),
        contents=bubble(
            Kind.ASK,
            title,
            words(change, weight="bold", maxLines=4),
            small(effect),
            kicker=_("Settings"),
            foot=buttons(Kind.ASK, *choices),
        ),
    )


def _usual(line: SettingLine) -> str:
    return f" ({_('usual')})" if line.is_default else ""


def _row(line: SettingLine) -> Piece:
    head = columns(
        words(line.label, weight="bold", maxLines=2, flex=1),
        chip(_("usual"), GREY) if line.is_default else None,
        alignItems="center",
    )
    return rows(head, words(line.value, maxLines=2), small(line.example, maxLines=2), spacing="xs")
