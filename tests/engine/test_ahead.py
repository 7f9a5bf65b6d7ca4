"""Making and doing at a time: in order, one part at a time, and nothing more once either fails."""

import threading

import pytest

from engine.ahead import MOST_MADE, made_ahead


def test_parts_are_done_in_their_order_and_their_ends_come_in_it():
    begun = []

    def do(part):
        begun.append(part)
        return part * 10

    assert list(made_ahead(range(20), do)) == [part * 10 for part in range(20)]
    assert begun == list(range(20))


def test_the_next_part_is_made_while_the_first_is_done():
    is_next_made = threading.Event()

    def parts():
        yield 1
        yield 2
        is_next_made.set()
        yield 3

    assert list(made_ahead(parts(), lambda part: is_next_made.wait(10) and part)) == [1, 2, 3]


def test_no_more_parts_are_made_than_may_lie_ready():
    made, gate = [], threading.Event()

    def parts():
        for part in range(10):
            made.append(part)
            if part == MOST_MADE + 2:
                assert gate.is_set(), "made while nothing was done"
            yield part

    def do(part):
        gate.wait(0.2)
        gate.set()
        return part

    assert list(made_ahead(parts(), do)) == made == list(range(10))


def test_a_single_part_is_done_where_it_was_made():
    assert list(made_ahead([1], lambda _part: threading.current_thread())) == [threading.current_thread()]
    assert list(made_ahead([], lambda part: part)) == []


def test_what_fails_while_it_is_done_ends_it_all():
    done, made = [], []

    def parts():
        for part in range(1000):
            made.append(part)
            yield part

    def do(part):
        if part == 3:
            raise ValueError("no room")
        done.append(part)

    with pytest.raises(ValueError, match="no room"):
        list(made_ahead(parts(), do))
    assert set(done) <= {0, 1, 2, 4, 5} and len(made) < 10


def test_what_fails_while_it_is_made_waits_for_what_is_being_done():
    done = []

    def parts():
        yield from range(3)
        raise ValueError("no such name")

    with pytest.raises(ValueError, match="no such name"):
        list(made_ahead(parts(), done.append))
    assert done == list(range(len(done))), "nothing is done afterwards, and nothing out of turn"
    assert not [each for each in threading.enumerate() if each.name.startswith("ahead")]
