"""The sections of a paper that the office words: read, taken over from the draft, or typed anew."""

from cards import papers as cards
from cards.card import Card, Choice
from cards.notes import old_button
from documents.papers.form import Section
from documents.papers.offers import Offer, every_offer
from handlers.report.desk import typed_key
from handlers.turn import Turn
from i18n import _, speaking
from models.dialogue import Dialogue, keep_state
from models.paper_text import set_paper_text
from thai.commands import read_command

KIND = "papers"
LONGEST_WORDS = 10_000


def tap(turn: Turn, dialogue: Dialogue, verb: str, arguments: list[str]) -> list[Card] | None:
    """Open the wording of a paper, one of its sections, or settle one; None for other verbs."""
    offer = offer_of(turn, dialogue)
    if offer is None:
        return [old_button()]
    if verb == "words":
        return [_list_sections(turn, dialogue, offer)]
    section = next((each for each in offer.form.sections if each.name in arguments), None)
    if section is None:
        return None
    if verb == "open":
        return [_open_section(turn, dialogue, offer, section)]
    if verb == "take":
        rows = rows_of(turn, offer, dialogue.token)
        _store(turn, offer, section, next(row.words for row in rows if row.no == section.no))
    elif verb == "draft":
        _store(turn, offer, section, None)
    return [_list_sections(turn, dialogue, offer)]


def on_text(turn: Turn, dialogue: Dialogue, text: str) -> list[Card] | None:
    """Take the new words of the section that is open; None where none is."""
    offer, name = offer_of(turn, dialogue), dialogue.state.get("section")
    section = next((each for each in offer.form.sections if each.name == name), None) if offer else None
    if offer is None or section is None or read_command(text) is not None:
        return None
    _store(turn, offer, section, text.strip()[:LONGEST_WORDS])
    return [_open_section(turn, dialogue, offer, section)]


def offer_of(turn: Turn, dialogue: Dialogue) -> Offer | None:
    """Return the paper that a conversation is about, as it can be had today."""
    found = every_offer(turn.session, turn.province, turn.today)
    return next((each for each in found if each.key == dialogue.state.get("paper")), None)


def offer_taps(turn: Turn, dialogue: Dialogue, taps: list[Choice], section: str | None = None) -> None:
    """Remember what the buttons say, so that it can be typed, and which section waits for words."""
    offered = {typed_key(each.text): each.data for each in taps}
    keep_state(dialogue, {"paper": dialogue.state["paper"], "section": section, "offered": offered}, turn.now)


def rows_of(turn: Turn, offer: Offer, token: str) -> list[cards.SectionRow]:
    """Return the sections as the paper would print them now."""
    with speaking("th"):
        gathered = offer.form.gather(turn.session, offer.ask)
    return [
        cards.SectionRow(
            section.no,
            section.title(),
            "\n".join(gathered.context["texts"][section.name]),
            section.name in gathered.drafts,
            Choice(section.no, section.no, f"d:{token}:open:{section.name}"),
        )
        for section in offer.form.sections
    ]


def _list_sections(turn: Turn, dialogue: Dialogue, offer: Offer) -> Card:
    rows = rows_of(turn, offer, dialogue.token)
    offer_taps(turn, dialogue, [row.choice for row in rows if row.choice])
    return cards.sections(offer.label, rows)


def _open_section(turn: Turn, dialogue: Dialogue, offer: Offer, section: Section) -> Card:
    row = next(each for each in rows_of(turn, offer, dialogue.token) if each.no == section.no)
    taps = [Choice(_("All sections"), _("wording"), f"d:{dialogue.token}:words")]
    if row.is_draft:
        taps.insert(
            0, Choice(_("Use the draft"), _("use the draft"), f"d:{dialogue.token}:take:{section.name}")
        )
    elif row.words:
        taps.insert(0, Choice(_("Back to the draft"), _("draft"), f"d:{dialogue.token}:draft:{section.name}"))
    offer_taps(turn, dialogue, taps, section.name)
    return cards.section(row, taps)


def _store(turn: Turn, offer: Offer, section: Section, words: str | None) -> None:
    ask = offer.ask
    set_paper_text(
        turn.session,
        ask.province.id,
        ask.year_be,
        offer.form.name,
        ask.part,
        section.name,
        words,
        turn.now,
        turn.person.id,
    )
