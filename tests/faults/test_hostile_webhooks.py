"""Ten thousand hostile webhooks at the real process: each gets its status, memory stays, and who writes meanwhile is served."""

import http.client
import itertools
import json
import socket
import time
from pathlib import Path

import pytest
from sqlalchemy import select

from benchmarks.running_bot import RunningBot, settings_of
from engine.database import Database
from models.inbox import Event
from tests.faults.disks import processes_of
from tests.faults.hostile import SOMEBODY, big_posts, hostile_posts

MANY = 10_000
# A signed megabyte of brackets is read, and takes so much for a moment; what is not signed is not read at all.
MOST_FOR_BIG_ONES_MB = 80
# Three times as many add little (their bodies, kept by mistake, would be eighty megabytes), but not nothing:
# each of the server's threads takes what a big one needs when it meets its first.
MOST_GROWTH_MB = 60


@pytest.fixture
def bot(tmp_path, living_line):
    given = settings_of(tmp_path, living_line.channel_secret, living_line.access_token, living_line.base_url)
    bot = RunningBot("bot", tmp_path, {**given, "THREADS": "2"})
    bot.start()
    living_line.callback_url = bot.callback_url
    yield bot
    bot.kill()


class Sender:
    """Posts to a bot over one connection, and over a new one where the bot has closed it."""

    def __init__(self, bot):
        self.connection = http.client.HTTPConnection("127.0.0.1", bot.port, timeout=10)

    def status_of(self, post):
        """Return the status; 413 also where the bot hung up in the middle of a body: its answer is lost on the way then."""
        headers = {} if post.signature is None else {"X-Line-Signature": post.signature.encode()}
        try:
            self.connection.request("POST", "/callback", body=post.body, headers=headers)
            answer = self.connection.getresponse()
            answer.read()
        except (BrokenPipeError, ConnectionResetError):
            self.connection.close()
            return 413
        return answer.status


def memory_mb(bot):
    """Return what the processes of a bot hold in memory (VmRSS), in megabytes."""
    lines = [
        line
        for pid in processes_of(bot.process.pid)
        for line in Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
        if line.startswith("VmRSS:")
    ]
    return sum(int(line.split()[1]) for line in lines) / 1024


def stored(bot):
    db = Database(bot.settings["DATABASE_URL"])
    with db.read() as session:
        found = list(session.scalars(select(Event.webhook_event_id)))
    db.close()
    return found


def wrong_ones(sender, posts):
    """Return what was answered otherwise than it should be, with the beginning of its body."""
    answered = ((post, sender.status_of(post)) for post in posts)
    return [(each.body[:60], each.status, status) for each, status in answered if status != each.status]


def test_ten_thousand_hostile_webhooks_and_a_good_one_now_and_then(bot, living_line):
    sender, posts = Sender(bot), hostile_posts(living_line)
    people = [living_line.add_friend(display_name=f"เจ้าหน้าที่ {number}") for number in range(4)]
    wrong, good, memory = [], [], []
    for person in people:
        good.append(living_line.say(person, "สวัสดี")["webhookEventId"])
        assert living_line.wait_for(lambda person=person: living_line.last(person), 20), bot.log()
        memory.append(memory_mb(bot))  # for the first time when all that an answer needs has been loaded
        wrong += wrong_ones(sender, itertools.islice(posts, MANY // len(people)))
        wrong += wrong_ones(sender, big_posts(living_line))
        memory.append(memory_mb(bot))

    assert wrong == []
    assert memory[1] - memory[0] < MOST_FOR_BIG_ONES_MB, memory
    assert max(memory) - memory[1] < MOST_GROWTH_MB, memory
    assert sorted(stored(bot)) == sorted(["big", *good]), "nothing twice, and nothing of the others"


def test_a_hundred_events_of_which_half_are_repeated_and_some_are_none(bot, living_line):
    person = living_line.add_friend(display_name="เจ้าหน้าที่")
    with living_line.holding() as held:
        for _ in range(50):
            living_line.unfollow(person)  # an event like others, and nobody answers it
    body = {"events": [*held, None, *reversed(held), {"type": "message"}, {"type": "message"}, [], *held]}
    for _ in range(3):
        assert living_line.post(json.dumps(body).encode()) == 200
    found = stored(bot)
    assert len(found) == len(set(found)) == len(held) + 1, (
        "two without an id and with the same content are one"
    )


def test_lies_about_the_length_and_slow_senders_keep_nobody_waiting(bot, living_line):
    head = "POST /callback HTTP/1.1\r\nHost: bot\r\nX-Line-Signature: {}\r\n"
    line_end = "\r\n"
    lies = [
        ("Content-Length: 500", b'{"events":[]}'),
        ("Content-Length: -1", b""),
        ("Content-Length: many", b""),
        ("Content-Length: 99999999999999999999", b"{}"),
        ("Content-Length: 2\r\nContent-Length: 500", b"{}"),
        ("Transfer-Encoding: chunked", b"fffffff\r\nabc"),
        ("Transfer-Encoding: chunked", b"not a length\r\n"),
        ("Content-Le", b""),
    ]
    open_ones = []
    for words, body in lies * 6:
        connection = socket.create_connection(("127.0.0.1", bot.port), timeout=5)
        text = head.format(living_line.signature(body)) + words + line_end * 2
        connection.sendall((text.encode() + body) if words != "Content-Le" else text.encode()[:-4])
        open_ones.append(connection)

    people = [living_line.add_friend(display_name=f"เจ้าหน้าที่ {number}") for number in range(5)]
    began = time.monotonic()
    good = [living_line.say(person, "สวัสดี")["webhookEventId"] for person in people]
    assert time.monotonic() - began < 5 * 2, "LINE waits for two seconds"
    assert living_line.wait_for(lambda: all(living_line.last(person) for person in people), 20), bot.log()
    for connection in open_ones:
        connection.close()
    assert sorted(stored(bot)) == sorted(good)
    assert SOMEBODY["userId"] not in bot.log()
