"""The real process is told to stop while people write, and started again: every message is answered once."""

import socket
from pathlib import Path

import pytest

from benchmarks.running_bot import RunningBot, settings_of
from tests.threads import end_by_another_thread
from web.stand_in import LineStandIn

REPLY = "/v2/bot/message/reply"


@pytest.fixture
def line():
    with LineStandIn() as stand_in:
        yield stand_in


@pytest.fixture
def bot(line, tmp_path):
    settings = settings_of(tmp_path, line.channel_secret, line.access_token, line.base_url)
    made = RunningBot("bot", tmp_path, settings | {"THREADS": "2"})
    line.callback_url = made.callback_url
    made.start()
    yield made
    made.kill()


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

    assert bot.stop() < 10, bot.log()
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
    told = bot.process.pid
    if who == "the process that serves":
        (told,) = map(int, Path(f"/proc/{told}/task/{told}/children").read_text().split())
    end_by_another_thread(told)
    bot.process.wait(8)  # at once, and not when its time is up
    assert "Traceback" not in bot.log()


def test_killed_outright_it_still_answers_what_it_had_taken(bot, line):
    people = [line.add_friend(display_name=f"เจ้าหน้าที่ {number}") for number in range(6)]
    line.down()
    for one in people:
        line.say(one, "สวัสดี")
    bot.kill()
    line.up()

    bot.start()
    assert line.wait_for(lambda: all(answers(line, people)), 60), bot.log()
    assert answers(line, people) == [1] * len(people)
