"""ล่าช้า: the activities that stand still, worst first. Those that nobody reported are another question."""

from cards.card import Card
from cards.fill import stalled_row
from cards.stalled import stalled
from handlers.answers.reach import numbers_in_reach, year_of
from handlers.turn import Turn
from rules.condition import Condition
from rules.permissions import Action
from rules.summary import worst_first
from thai.reading import Query

SHOWN = 10


def answer(turn: Turn, _query: Query) -> list[Card]:
    year = year_of(turn)
    seen = numbers_in_reach(turn, Action.SEE_STALLED)
    cases = [
        case
        for case in worst_first(year.lines, year.targets, turn.today)
        if case.activity_no in seen and case.judgement.condition is Condition.STANDING_STILL
    ]
    rows = [stalled_row(year.state(case.activity_no), case.judgement) for case in cases[:SHOWN]]
    return [stalled(rows, len(cases))]
