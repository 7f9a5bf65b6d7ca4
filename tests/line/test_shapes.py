"""What is let pass at a glance is what LINE takes: every card that we send fits, and nothing that LINE would refuse."""

import json

import pytest

from line.limits import faults
from line.shapes import fits
from tests.cards.gallery import gallery
from tests.line import test_limits
from tests.line.test_limits import BUTTON, TEXT, WORDS, bubble, carousel, flex

REFUSED = next(
    mark.args[1]
    for mark in test_limits.test_what_line_refuses_is_named.pytestmark
    if mark.name == "parametrize"
)


def written(messages):
    return json.dumps(messages, ensure_ascii=False).encode(errors="surrogatepass")


def test_our_cards_are_known_by_their_shape():
    messages = {name: [card.message()] for name, card in gallery().items()}
    assert [name for name, each in messages.items() if faults(each)] == []
    strangers = [name for name, each in messages.items() if not fits(written(each))]
    assert len(strangers) * 20 <= len(messages), strangers


@pytest.mark.parametrize(("messages", "says"), REFUSED, ids=[says for _messages, says in REFUSED])
def test_what_line_refuses_does_not_fit(messages, says):
    assert not fits(written(messages)), says


@pytest.mark.parametrize(
    "messages",
    [
        [TEXT | {"text": "ก" * 2501}],
        [flex(bubble(BUTTON | {"action": BUTTON["action"] | {"label": "1" * 41}}))],
        [flex(bubble({"type": "text", "text": "ก", "contents": [BUTTON | {"action": {}}]}))],
        [flex(bubble({"type": "box", "layout": "baseline", "contents": []}))],
        [carousel(WORDS), flex(bubble({"type": "text", "text": "ก" * 11_000}))],
        [carousel(WORDS, bubble({"type": "text", "text": "ก" * 11_000}))],
        [carousel(*[bubble({"type": "text", "text": "ก" * 1500})] * 12)],
        [
            carousel(
                bubble(*[{"type": "text", "text": word} for word in ("ก" * 6000, "bubble", "ก" * 6000)]), {}
            )
        ],
        {"type": "text"},
        "no messages",
    ],
    ids=str,
)
def test_what_may_be_too_much_is_left_to_those_who_look_closely(messages):
    assert not fits(written(messages))


def test_large_carousels_of_small_bubbles_fit():
    large = [carousel(*[bubble({"type": "text", "text": "ก" * 1200})] * 12)]
    assert len(written(large)) > 40_000 and faults(large) == []
    assert fits(written(large))


@pytest.mark.parametrize("others", [1, 2, 5, 11])
@pytest.mark.parametrize("letters", [1, 10, 200, 500])
def test_a_bubble_that_is_too_long_is_found_wherever_it_stands(others, letters):
    short, long = (bubble({"type": "text", "text": "ก" * each}) for each in (letters, 10_300))
    for before in range(others + 1):
        messages = [TEXT, carousel(*[short] * before, long, *[short] * (others - before))]
        assert len(written(messages)) > 30_000 and faults(messages)
        assert not fits(written(messages))
