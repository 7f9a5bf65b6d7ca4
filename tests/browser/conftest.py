"""A real browser on the simulator, with a small bot that answers through the stand-in."""

import shutil
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.browser_cast import CAST, DemoClock
from tests.browser.pages_seen import Seen
from tests.browser.talking_bot import TalkingBot
from web.simulator import simulator_blueprint
from web.stand_in import LineStandIn
from web.stand_in.server import Server

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--force-color-profile=srgb"]
MISSING = "no Chromium: install one (`apt-get install chromium`) or run `playwright install chromium`"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A Chromium of this machine, else playwright's own; one clear failure where there is none.

    It ends with its file: while it runs, this thread has an event loop, and what pushes needs one of its own.
    """
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    with sync_playwright() as playwright:
        try:
            running = playwright.chromium.launch(executable_path=found, args=FLAGS)
        except Exception as error:
            pytest.fail(f"{MISSING} ({str(error).splitlines()[0]})", pytrace=False)
        yield running
        running.close()


@pytest.fixture
def clock() -> DemoClock:
    return DemoClock()


@pytest.fixture
def line(clock: DemoClock) -> Iterator[LineStandIn]:
    with LineStandIn(clock.now, display_name="ตามงาน") as stand_in:
        yield stand_in


@pytest.fixture
def bot(line: LineStandIn, clock: DemoClock) -> TalkingBot:
    clock.bot = TalkingBot(line)
    return clock.bot


@pytest.fixture
def address(line: LineStandIn, clock: DemoClock, bot: TalkingBot) -> Iterator[str]:
    """Serve the simulator and the bot's webhook; return the simulator's address."""
    app = Flask("simulated", static_folder=None)
    app.register_blueprint(simulator_blueprint(line, lambda: CAST, clock))
    app.add_url_rule("/callback", "callback", bot.callback, methods=["POST"])
    server = Server(app)
    server.start()
    line.callback_url = server.url + "/callback"
    yield server.url.replace("127.0.0.1", "localhost") + "/simulator"
    server.stop()


@pytest.fixture
def seen() -> Seen:
    return Seen()


@pytest.fixture
def open_page(browser: Browser, address: str, seen: Seen) -> Iterator[Callable[..., Page]]:
    """Open the simulator: open_page(width=1280, height=860, path=""). Faults of the page fail the test."""
    contexts: list[Any] = []

    def do(width: int = 1280, height: int = 860, path: str = "", **options: Any) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, locale="th-TH", **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        seen.watch(page)
        page.goto(address + path)
        page.wait_for_selector(".person.open")
        return page

    yield do
    for context in contexts:
        context.close()
    assert seen.faults == []


@pytest.fixture
def page(open_page: Callable[..., Page]) -> Page:
    return open_page()


@pytest.fixture(autouse=True)
def threads_end() -> Iterator[None]:
    """No test leaves a thread that still talks to a stopped server."""
    yield
    for thread in threading.enumerate():
        if thread.name == "talking-bot":
            thread.join(2)
