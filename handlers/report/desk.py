"""The desk at which one turn works on a draft: its lines looked up once, its buttons collected, its state kept."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, lru_cache, partial

from cards.card import Choice
from cards.fill import activity_view
from cards.views import ActivityView
from engine.clock import BANGKOK
from handlers.report.draft import Draft, Item, from_json, to_json
from handlers.report.line import Line
from handlers.turn import Turn
from models.dialogue import Dialogue, begin_dialogue, close_dialogue, keep_state
from models.overview import ActivityState
from models.plan import Activity
from models.treasury_figures import TreasuryFigures, latest_of
from rules.calendar import WorkCalendar
from rules.duty import period_asked, report_late_on
from rules.reporting_period import period_reported
from rules.role import Role
from thai.normalise import normalise

KIND = "report"


@dataclass
class Desk:
    """`draft` is replaced as the turn goes on and written back by keep()."""

    turn: Turn
    dialogue: Dialogue
    draft: Draft
    _offered: dict[str, str] = field(default_factory=dict)
    _treasury: dict[int, TreasuryFigures | None] = field(default_factory=dict)
    _looked_up: set[int] = field(default_factory=set)
    _lines: dict[int, Line] = field(default_factory=dict)

    @cached_property
    def calendar(self) -> WorkCalendar:
        return self.turn.calendar

    def activity(self, no: int) -> Activity | None:
        return self.turn.activity(no)

    def state(self, no: int) -> ActivityState:
        activity = self.activity(no)
        assert activity is not None, "a draft only holds activities of the plan"
        if no not in self._looked_up:
            self.look_up((no, *self.draft.numbers()))
        return self.turn.states([activity])[0]

    def look_up(self, numbers: Iterable[int]) -> None:
        """Ask how several activities stand in one question, and not for each by itself."""
        wanted = dict.fromkeys(numbers)
        found = [self.activity(no) for no in wanted]
        self.turn.states([activity for activity in found if activity is not None])
        self._looked_up.update(wanted)

    def line(self, item: Item) -> Line:
        assert item.no is not None
        known, state = self._lines.get(item.no), self.state(item.no)
        if known is not None and known.item is item and known.state is state:
            return known
        self._lines[item.no] = Line(
            item,
            state,
            self.turn.sent_at.date(),
            is_admin=Role.ADMIN in self.turn.roles,
            ask_treasury=partial(self.treasury, item.no),
        )
        return self._lines[item.no]

    def treasury(self, no: int) -> TreasuryFigures | None:
        """Return what the treasury last said of an activity."""
        if no not in self._treasury:
            wanted = {each: self.activity(each) for each in (no, *self.draft.numbers())}
            known = latest_of(self.turn.session, [each for each in wanted.values() if each is not None])
            self._treasury |= {each: known.get(one.id) if one else None for each, one in wanted.items()}
        return self._treasury[no]

    def lines(self) -> list[Line]:
        return [self.line(item) for item in self.draft.items if item.no is not None]

    def view(self, no: int, photos: int = 0) -> ActivityView:
        return activity_view(self.state(no), self.turn.today, self.calendar, photos)

    def new_item(self, no: int | None, *, guided: bool = False) -> Item:
        """Return an empty item for an activity, for the month that it would now report on."""
        latest = self.state(no).latest if no is not None else None
        period = period_reported(
            None, self.turn.today, latest.period if latest else None, self.late_on, self.turn.period
        )
        return Item(
            no=no, period=period, guided=guided, is_correction=bool(latest and latest.period == period)
        )

    @property
    def late_on(self) -> date:
        return report_late_on(self.turn.period, self.calendar)

    @property
    def was_left_in_an_earlier_month(self) -> bool:
        """Whether another month was asked for when somebody last touched this draft: what is added now is not of that."""
        touched_on = self.dialogue.touched_at.astimezone(BANGKOK).date()
        return period_asked(touched_on, self.calendar) < self.turn.period

    def tap(self, label: str, typed: str, *verb: object) -> Choice:
        """Return a button of this conversation; typing its words, or what is written on it, does the same."""
        data = ":".join(["d", self.dialogue.token, *map(str, verb)])
        self._offered[key_of_ours(typed)] = data
        self._offered.setdefault(key_of_ours(label), data)
        return Choice(label, typed, data)

    def keep(self) -> None:
        """Write the draft back, with the buttons that were just shown, and without the remark that was."""
        self.draft = replace(self.draft, offered=self._offered, remark=None)
        keep_state(self.dialogue, to_json(self.draft), self.turn.now)


def open_desk(turn: Turn, dialogue: Dialogue | None) -> Desk | None:
    """Sit down at a report that goes on; None where there is none, or only one of an old year's plan: that one ends."""
    if dialogue is None or dialogue.kind != KIND:
        return None
    desk = Desk(turn, dialogue, from_json(dialogue.state))
    known = tuple(item for item in desk.draft.items if item.no is None or desk.activity(item.no) is not None)
    if not known:
        close_dialogue(dialogue, "outdated", turn.now)
        return None
    desk.draft = replace(desk.draft, items=known)
    return desk


def new_desk(turn: Turn, draft: Draft) -> Desk:
    """Begin a new conversation; one that was open ends."""
    return Desk(turn, begin_dialogue(turn.session, turn.person.id, KIND, to_json(draft), turn.now), draft)


def typed_key(text: str) -> str:
    """Return the form in which typed words are compared with the words of a button."""
    return normalise(text).clean.strip().casefold()


# Buttons say the same few words all the time.
key_of_ours = lru_cache(maxsize=4096)(typed_key)
