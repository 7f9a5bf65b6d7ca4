"""The real process is told to stop while people write, and started again: every message is answered once."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
import urllib3

from web.stand_in import LineStandIn

ROOT = Path(__file__).parents[2]
REPLY = "/v2/bot/message/reply"


class Bot:
    """`python bot.py` on a port of its own, as Procfile starts it."""

    def __init__(self, line, folder):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.line, self.folder, self.process = line, folder, None
        line.callback_url = f"http://127.0.0.1:{self.port}/callback"

    def start(self):
        environment = {
            **os.environ,
            "LINE_CHANNEL_SECRET": self.line.channel_secret,
            "LINE_CHANNEL_ACCESS_TOKEN": self.line.access_token,
            "LINE_API_BASE": self.line.base_url,
            "LINE_DATA_API_BASE": self.line.base_url,
            "DATABASE_URL": f"sqlite:///{self.folder / 'tamngan.db'}",
            "DATA_DIR": str(self.folder),
            "PORT": str(self.port),
            "THREADS": "2",
            "BURST_SECONDS": "0",
        }
        log = (self.folder / "log").open("ab")
        self.process = subprocess.Popen(
            [sys.executable, "bot.py"],
            cwd=ROOT,
            env=environment,
            stdout=log,
            stderr=log,
            start_new_session=True,  # SIGKILL must reach the server's worker too, or it would go on answering
        )
        until = time.monotonic() + 40
        while not self.is_ready():
            assert self.process.poll() is None and time.monotonic() < until, self.log()
            time.sleep(0.1)

    def is_ready(self):
        try:
            answer = urllib3.request("GET", f"http://127.0.0.1:{self.port}/readyz", timeout=2, retries=False)
        except urllib3.exceptions.HTTPError:
            return False
        return answer.status == 200

    def stop(self, signal_number=signal.SIGTERM):
        """Send a signal and return the seconds until the process has ended."""
        began = time.monotonic()
        if signal_number == signal.SIGKILL:
            os.killpg(self.process.pid, signal_number)
        else:
            self.process.send_signal(signal_number)
        self.process.wait(30)
        return time.monotonic() - began

    def log(self):
        return (self.folder / "log").read_text(encoding="utf-8")[-3000:]


@pytest.fixture
def line():
    with LineStandIn() as stand_in:
        yield stand_in


@pytest.fixture
def bot(line, tmp_path):
    made = Bot(line, tmp_path)
    made.start()
    yield made
    if made.process.poll() is None:
        made.stop(signal.SIGKILL)


@pytest.fixture(params=["all sent", "half a request"])
def callers(request, bot):
    """Those who ask the bot for something besides LINE: none, or one who went away in the middle of asking."""
    if request.param == "all sent":
        yield
        return
    with socket.create_connection(("127.0.0.1", bot.port)) as caller:
        caller.sendall(b"POST /callback HTTP/1.1\r\nHost: bot\r\nContent-Length: 900\r\n\r\n{")
        yield


def answers(line, people):
    return [sum(each["from"] == "bot" for each in line.conversation(one)) for one in people]


def test_stopped_in_the_middle_of_answering_and_started_again(bot, callers, line):
    people = [line.add_friend(display_name=f"เจ้าหน้าที่ {number}") for number in range(6)]
    line.hang(2.0, REPLY)
    for one in 2 * people:  # one chat's second answer waits for the first
        line.say(one, "สวัสดี")
    assert line.wait_for(lambda: any(answers(line, people)) or line.requests, 10)

    assert bot.stop() < 11, bot.log()
    assert bot.process.returncode == 0
    in_hand = sum(answers(line, people))
    replies = [each for each in line.requests if each["path"] == REPLY]
    assert 0 < in_hand == len(replies) < 2 * len(people), "what was in hand was finished, nothing new begun"

    line.hang(0, REPLY)
    bot.start()
    assert line.wait_for(lambda: sum(answers(line, people)) == 2 * len(people), 20), bot.log()
    bot.stop()
    assert answers(line, people) == [2] * len(people)
    assert "Traceback" not in bot.log()


@pytest.mark.parametrize("who", ["the process that serves", "the process that watches it"])
def test_whichever_of_its_threads_the_kernel_tells_it_ends(bot, who):
    """What the kernel may do: the signal goes to another thread than the main one, which sleeps on."""
    told = bot.process.pid
    if who == "the process that serves":
        (told,) = map(int, Path(f"/proc/{told}/task/{told}/children").read_text().split())
    others = {int(each.name) for each in Path(f"/proc/{told}/task").iterdir()} - {told}
    os.kill(max(others), signal.SIGTERM)
    bot.process.wait(8)  # at once, and not when its time is up
    assert "Traceback" not in bot.log()


def test_killed_outright_it_still_answers_what_it_had_taken(bot, line):
    people = [line.add_friend(display_name=f"เจ้าหน้าที่ {number}") for number in range(6)]
    line.down()
    for one in people:
        line.say(one, "สวัสดี")
    bot.stop(signal.SIGKILL)
    line.up()

    bot.start()
    assert line.wait_for(lambda: all(answers(line, people)), 60), bot.log()
    assert answers(line, people) == [1] * len(people)
