"""Delivery with its threads running: a free reply that failed is repeated within seconds, while its token lives."""

from bot import build_house
from engine.clock import SettableClock
from engine.embedded import SWEEP_EVERY_SECONDS
from tests.office import user_id


def test_a_reply_is_repeated_without_waiting_for_the_sweep(house, clock, office, phones, line):
    line.reset_connections(1, "/v2/bot/message/reply")
    line.say(user_id("สมชาย"), "ช่วยเหลือ")
    running = build_house(house.settings, clock=SettableClock(start=clock.now()), threads=2)
    running.work.start()
    try:
        assert line.wait_for(lambda: line.sent, SWEEP_EVERY_SECONDS - 2)
    finally:
        running.work.stop()
        running.db.close()
    assert [row["how"] for row in line.sent] == ["reply"]
