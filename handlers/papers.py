"""เอกสาร: the provincial office has official papers made, and words their sections before they go out."""

from itsdangerous import URLSafeTimedSerializer

from cards import papers as cards
from cards.card import Card, Choice
from cards.notes import old_button, refusal
from documents.papers.form import Section
from documents.papers.made import make_paper
from documents.papers.offers import Offer, offers
from handlers.access import scope_of
from handlers.report.desk import typed_key
from handlers.turn import Turn
from i18n import LANGUAGES, _, speaking
from models.dialogue import Dialogue, begin_dialogue, close_dialogue, dialogue_with_token, keep_state
from models.paper import Paper
from models.paper_text import set_paper_text
from rules.permissions import Action, Scope
from thai.commands import read_command

KIND = "papers"
SALT = "papers"
LINK_LIVES_SECONDS = 24 * 60 * 60
# LINE's own browser cannot save a file: this parameter makes it open the phone's.
OUTSIDE_LINE = "openExternalBrowser=1"
LONGEST_WORDS = 10_000


def begin(turn: Turn) -> list[Card]:
    """Return the papers that can be had now."""
    if not may_write(turn):
        return [refusal(_("Only the provincial office can have official papers made."))]
    rows = [cards.PaperRow(offer.label, _typed(offer)) for offer in _offers(turn)]
    return [
        cards.offered(rows)
        if rows
        else refusal(_("There is no plan of this year yet, so there is no paper."))
    ]


def answer_typed(turn: Turn, text: str) -> list[Card] | None:
    """Return the paper that "documents …" names, None where the text is something else."""
    typed, offer = typed_key(text), None
    for language in LANGUAGES:
        with speaking(language):
            if typed.startswith(typed_key(_("documents")) + " "):
                offer = next((each for each in _offers(turn) if typed_key(_typed(each)) == typed), None)
        if offer is not None:
            break
    if offer is None:
        return None
    return [_made(turn, offer)] if may_write(turn) else begin(turn)


def tap(turn: Turn, token: str, verb: str, arguments: list[str]) -> list[Card]:
    """Open the wording of a paper, one of its sections, or settle one; every tap is checked anew."""
    dialogue = dialogue_with_token(turn.session, turn.person.id, token)
    if dialogue is None or not may_write(turn):
        return [old_button()]
    offer = _offer(turn, dialogue)
    if offer is None or dialogue.closed_at is not None:
        return [old_button()]
    if verb == "words":
        return [_list_sections(turn, dialogue, offer)]
    section = next((each for each in offer.form.sections if each.name in arguments), None)
    if section is None:
        return [old_button()]
    if verb == "open":
        return [_open_section(turn, dialogue, offer, section)]
    if verb == "take":
        rows = _rows(turn, dialogue, offer)
        _store(turn, offer, section, next(row.words for row in rows if row.no == section.no))
    elif verb == "draft":
        _store(turn, offer, section, None)
    return [_list_sections(turn, dialogue, offer)]


def on_text(turn: Turn, dialogue: Dialogue, text: str) -> list[Card] | None:
    """Take the words of a button, the number of a section, or the new words of the one that is open."""
    data = (dialogue.state.get("offered") or {}).get(typed_key(text))
    if data:
        _mark, token, verb, *arguments = data.split(":")
        return tap(turn, token, verb, arguments)
    offer, name = _offer(turn, dialogue), dialogue.state.get("section")
    if offer is None or not may_write(turn) or read_command(text) is not None:
        close_dialogue(dialogue, "left", turn.now)
        return None
    section = next((each for each in offer.form.sections if each.name == name), None)
    if section is None:
        # Nothing was asked: the text speaks of something else, and the list stays open beside it.
        return None
    _store(turn, offer, section, text.strip()[:LONGEST_WORDS])
    return [_open_section(turn, dialogue, offer, section)]


def serializer(secret_key: str) -> URLSafeTimedSerializer:
    """Return what signs and reads links to papers."""
    return URLSafeTimedSerializer(secret_key, salt=SALT)


def may_write(turn: Turn) -> bool:
    return scope_of(turn, Action.WRITE_PAPERS) is Scope.PROVINCE


def _offers(turn: Turn) -> list[Offer]:
    return offers(turn.session, turn.province, turn.today)


def _offer(turn: Turn, dialogue: Dialogue) -> Offer | None:
    return next((each for each in _offers(turn) if each.key == dialogue.state.get("paper")), None)


def _typed(offer: Offer) -> str:
    return f"{_('documents')} {offer.label}"


def _made(turn: Turn, offer: Offer) -> Card:
    paper = make_paper(turn.session, offer.form, offer.ask, turn.now, turn.person.id)
    links = _links(turn, offer, paper)
    if not offer.form.sections:
        return cards.made(offer.label, offer.ask.as_of, paper.code, links, (), None)
    dialogue = begin_dialogue(turn.session, turn.person.id, KIND, {"paper": offer.key}, turn.now)
    words = Choice(_("Wording"), _("wording"), f"d:{dialogue.token}:words")
    _offer_taps(turn, dialogue, [words])
    drafts = [row.no for row in _rows(turn, dialogue, offer) if row.is_draft]
    return cards.made(offer.label, offer.ask.as_of, paper.code, links, drafts, words)


def _links(turn: Turn, offer: Offer, paper: Paper) -> list[tuple[str, str]]:
    token = serializer(turn.house.settings.secret_key).dumps(
        [turn.person.id, turn.person.link_generation, paper.code]
    )
    base = f"{turn.house.settings.public_url}/papers/{token}"
    return [(kind, f"{base}/{kind}?{OUTSIDE_LINE}") for kind in offer.form.kinds()]


def _list_sections(turn: Turn, dialogue: Dialogue, offer: Offer) -> Card:
    rows = _rows(turn, dialogue, offer)
    _offer_taps(turn, dialogue, [row.choice for row in rows if row.choice])
    return cards.sections(offer.label, rows)


def _open_section(turn: Turn, dialogue: Dialogue, offer: Offer, section: Section) -> Card:
    row = next(each for each in _rows(turn, dialogue, offer) if each.no == section.no)
    taps = [Choice(_("All sections"), _("wording"), f"d:{dialogue.token}:words")]
    if row.is_draft:
        taps.insert(
            0, Choice(_("Use the draft"), _("use the draft"), f"d:{dialogue.token}:take:{section.name}")
        )
    elif row.words:
        taps.insert(0, Choice(_("Back to the draft"), _("draft"), f"d:{dialogue.token}:draft:{section.name}"))
    _offer_taps(turn, dialogue, taps, section.name)
    return cards.section(row, taps)


def _offer_taps(turn: Turn, dialogue: Dialogue, taps: list[Choice], section: str | None = None) -> None:
    """Remember what the buttons say, so that it can be typed, and which section waits for words."""
    offered = {typed_key(each.text): each.data for each in taps}
    keep_state(dialogue, {"paper": dialogue.state["paper"], "section": section, "offered": offered}, turn.now)


def _rows(turn: Turn, dialogue: Dialogue, offer: Offer) -> list[cards.SectionRow]:
    """Return the sections as the paper would print them now."""
    with speaking("th"):
        gathered = offer.form.gather(turn.session, offer.ask)
    return [
        cards.SectionRow(
            section.no,
            section.title(),
            "\n".join(gathered.context["texts"][section.name]),
            section.name in gathered.drafts,
            Choice(section.no, section.no, f"d:{dialogue.token}:open:{section.name}"),
        )
        for section in offer.form.sections
    ]


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
