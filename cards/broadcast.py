"""ประกาศ: an announcement of the provincial office, its preview, and who has answered that they read it."""

from collections.abc import Sequence

from cards.agency import phone_action
from cards.card import Card, Choice, say
from cards.look.colours import GREEN, WORK_BAR, Kind
from cards.look.figures import measured, share
from cards.look.frame import bubble, buttons
from cards.look.pieces import Piece, note, rows, rule, small, words
from cards.plain import shorten, twin
from cards.views_calm import HeardView
from i18n import _, ngettext
from thai import writing

SILENT_SHOWN = 10


def announcement(no: int, text: str, by: str, heard: Choice) -> Card:
    """Return the announcement as agencies get it; `heard` is the button that says it was read."""
    title = _("Announcement {no}").format(no=no)
    ask = _("Please tap the button once you have read it.")
    return Card(
        alt=shorten(f"{title}: {text}", 150).replace("\n", " "),
        text=twin([title, text, "", by, ask], [heard]),
        contents=bubble(
            Kind.ASK,
            title,
            words(text, size="md", maxLines=60),
            small(by),
            kicker=_("The provincial office"),
            foot=buttons(Kind.ASK, heard),
        ),
    )


def preview(text: str, cost: Sequence[str], main: Choice, *others: Choice) -> Card:
    """Return what would be sent, and what it costs to whom."""
    title = _("Send this announcement?")
    return Card(
        alt=shorten(f"{title} {text}", 150).replace("\n", " "),
        text=twin([title, text, "", *cost], [main, *others]),
        contents=bubble(
            Kind.ASK,
            title,
            note(shorten(text, 1_000), GREEN),
            *[words(line) for line in cost],
            kicker=_("The provincial office"),
            foot=buttons(Kind.ASK, main, *others),
        ),
    )


def heard(view: HeardView, *choices: Choice) -> Card:
    """Return who has answered an announcement and who has not, with telephones."""
    everybody = len(view.answered) + len(view.silent)
    title = _("Announcement {no}").format(no=view.no)
    count = _("{heard} of {all} have read it").format(heard=len(view.answered), all=everybody)
    sent = _("Sent {date} by {name}").format(date=writing.short_date(view.on), name=shorten(view.by, 60))
    silent = [_silent_line(each) for each in view.silent]
    missing = _("No answer yet:") if silent else None
    more = len(view.silent) - SILENT_SHOWN
    rest = ngettext("… and {count} person more", "… and {count} people more", more).format(count=more)
    percent = share(len(view.answered), everybody)
    return Card(
        alt=f"{title}: {count}",
        text=twin([title, shorten(view.text, 300), sent, count, missing, *silent], choices),
        contents=bubble(
            Kind.VIEW if silent else Kind.DONE,
            title,
            words(shorten(view.text, 200), maxLines=4),
            measured(_("Have read it"), f"{len(view.answered)} / {everybody}", percent, WORK_BAR),
            rule() if silent else None,
            words(missing, weight="bold") if missing else None,
            *[_silent(each) for each in view.silent[:SILENT_SHOWN]],
            small(rest) if more > 0 else None,
            kicker=_("The provincial office"),
            subtitle=sent,
            foot=[*buttons(Kind.VIEW, *choices)] if choices else (),
        ),
    )


def announced(no: int, people: int) -> Card:
    words_ = ngettext(
        "Announcement {no} is on its way to {count} person.",
        "Announcement {no} is on its way to {count} people.",
        people,
    )
    see = _("Who has read it: type {word}").format(word=f"{_('announce')} {no}")
    return say(
        f"{words_.format(no=no, count=people)}\n{see}",
        Choice(_("Announcement {no}").format(no=no), f"{_('announce')} {no}"),
    )


def no_announcement() -> Card:
    example = _("announce Please send the photos of the sites by Friday.")
    return say(
        _("Nothing has been announced yet. To announce something, type: {example}").format(example=example)
    )


def _silent_line(person: tuple[str, str, str]) -> str:
    name, agency, phone = person
    return "• " + " · ".join(part for part in (shorten(name, 60), shorten(agency, 80), phone) if part)


def _silent(person: tuple[str, str, str]) -> Piece:
    name, agency, phone = person
    action = phone_action(phone, name)
    under = " · ".join(part for part in (agency, phone) if part)
    piece = rows(
        words(shorten(name, 60)), small(shorten(under, 120), maxLines=2) if under else None, spacing="none"
    )
    return {**piece, "action": action} if action else piece
