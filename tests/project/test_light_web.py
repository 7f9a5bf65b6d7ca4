"""What the web process carries from its start: nothing that only operators, papers, pictures and imports need."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from flask import Flask

from bot import create_app
from web.front import PAGES
from web.pages import add_pages

ROOT = Path(__file__).parents[2]
HEAVY = (
    "linebot", "holidays", "matplotlib", "numpy", "PIL", "docx", "docxtpl", "lxml", "xlsxwriter", "python_calamine",
    "typst", "alembic", "procrastinate", "aiohttp", "commands",
)  # fmt: skip
# What handles and sends, and the pages that links open: others' business where WORK_IN_WEB is 0.
OF_WORKERS = (
    "handlers", "jobs", "cards", "documents", "thai.understand", "line.gateway", "web.pages", "apscheduler", "urllib3", "regex",
    "babel",
)  # fmt: skip
LOOK = """
import json, sys
from bot import build_house, create_app, open_database
from settings import load
house = build_house(load(), works=WORKS)
open_database(house, is_demo=False)
create_app(house=house, has_commands=False)
print(json.dumps(sorted(sys.modules)))
"""


@pytest.mark.parametrize(("works", "unwanted"), [(True, HEAVY), (False, (*HEAVY, *OF_WORKERS))])
def test_what_is_heavy_is_loaded_where_it_is_used(empty_sqlite, tmp_path, works, unwanted):
    settings = {
        "LINE_CHANNEL_SECRET": "0" * 32,
        "LINE_CHANNEL_ACCESS_TOKEN": "token",
        "DATABASE_URL": f"sqlite:///{empty_sqlite}",
        "DATA_DIR": str(tmp_path),
        "DEMO": "",
    }
    found = subprocess.run(
        [sys.executable, "-c", LOOK.replace("WORKS", str(works))],
        cwd=ROOT,
        env=os.environ | settings,
        capture_output=True,
        text=True,
        check=True,
    )
    assert set(json.loads(found.stdout)) & set(unwanted) == set()


def test_pages_are_made_when_somebody_opens_one(house):
    served = create_app(house=house, has_commands=False)
    known = {rule.rule for rule in served.url_map.iter_rules()}
    pages = Flask("pages", static_folder=None)
    add_pages(pages, house)
    late = {rule.rule for rule in pages.url_map.iter_rules()}
    assert late and all(path.startswith(PAGES) for path in late) and not late & known
    client = served.test_client()
    answer = client.get("/photos/style.css")
    assert answer.status_code == 200 and "Content-Security-Policy" in answer.headers
    assert client.get("/form/forged").status_code in (403, 404, 410)
