"""What the web process carries from its start: nothing that only operators, papers, pictures and imports need."""

import json
import os
import subprocess
import sys
from pathlib import Path

from flask import Flask
from werkzeug.test import Client

from web.front import PAGES
from web.pages import add_pages
from wiring import served

ROOT = Path(__file__).parents[2]
HEAVY = (
    "linebot", "holidays", "matplotlib", "numpy", "PIL", "docx", "docxtpl", "lxml", "xlsxwriter", "python_calamine",
    "typst", "alembic", "procrastinate", "aiohttp", "commands", "rapidfuzz", "flask", "werkzeug", "prometheus_client",
)  # fmt: skip
# What handles and sends, and the pages that links open: others' business where WORK_IN_WEB is 0.
OF_WORKERS = (
    "handlers", "jobs", "cards", "documents", "thai.understand", "line.gateway", "web.pages", "apscheduler", "urllib3", "regex",
    "babel", "models", "sqlalchemy.orm",
)  # fmt: skip
LOOK = """
import json, sys
from bot import build_house, open_database, start
from settings import load
from web.warm_up import warm_up
from wiring import served
# As it serves, except that nothing begins to run.
house = build_house(load(), works=WORKS)
open_database(house, is_demo=False)
warm_up(house, works=False)
start(house, works=False)
told = []
for path in ("/healthz", "/readyz", "/nowhere"):
    served(house)({"REQUEST_METHOD": "GET", "PATH_INFO": path}, lambda status, headers: told.append(status[:3]))
assert told == ["200", "200", "404"], told
print(json.dumps(sorted(sys.modules)))
"""


def test_what_is_heavy_is_loaded_where_it_is_used(database_url, tmp_path):
    works = database_url.startswith("sqlite")
    settings = {
        "LINE_CHANNEL_SECRET": "0" * 32,
        "LINE_CHANNEL_ACCESS_TOKEN": "token",
        "DATABASE_URL": database_url,
        "DATA_DIR": str(tmp_path),
        "DEMO": "",
    }
    loaded = _loaded_by(LOOK.replace("WORKS", str(works)), settings)
    assert loaded & set(HEAVY if works else (*HEAVY, *OF_WORKERS)) == set()


def test_the_process_that_watches_the_web_server_loads_of_the_bot_only_how_it_ends():
    loaded = _loaded_by("import json, sys, bot; bot.serve; print(json.dumps(sorted(sys.modules)))", {})
    assert "settings" in loaded and loaded & {"wiring", "sqlalchemy", "flask", "structlog", "web"} == set()
    assert {name for name in loaded if name.startswith("engine.")} == {"engine.shutdown"}


def test_a_worker_carries_no_other_command_and_no_other_country():
    words = """
import json, sys
import flask, bot, commands
from rules.thai_holidays import civil_service_holidays
app = flask.Flask("worker")
commands.register(app)
assert app.cli.get_command(None, "worker").name == "worker"
assert len(civil_service_holidays(2021)) > 15
print(json.dumps(sorted(sys.modules)))
"""
    loaded = _loaded_by(words, {})
    assert {name for name in loaded if name.startswith("commands.")} == {"commands.worker", "commands.refuse"}
    assert "holidays.countries.thailand" in loaded and "holidays.countries.germany" not in loaded


def _loaded_by(words: str, settings: dict[str, str]) -> set[str]:
    found = subprocess.run(
        [sys.executable, "-c", words],
        cwd=ROOT,
        env=os.environ | settings,
        capture_output=True,
        text=True,
        check=True,
    )
    return set(json.loads(found.stdout))


def test_pages_are_made_when_somebody_opens_one(house):
    pages = Flask("pages", static_folder=None)
    add_pages(pages, house)
    late = {rule.rule for rule in pages.url_map.iter_rules()}
    assert late and all(path.startswith(PAGES) for path in late)
    client = Client(served(house))
    answer = client.get("/photos/style.css")
    assert answer.status_code == 200 and "Content-Security-Policy" in answer.headers
    assert client.get("/form/forged").status_code in (403, 404, 410)
    assert b"tamngan_reports" in client.get("/metrics", environ_overrides={"REMOTE_ADDR": "127.0.0.1"}).data
    assert (
        client.get("/healthz").headers["X-Robots-Tag"]
        == client.get("/nowhere").headers["X-Robots-Tag"]
        == "noindex"
    )
    assert client.post("/readyz").status_code == 405 and client.head("/readyz").data == b""
