"""A paper is made in chat: links to its files, and what can be done with it."""

from cards import papers as cards
from cards.card import Card, Choice
from cards.papers_trace import ask_trace
from documents.papers.completion import NAME as COMPLETION
from documents.papers.inputs import from_json
from documents.papers.keying import NAME as KEYING
from documents.papers.made import make_paper
from documents.papers.offers import Offer
from handlers.links import OUTSIDE_LINE, own_token
from handlers.papers import keying, wording
from handlers.turn import Turn
from i18n import _
from models.dialogue import begin_dialogue
from models.paper import Paper

LINK = "papers"
MOST_CHOICES = 13


def made(turn: Turn, offer: Offer) -> Card:
    """Make a paper and return its links, with what the office may do about it."""
    paper = make_paper(turn.session, offer.form, offer.ask, turn.now, turn.person.id)
    links, more = _links(turn, offer, paper), [ask_trace(paper.code)]
    words, drafts = None, []
    if offer.form.sections:
        dialogue = begin_dialogue(turn.session, turn.person.id, wording.KIND, {"paper": offer.key}, turn.now)
        words = Choice(_("Wording"), _("wording"), f"d:{dialogue.token}:words")
        wording.offer_taps(turn, dialogue, [words])
        drafts = [row.no for row in wording.rows_of(turn, offer, dialogue.token) if row.is_draft]
    elif offer.form.name == KEYING:
        more += keying.begin(turn, offer, paper)
    elif offer.form.name == COMPLETION and offer.ask.activity_no is None:
        more += _each_activity(offer, paper)
    return cards.made(offer.label, offer.ask.as_of, paper.code, links, drafts, words, more[:MOST_CHOICES])


def _links(turn: Turn, offer: Offer, paper: Paper) -> list[tuple[str, str]]:
    base = f"{turn.house.settings.public_url}/papers/{own_token(turn, LINK, paper.code)}"
    return [(kind, f"{base}/{kind}?{OUTSIDE_LINE}") for kind in offer.form.kinds()]


def _each_activity(offer: Offer, paper: Paper) -> list[Choice]:
    """Return a button for the report of each activity alone."""
    numbers = [each["no"] for each in from_json(paper.inputs)["context"]["activities"]]
    return [
        Choice(_("Activity {no}").format(no=no), f"{_('documents')} {offer.form.title()} {no}")
        for no in numbers
    ]
