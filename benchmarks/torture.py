"""Kills the bot again and again while people write to it, and counts what was lost and what was said twice.

LINE delivers again what was not answered with 200, so every event of a round is delivered once more after the restart,
also those that had been stored. In the end everybody must have exactly one answer to each message.
"""

import random
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

from benchmarks.running_bot import RunningBot
from bot import build_house
from migrations import migrate
from samples.cast import cast
from samples.demo import load_demo
from settings import load
from web.stand_in import LineStandIn, redelivered

ROUNDS, PEOPLE, EACH = 8, 12, 6
# Each is answered with one message, whoever asks.
QUESTIONS = ("ฉันคือใคร", "ช่วยเหลือ", "กำหนดส่ง")
# A notice that a killed process was sending is taken up again when its lease of two minutes has run out.
SECONDS_TO_SETTLE = 180.0


def main() -> int:
    with tempfile.TemporaryDirectory() as folder, LineStandIn() as line:
        bot = RunningBot(Path(folder), line.channel_secret, line.access_token, line.base_url)
        line.callback_url = bot.callback_url
        people = move_in(bot, line)
        bot.start()
        try:
            for number in range(ROUNDS):
                torture(line, bot, people, number)
            return judge(line, people)
        finally:
            bot.kill()


def move_in(bot: RunningBot, line: LineStandIn) -> list[str]:
    """Put the demo's office into the bot's database, and return the ids of the people who will write."""
    house = build_house(load(bot.settings), threads=0)
    migrate(house.settings.database_url)
    load_demo(house, line.add_friend)
    house.db.close()
    return [member.line_user_id for member in cast()[:PEOPLE]]


def torture(line: LineStandIn, bot: RunningBot, people: list[str], number: int) -> None:
    """Let everybody write at once, kill the bot in the middle of it, start it, and deliver everything again."""
    events: list[dict[str, Any]] = []
    writers = [threading.Thread(target=_write, args=(line, person, number, events)) for person in people]
    for writer in writers:
        writer.start()
    time.sleep(random.uniform(0.05, 0.6))
    bot.kill()
    for writer in writers:
        writer.join()
    bot.start()
    random.shuffle(events)
    for event in events:
        while line.deliver([redelivered(event)]) != 200:
            time.sleep(0.1)
    print(f"round {number + 1} of {ROUNDS}: killed, {len(events)} messages delivered again", flush=True)


def judge(line: LineStandIn, people: list[str]) -> int:
    """Wait until the bot has come to rest; print what was lost or said twice, and return 1 where anything was."""
    wanted = ROUNDS * EACH
    until = time.monotonic() + SECONDS_TO_SETTLE
    while any(_answers(line, person) < wanted for person in people) and time.monotonic() < until:
        time.sleep(1)
    time.sleep(5)
    counts = [_answers(line, person) for person in people]
    lost = sum(max(0, wanted - count) for count in counts)
    twice = sum(max(0, count - wanted) for count in counts)
    print(
        f"{wanted * len(people)} messages, {ROUNDS} kills: {lost} without an answer, {twice} answered twice"
    )
    return 1 if lost or twice else 0


def _write(line: LineStandIn, person: str, number: int, events: list[dict[str, Any]]) -> None:
    for count in range(number, number + EACH):
        events.append(line.say(person, QUESTIONS[count % len(QUESTIONS)]))


def _answers(line: LineStandIn, person: str) -> int:
    return sum(entry["from"] == "bot" for entry in line.conversation(person))


if __name__ == "__main__":
    sys.exit(main())
