"""The visual language: readable colours, words beside colours, bars that tell no lies."""

from decimal import Decimal
from itertools import chain

import pytest

from cards.look import colours
from cards.look.figures import bar, share
from cards.views import CONDITIONS
from cards.wording import chips_of
from rules.status import Status
from tests.cards import cast
from tests.cards.line_rules import components

ON_TINTS = [tuple(tint) for tint in chain(colours.STATUS_TINT.values(), colours.CONDITION_TINT.values())]
ON_PAPER = [(ink, colours.PAPER) for ink in (colours.INK, colours.MUTED, colours.LATE_INK)]
ON_WASH = [(colours.INK, colours.WASH), (colours.MUTED, colours.WASH)]
ON_HEADERS = [(ink, kind.value) for kind in colours.Kind for ink in (colours.PAPER, colours.KICKER)]


@pytest.mark.parametrize(("ink", "ground"), ON_TINTS + ON_PAPER + ON_WASH + ON_HEADERS)
def test_every_ink_can_be_read_on_its_ground(ink: str, ground: str) -> None:
    lighter, darker = sorted((_luminance(ink), _luminance(ground)), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5


def test_every_state_and_condition_has_a_colour() -> None:
    assert set(colours.STATUS_TINT) == set(Status)
    assert set(colours.CONDITION_TINT) == set(CONDITIONS)


@pytest.mark.parametrize("status", [None, *Status])
def test_a_state_is_always_said_in_words_too(status: Status | None) -> None:
    words = [each["text"] for each in components(chips_of(cast.road_13(status=status))) if "text" in each]
    assert len(words[0]) > 3


@pytest.mark.parametrize(
    ("percent", "width"),
    [(Decimal(45), "45%"), (Decimal("14.72"), "14.72%"), (Decimal("0.01"), "1%"), (Decimal(130), "100%")],
)
def test_a_bar_is_as_long_as_its_percent_and_never_longer_than_the_whole(
    percent: Decimal, width: str
) -> None:
    assert bar(percent, "#000000")["contents"][0]["width"] == width


@pytest.mark.parametrize("percent", [None, Decimal(0), Decimal(-5)])
def test_nothing_done_is_an_empty_bar(percent: Decimal | None) -> None:
    assert bar(percent, "#000000")["contents"] == []


@pytest.mark.parametrize(
    ("part", "whole", "percent"),
    [(2_646_280, 18_000_000, "14.70"), (1, 3, "33.33"), (2, 3, "66.67"), (None, 3, "0"), (5, 0, "0")],
)
def test_share_of_the_budget(part: int | None, whole: int, percent: str) -> None:
    assert share(part, whole) == Decimal(percent)


def _luminance(color: str) -> float:
    channels = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
