"""The collector rests while anybody asks for it, and goes on afterwards, whatever happened."""

import gc
import threading

import pytest

from engine.uncollected import uncollected


def test_it_rests_until_the_last_is_done():
    begun, may_end = threading.Event(), threading.Event()

    def another():
        with uncollected():
            begun.set()
            assert may_end.wait(10)

    thread = threading.Thread(target=another)
    with uncollected():
        thread.start()
        assert begun.wait(10) and not gc.isenabled()
    assert not gc.isenabled(), "the other is at it still"
    may_end.set()
    thread.join(10)
    assert gc.isenabled()


def test_it_goes_on_after_a_failure():
    with pytest.raises(LookupError), uncollected():
        raise LookupError
    assert gc.isenabled()
