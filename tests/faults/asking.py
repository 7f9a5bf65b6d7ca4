"""Everybody asks a question at the same moment, each in a webhook of its own."""

import threading
import time

from sqlalchemy import select

from models.inbox import Event, Handled
from tests.office import CAST, user_id


def one_question_each(line):
    with line.holding() as held:
        for name in CAST:
            line.say(user_id(name), "ช่วยเหลือ")
    return held


def at_once(line, events):
    """Post each event in a body of its own, all at the same moment; return the statuses, and the seconds until all were there."""
    statuses = {}

    def post(number, each):
        statuses[number] = line.deliver([each])

    began = time.monotonic()
    threads = [threading.Thread(target=post, args=pair) for pair in enumerate(events)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [statuses[number] for number in range(len(events))], time.monotonic() - began


def stored(house):
    with house.db.read() as session:
        return {row.webhook_event_id: row.state for row in session.scalars(select(Event))}


def assert_each_answered_once(house, line, events):
    assert house.work.drain()
    assert stored(house) == {each["webhookEventId"]: Handled.DONE for each in events}
    for name in CAST:
        assert [each["from"] for each in line.conversation(user_id(name))].count("bot") == 1
