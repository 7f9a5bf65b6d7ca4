"""A free reply that failed is repeated within seconds, while its token lives; one that is no text ends with its reason."""

from bot import build_house
from engine.clock import SettableClock
from engine.embedded import SWEEP_EVERY_SECONDS
from jobs.deliver import deliver
from models.notice import Notice, Sent, write_notice
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


def test_half_a_letter_costs_the_answer_but_leaves_a_reason(house, clock, line):
    with house.db.write() as session:
        notice_id = write_notice(
            session, channel="default", recipient=user_id("สมชาย"), kind="answer", key="1", reply_token="token",
            messages=[{"type": "text", "text": "ครึ่งเดียว \ud83d"}], now=clock.now(),
        )  # fmt: skip
    deliver(house, str(notice_id))
    with house.db.read() as session:
        notice = session.get_one(Notice, notice_id)
    assert notice.state is Sent.FAILED and "surrogate" in notice.error
    assert line.sent == []
