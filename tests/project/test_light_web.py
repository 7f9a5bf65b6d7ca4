"""What the web process carries from its start: nothing that only operators, papers, pictures and imports need."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
HEAVY = (
    "linebot", "holidays", "matplotlib", "numpy", "PIL", "docx", "docxtpl", "lxml", "xlsxwriter", "python_calamine",
    "typst", "alembic", "procrastinate", "aiohttp", "commands",
)  # fmt: skip
LOOK = """
import json, sys
from bot import build_house, create_app, open_database
from settings import load
house = build_house(load())
open_database(house, is_demo=False)
create_app(house=house, has_commands=False)
print(json.dumps(sorted(name for name in sys.modules if "." not in name)))
"""


def test_heavy_libraries_are_loaded_where_they_are_used(empty_sqlite, tmp_path):
    settings = {
        "LINE_CHANNEL_SECRET": "0" * 32,
        "LINE_CHANNEL_ACCESS_TOKEN": "token",
        "DATABASE_URL": f"sqlite:///{empty_sqlite}",
        "DATA_DIR": str(tmp_path),
        "DEMO": "",
    }
    found = subprocess.run(
        [sys.executable, "-c", LOOK],
        cwd=ROOT,
        env=os.environ | settings,
        capture_output=True,
        text=True,
        check=True,
    )
    assert set(json.loads(found.stdout)) & set(HEAVY) == set()
