"""A report that is being made: what was said so far of each activity, kept in the dialogue's stored state."""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from rules.cause import Cause
from rules.figures import Figures
from rules.status import Status
from thai.reading import Mode


class Question(StrEnum):
    """What the bot asks next. The words are those that thai.understand knows as bot_prompt."""

    ACTIVITY = "ASK_ACTIVITY"
    STATUS = "ASK_STATUS"
    DISBURSED = "ASK_DISBURSED"
    PROGRESS = "ASK_PROGRESS"
    CAUSE = "ASK_CAUSE"
    REMAINDER = "ASK_REMAINDER"
    FIX = "ASK_FIX"
    CONFIRM = "CONFIRM"


NOTHING_SAID = Figures()


@dataclass(frozen=True)
class Item:
    """One activity in the draft. Figures hold only what was said; `no` is None until it is known which activity.

    `amount_satang` is the amount as it was said, `mode` how it was read; `guided` asks every question, words only what
    is missing; `passed` are questions that the officer answered with "as before".
    """

    no: int | None
    period: date
    as_of: date | None = None
    said: Figures = NOTHING_SAID
    amount_satang: int | None = None
    mode: Mode | None = None
    is_no_change: bool = False
    is_correction: bool = False
    guided: bool = False
    passed: tuple[Question, ...] = ()
    how_read: tuple[str, ...] = ()
    candidates: tuple[int, ...] = ()

    def saying(self, **figures: Any) -> "Item":
        """Return the item with these figures said; it is then no longer a "no change"."""
        return replace(self, said=replace(self.said, **figures), is_no_change=False)

    def passing(self, question: Question) -> "Item":
        return replace(self, passed=(*self.passed, question))


@dataclass(frozen=True)
class Draft:
    """All that the conversation knows. `serial` counts the cards shown: a tap on an earlier confirm card stores nothing.

    `forced` is a question opened by "fix" for the activity in `focus`; `trail` is what "back" goes back through;
    `offered` maps the words of every button now shown to what it does; `order_id` is the order whose answer said it.
    """

    items: tuple[Item, ...] = ()
    focus: int | None = None
    forced: Question | None = None
    asking: Question | None = None
    serial: int = 0
    trail: tuple[tuple[int, str], ...] = ()
    offered: dict[str, str] = field(default_factory=dict)
    message_ids: tuple[str, ...] = ()
    remark: str | None = None
    order_id: int | None = None

    def item(self, no: int | None) -> Item | None:
        return next((item for item in self.items if item.no == no), None)

    def with_item(self, item: Item) -> "Draft":
        """Return the draft with this activity's item put in, or put in the place of its older one."""
        kept = [item if old.no == item.no else old for old in self.items]
        return replace(self, items=tuple(kept if self.item(item.no) else [*kept, item]))

    def without(self, no: int | None) -> "Draft":
        return replace(self, items=tuple(item for item in self.items if item.no != no))

    def numbers(self) -> Iterator[int]:
        return (item.no for item in self.items if item.no is not None)


_OF_DRAFT, _OF_ITEM, _OF_FIGURES = (
    tuple(each.name for each in fields(kind)) for kind in (Draft, Item, Figures)
)


def to_json(draft: Draft) -> dict[str, Any]:
    """Return the draft as plain JSON for the dialogue's row."""
    plain = {name: getattr(draft, name) for name in _OF_DRAFT}
    plain["items"] = [_item_to_json(item) for item in draft.items]
    return plain


def from_json(state: dict[str, Any]) -> Draft:
    """Read a stored draft back."""
    return Draft(
        items=tuple(_item_from_json(item) for item in state.get("items", ())),
        focus=state.get("focus"),
        forced=_question(state.get("forced")),
        asking=_question(state.get("asking")),
        serial=state.get("serial", 0),
        trail=tuple((no, name) for no, name in state.get("trail", ())),
        offered=dict(state.get("offered", {})),
        message_ids=tuple(state.get("message_ids", ())),
        remark=state.get("remark"),
        order_id=state.get("order_id"),
    )


def _item_to_json(item: Item) -> dict[str, Any]:
    plain = {name: getattr(item, name) for name in _OF_ITEM}
    plain["period"] = item.period.isoformat()
    plain["as_of"] = item.as_of.isoformat() if item.as_of else None
    plain["said"] = figures_to_json(item.said)
    return plain


def _item_from_json(plain: dict[str, Any]) -> Item:
    return Item(
        **{
            **plain,
            "period": date.fromisoformat(plain["period"]),
            "as_of": date.fromisoformat(plain["as_of"]) if plain["as_of"] else None,
            "said": figures_from_json(plain["said"]),
            "mode": Mode(plain["mode"]) if plain["mode"] else None,
            "passed": tuple(Question(word) for word in plain["passed"]),
            "how_read": tuple(plain["how_read"]),
            "candidates": tuple(plain["candidates"]),
        }
    )


def figures_to_json(figures: Figures) -> dict[str, Any]:
    plain = {name: getattr(figures, name) for name in _OF_FIGURES}
    plain["progress_percent"] = None if figures.progress_percent is None else str(figures.progress_percent)
    plain["causes"] = None if figures.causes is None else list(figures.causes)
    return plain


def figures_from_json(plain: dict[str, Any]) -> Figures:
    percent, causes = plain["progress_percent"], plain["causes"]
    return Figures(
        **{
            **plain,
            "status": Status(plain["status"]) if plain["status"] else None,
            "progress_percent": None if percent is None else Decimal(percent),
            "causes": None if causes is None else tuple(Cause(cause) for cause in causes),
        }
    )


def _question(word: str | None) -> Question | None:
    return Question(word) if word else None
