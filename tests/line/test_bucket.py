"""The rate stays under LINE's limit, also where several processes share it."""

import time

from line.bucket import BURST_SECONDS, SHARE_OF_LIMIT, Bucket

SLOW_MACHINE = 0.3  # seconds; a wrong share would be off by more than a second


def seconds_for(bucket, requests, sharers):
    """Return when the last of so many requests that come at once may be sent, in seconds from now."""
    began = time.monotonic()
    return max(bucket.take(sharers) + time.monotonic() - began for _ in range(requests))


def test_requests_that_come_at_once_are_spread_below_the_limit():
    bucket = Bucket(2000)
    assert abs(seconds_for(bucket, 2000, 1) - (1 / SHARE_OF_LIMIT - BURST_SECONDS)) < SLOW_MACHINE


def test_what_fits_is_not_held_up():
    assert Bucket(2000).take(1) == 0


def test_processes_have_equal_shares():
    shares = [Bucket(2000) for _ in range(4)]
    assert all(
        abs(seconds_for(bucket, 500, 4) - (1 / SHARE_OF_LIMIT - BURST_SECONDS)) < SLOW_MACHINE
        for bucket in shares
    )
