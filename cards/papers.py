"""Official papers in chat: which can be had, the links to one, and the sections that the office words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cards.card import Card, Choice, say
from cards.look.colours import AMBER, Kind
from cards.look.frame import bubble
from cards.look.pieces import button, fact, note, rule, small
from cards.plain import shorten, twin
from i18n import _, ngettext
from thai import writing

LONGEST_LABEL = 40  # a button of a card
NAMES = {"docx": "Word", "pdf": "PDF", "xlsx": "Excel", "zip": "ZIP"}


@dataclass(frozen=True)
class PaperRow:
    """A paper that can be had: its name with round or day, and what is typed for it."""

    label: str
    typed: str


@dataclass(frozen=True)
class SectionRow:
    """A section as it stands: `words` is empty where nobody worded it and no report speaks for it."""

    no: str
    title: str
    words: str
    is_draft: bool
    choice: Choice | None = None


def offered(rows: Sequence[PaperRow], earlier_year: int | None = None) -> Card:
    """Return the papers as buttons, and one for those of an earlier year."""
    taps = [Choice(shorten(row.label, LONGEST_LABEL), row.typed) for row in rows]
    title, how = _("Official papers"), _("Tap one, and you get links to its files.")
    lines = [f"• {row.typed}" for row in rows]
    earlier = [] if earlier_year is None else [_of_year(earlier_year)]
    return Card(
        alt=title,
        text=twin([title, how, *lines], earlier),
        contents=bubble(Kind.VIEW, title, small(how), *[button(tap) for tap in taps]),
        choices=tuple(earlier),
    )


def _of_year(year_be: int) -> Choice:
    return Choice(_("Papers of {year}").format(year=year_be), f"{_('documents')} {year_be}")


def made(
    label: str,
    as_of: date,
    code: str,
    links: Sequence[tuple[str, str]],
    drafts: Sequence[str],
    words: Choice | None,
    more: Sequence[Choice] = (),
) -> Card:
    """Return the links to a paper. `links` are (ending, address), `drafts` the sections nobody approved yet.

    `words` opens the sections that the office words; `more` are further buttons.
    """
    facts = [(_("Figures as of"), writing.long_date(as_of)), (_("Code"), code)]
    yours = _("The links are yours alone and work for a day.")
    draft = _drafts(drafts)
    lines = [": ".join(each) for each in facts] + [f"{NAMES[kind]}: {address}" for kind, address in links]
    choices = [*([words] if words else []), *more]
    return Card(
        alt=_("{paper}, code {code}").format(paper=label, code=code),
        text=twin([label, *lines, yours, *([draft] if draft else [])], choices),
        contents=bubble(
            Kind.VIEW,
            label,
            *[fact(*each) for each in facts],
            *_open(links, draft),
            small(yours),
            *([button(words)] if words else []),
        ),
        choices=tuple(choices),
    )


def _open(links: Sequence[tuple[str, str]], draft: str) -> list[dict[str, object]]:
    """Return the buttons that open the files, below what is still a draft."""
    warned = [note(draft, AMBER)] if draft else []
    return [*warned, rule(), *[_link(NAMES[kind], address) for kind, address in links]]


def _drafts(drafts: Sequence[str]) -> str:
    if not drafts:
        return ""
    return ngettext(
        "Section {sections} is a draft from what officers reported. Look at it before it goes out.",
        "Sections {sections} are drafts from what officers reported. Look at them before they go out.",
        len(drafts),
    ).format(sections=", ".join(drafts))


def _link(label: str, address: str) -> dict[str, object]:
    action = {"type": "uri", "label": label, "uri": address}
    return {"type": "button", "style": "primary", "height": "sm", "color": Kind.VIEW.value, "action": action}


def sections(label: str, rows: Sequence[SectionRow]) -> Card:
    """Return the sections of a paper with how each stands, and a button for each."""
    title = _("Wording of {paper}").format(paper=label)
    lines = [f"{row.no} {row.title}: {_state(row)}" for row in rows]
    choices = [row.choice for row in rows if row.choice]
    return Card(
        alt=title,
        text=twin([title, *lines, _("To read or change a section, tap or type its number.")]),
        contents=bubble(
            Kind.VIEW,
            title,
            *[fact(f"{row.no} {row.title}", _state(row)) for row in rows],
            small(_("To read or change a section, tap or type its number.")),
        ),
        choices=tuple(choices[:13]),
    )


def _state(row: SectionRow) -> str:
    if row.is_draft:
        return _("draft")
    return _("worded") if row.words else _("blank")


def section(row: SectionRow, choices: Sequence[Choice]) -> Card:
    """Return one section's words and what can be done with them."""
    state = _state(row)
    shown = shorten(row.words, 3000) if row.words else _("Nothing is written here yet.")
    asked = _("Type the new words, an item on each line, or choose:")
    return say(twin([f"{row.no} {row.title} ({state})", shown, "", asked], choices), *choices)
