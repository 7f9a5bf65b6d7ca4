"""Nothing in the project belongs to one machine or is left unfinished."""

import ast
import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
MADE_HERE = {"build", "data", "node_modules", "__pycache__"}
WRITTEN = {".py", ".md", ".toml", ".txt", ".in", ".sh", ".js", ".css", ".html", ".po", ".csv", ""}
NOT_OURS = {"LICENSE", "OFL.txt"}
# The one place that looks beside the project, where LINE's contract may lie.
MAY_LOOK_OUTSIDE = {".ci/run"}
# Built here, because this file is searched as well.
OUTSIDE = re.compile("|".join([r"\.\./" + "shared", "/work" + "/", "/root" + "/", "/home" + r"/\w"]))
UNFINISHED = re.compile(r"\b(TO" + "DO|FIX" + "ME|XX" + r"X)\b")


def written() -> list[Path]:
    """Return every file that somebody wrote."""
    return [
        path for path in sorted(ROOT.rglob("*")) if path.is_file() and _is_written(path.relative_to(ROOT))
    ]


def _is_written(path: Path) -> bool:
    is_hidden = path.parts[0].startswith(".") and path.parts[0] != ".ci"
    is_made = bool(MADE_HERE & set(path.parts))
    return not is_hidden and not is_made and path.suffix in WRITTEN and path.name not in NOT_OURS


def test_no_file_knows_the_machine_it_was_written_on() -> None:
    found = {name(path) for path in written() if OUTSIDE.search(path.read_text(encoding="utf-8"))}
    assert found - MAY_LOOK_OUTSIDE == set()


def test_nothing_is_left_for_later() -> None:
    assert [name(path) for path in written() if UNFINISHED.search(path.read_text(encoding="utf-8"))] == []


def test_every_module_of_the_product_says_what_it_is_for() -> None:
    modules = [path for path in written() if path.suffix == ".py" and not name(path).startswith("tests/")]
    silent = [
        name(path) for path in modules if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert silent == []


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_every_room_is_held_to_types_and_to_who_may_import_whom() -> None:
    tools = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    rooms = {path.parent.name for path in ROOT.glob("*/__init__.py")}
    assert rooms <= set(tools["mypy"]["files"])
    layers = {
        room
        for layer in tools["importlinter"]["contracts"][0]["layers"]
        for room in re.split(r"[ :|]+", layer)
    }
    assert set(tools["importlinter"]["root_packages"]) == layers == rooms - {"benchmarks", "scripts"}
