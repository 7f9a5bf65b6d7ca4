"""ที่มา: where a paper's figure comes from, back to the reports, the messages and the photos of officers."""

from cards import papers_trace as cards
from cards.card import Card
from cards.notes import refusal
from documents.papers.trace import Behind, Figure, behind, figure, figures
from handlers.papers.menu import may_write
from handlers.report.desk import typed_key
from handlers.turn import Turn
from i18n import LANGUAGES, _, speaking
from models.access import Seen, note_views
from models.inbox import event_of_message
from models.paper import CODE_LETTERS, LETTERS, Paper, paper_coded
from models.person import Person


def answer_typed(turn: Turn, text: str) -> list[Card] | None:
    """Return what stands behind the paper or the figure that is named; None where the text is something else."""
    # The code is taken as typed: what reads reports would mend letters that stand in a row.
    word, code, *rest = [*text.split(maxsplit=2), "", ""][:3]
    for language in LANGUAGES if _is_code(code) else ():
        with speaking(language):
            if typed_key(word) == typed_key(_("origin")):
                return _answer(turn, code, "".join(rest).strip())
    return None


def _is_code(code: str) -> bool:
    letters = code.upper().replace("-", "")
    return len(letters) == CODE_LETTERS and all(letter in LETTERS for letter in letters)


def _answer(turn: Turn, code: str, cell: str) -> list[Card]:
    if not may_write(turn):
        return [refusal(_("Only the provincial office can have official papers made."))]
    paper = paper_coded(turn.session, code)
    if paper is None or paper.province_id != turn.province.id:
        return [refusal(_("There is no paper with the code {code}.").format(code=code.upper()))]
    if not cell:
        whole = [each for each in figures(paper) if not cards.number_of(each)]
        return [cards.whole(paper.code, whole, _first_number(paper))]
    if cell.isdecimal():
        own = [each for each in figures(paper) if cards.number_of(each) == cell]
        return [cards.of_activity(paper.code, cell, own)] if own else [_unknown(paper, cell)]
    found = _found(paper, cell)
    return [_behind(turn, paper, found)] if found else [_unknown(paper, cell)]


def _found(paper: Paper, said: str) -> Figure | None:
    """Return the figure by what people call it, by its own name, or by its cell of the workbook."""
    wanted = typed_key(said)
    for language in LANGUAGES:
        with speaking(language):
            for each in figures(paper):
                if wanted == typed_key(cards.called(each)) or said.casefold() == each.name.casefold():
                    return each
    return figure(paper, said if "!" in said else said.upper())


def _behind(turn: Turn, paper: Paper, found: Figure) -> Card:
    rows = behind(turn.session, found)
    own = [each.id for each in turn.own_activities]
    seen = [row.activity.id for row in rows[: cards.MOST_REPORTS]]
    note_views(turn.session, turn.person, Seen.HISTORY, seen, own, turn.now)
    shown = [
        cards.Source(
            row.activity.no, row.report.period, row.report.receipt_no or "", row.report.sent_at,
            _name(turn, row), _words(turn, row), len(row.photos),
        )
        for row in rows[: cards.MOST_REPORTS]
    ]  # fmt: skip
    return cards.sources(paper.code, found, shown, len(rows))


def _name(turn: Turn, row: Behind) -> str:
    person = turn.session.get(Person, row.report.reporter_id) if row.report.reporter_id else None
    return (person.name if person else None) or _("unknown")


def _words(turn: Turn, row: Behind) -> str:
    """Return what the officer wrote, as long as messages are kept."""
    person = turn.session.get(Person, row.report.reporter_id) if row.report.reporter_id else None
    if person is None or row.report.source_unsent_at is not None:
        return ""
    lane = f"{person.channel}:{person.line_user_id}"
    events = [event_of_message(turn.session, lane, str(each)) for each in row.report.message_ids]
    said = [(each.event().get("message") or {}).get("text") for each in events if each and each.body]
    return " / ".join(words for words in said if isinstance(words, str))


def _first_number(paper: Paper) -> str:
    return next((no for each in figures(paper) if (no := cards.number_of(each))), "")


def _unknown(paper: Paper, cell: str) -> Card:
    words = _("Paper {code} has no figure “{cell}”.").format(code=paper.code, cell=cell)
    return refusal(words)
