"""One case as a card: asked of the officer, told to the head and the office, warned of the summary, or looked at."""

from collections.abc import Sequence

from cards import case_words
from cards.card import Card, Choice
from cards.case_views import CaseView, Part
from cards.look.colours import AMBER, BLUE, GREEN, RED, Kind, Tint
from cards.look.frame import bubble, carousel
from cards.look.pieces import Piece, button, fact, grid, note, small, words
from cards.plain import shorten, twin
from cards.views_office import Contact
from i18n import _, ngettext
from rules.ladder import Level
from thai import writing

MOST = 10
WHOLE_IN_TEXT = 3  # more of them in full would be cut at LINE's 5,000 letters


def case_card(view: CaseView, part: Part, choices: Sequence[Choice] | None = None) -> Card:
    """Return one case for one reader; `choices` are the buttons where not those usual for the part."""
    return cases_card([(view, part)], None if choices is None else {view.case_id: choices})


def cases_card(
    told: Sequence[tuple[CaseView, Part]], choices: dict[int, Sequence[Choice]] | None = None
) -> Card:
    """Return ALL that one person is told today as one message, the most severe first; what is too much is counted."""
    ordered = sorted(told, key=lambda each: (-each[0].severity.exact, each[0].no))
    own = {view.case_id: (choices or {}).get(view.case_id, _usual(view, part)) for view, part in ordered}
    shown = ordered[:MOST]
    bubbles = [case_bubble(view, part, own[view.case_id]) for view, part in shown]
    told_in = _lines if len(shown) <= WHOLE_IN_TEXT else _brief
    lines = [line for view, part in shown for line in (*told_in(view, part), "")]
    every = [choice for view, _part in shown for choice in own[view.case_id]]
    more = _more(len(ordered) - len(shown))
    return Card(
        alt=shorten(_alt(ordered), 380),
        text=twin([*lines, *more], every),
        contents=carousel(bubbles),
        choices=(case_words.cases(),) if more else (),
    )


def case_bubble(view: CaseView, part: Part, choices: Sequence[Choice]) -> Piece:
    """Return one case; the first choice is the main button."""
    kind = Kind.ASK if part is Part.OFFICER else Kind.VIEW if part is Part.LOOKING else Kind.LATE
    main, others = choices[:1], choices[1:]
    return bubble(
        kind,
        title(view, part),
        words(shorten(view.name, 100), weight="bold", maxLines=3),
        note(view.evidence, RED, _("Evidence")) if view.evidence else None,
        *[small(f"• {sentence}", maxLines=3) for sentence in view.more[:3]],
        *[note(text, tint, head) for head, text, tint in _rests(view)],
        *[fact(label, value) for label, value in _facts(view)],
        small(weight, maxLines=3) if (weight := case_words.severity_words(view.severity)) else None,
        note(_ahead(view, part), AMBER) if _ahead(view, part) else None,
        *[note(_phone(contact), AMBER, _("Please phone")) for contact in view.to_phone[:3]],
        kicker=_kicker(view, part),
        subtitle=shorten(view.agency, 80),
        foot=[*[button(choice, kind.value) for choice in main], *grid(others)],
    )


def title(view: CaseView, part: Part) -> str:
    """Return what the card is about in one line."""
    if part is Part.WARNED and view.summary_on:
        day = f"{writing.weekday(view.summary_on)} {writing.short_date(view.summary_on)}"
        return _("Activity {no} will be in the governor's summary, {day}").format(no=view.no, day=day)
    if part is Part.OFFICER:
        return _("Activity {no}: how is it going?").format(no=view.no)
    return _("Activity {no} needs somebody").format(no=view.no)


def _kicker(view: CaseView, part: Part) -> str:
    return {
        Part.OFFICER: _("Asked of you only"),
        Part.HEAD: _("For the head of agency"),
        Part.OFFICE: _("For the provincial office"),
        Part.WARNED: _("Two working days' notice"),
    }.get(part, _("Case with {level}").format(level=case_words.level_name(view.level)))


def _usual(view: CaseView, part: Part) -> list[Choice]:
    """Return the buttons of a part; somebody who only looks has the history."""
    report, plan = case_words.report(view.no), case_words.plan(view)
    rest = [case_words.postpone(view), case_words.acknowledge(view)]
    return {
        Part.OFFICER: [report, plan, case_words.problem(view.no), *rest],
        Part.HEAD: [plan, report, *rest],
        Part.OFFICE: [
            case_words.acknowledge(view),
            case_words.letter(view),
            case_words.agenda(view),
            case_words.postpone(view),
        ],
        Part.WARNED: [report, plan],
    }.get(part, [case_words.case(view.no)])


def _rests(view: CaseView) -> list[tuple[str, str, Tint]]:
    found = [
        (_("Catch-up plan"), view.plan, _("until {date}"), GREEN),
        (_("Postponed"), view.snooze, _("until {date}"), BLUE),
        (_("The plan was not kept"), view.broken, _("noted on {date}"), RED),
        (_("Postponed before"), view.earlier, _("until {date}"), BLUE),
    ]
    return [(head, case_words.rest_words(said, rest), tint) for head, rest, said, tint in found if rest]


def _facts(view: CaseView) -> list[tuple[str, str]]:
    facts = [
        (_("Who can act"), case_words.actors_words(view)),
        (_("Letter"), view.letter_no or ""),
        (_("Agenda"), writing.short_date(view.agenda_on) if view.agenda_on else ""),
        (_("Open since"), writing.short_date(view.opened_on)),
    ]
    return [(label, value) for label, value in facts if value]


def _ahead(view: CaseView, part: Part) -> str:
    """Return what happens next if nothing moves: nobody is to be surprised."""
    if part is Part.WARNED:
        return _("A report that shows movement, or a catch-up plan before then, takes it off.")
    if view.next_level is None or view.next_on is None:
        return ""
    if view.next_level is Level.EXECUTIVE:
        words_ = _("Without movement or a plan it will be in the governor's summary of {day} {date}.")
    else:
        words_ = _("Without movement or a plan, {level} will be told on {day} {date}.")
    return words_.format(
        level=case_words.level_name(view.next_level),
        day=writing.weekday(view.next_on),
        date=writing.short_date(view.next_on),
    )


def _phone(contact: Contact) -> str:
    reason = _("the bot's messages do not arrive")
    return " · ".join(part for part in (contact.name, contact.phone, reason) if part)


def _lines(view: CaseView, part: Part) -> list[str]:
    """Return the whole card in plain words."""
    return [
        line
        for line in (
            title(view, part),
            f"{shorten(view.name, 200)} · {shorten(view.agency, 100)}",
            view.evidence,
            *[f"• {sentence}" for sentence in view.more],
            *[f"{head}: {text}" for head, text, _tint in _rests(view)],
            *[f"{label}: {value}" for label, value in _facts(view)],
            case_words.severity_words(view.severity),
            _ahead(view, part),
            *[f"{_('Please phone')}: {_phone(contact)}" for contact in view.to_phone],
        )
        if line
    ]


def _brief(view: CaseView, part: Part) -> list[str]:
    """Return the card in a few words: what, why, and what happens next."""
    lines = (
        f"{title(view, part)} · {shorten(view.name, 60)}",
        shorten(view.evidence, 150),
        _ahead(view, part),
    )
    return [line for line in lines if line]


def _alt(told: Sequence[tuple[CaseView, Part]]) -> str:
    view, part = told[0]
    if len(told) == 1:
        return f"{title(view, part)} · {view.evidence}"
    numbers = ", ".join(str(each.no) for each, _part in told[:12])
    return _("Cases: activities {numbers} · {evidence}").format(numbers=numbers, evidence=view.evidence)


def _more(count: int) -> list[str]:
    if count <= 0:
        return []
    return [ngettext("… and {count} more case", "… and {count} more cases", count).format(count=count)]
