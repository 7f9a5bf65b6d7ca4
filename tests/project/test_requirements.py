"""The requirements are what the code imports, no more and no less, each pinned with its hash."""

import ast
import re
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("cards", "commands", "documents", "engine", "handlers", "jobs", "line", "migrations", "models", "rules", "samples",
         "thai", "web")  # fmt: skip
# Not imported by name: data.
NOT_IMPORTED = {"tzdata"}
# Makes a sample anew, which the bot never does.
NOT_RUN = {"samples/make_xlsx.py"}
# Imported only for type checking, from mypy's own bundle.
TYPES_ONLY = {"_typeshed"}


def declared(name: str) -> set[str]:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    found = (re.match(r"[a-z][\w.-]*", line) for line in lines)
    return {match.group().lower() for match in found if match}


def imported(*places: str) -> set[str]:
    """Return the distributions from which the code under `places` imports."""
    known = packages_distributions()
    found: set[str] = set()
    for place in places:
        path = ROOT / place
        for source in path.rglob("*.py") if path.is_dir() else [path]:
            if str(source.relative_to(ROOT)) not in NOT_RUN:
                found |= _modules(source)
    foreign = found & known.keys() - sys.stdlib_module_names - TYPES_ONLY
    return {distribution.lower() for name in foreign for distribution in known[name]}


def _modules(source: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found


def test_what_the_bot_imports_is_declared_and_what_is_declared_is_imported() -> None:
    fronts = [path.name for path in ROOT.glob("*.py")]
    assert imported(*ROOMS, *fronts) == declared("requirements.in") - NOT_IMPORTED


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_line_of_a_lock_file_is_a_pin_or_a_hash_and_names_no_address(name: str) -> None:
    for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
        is_pin = re.match(r"[a-z][\w.-]*(\[[\w,]+\])?==[\w.]+( ; .+)? \\$", line)
        is_hash = re.match(r"    --hash=sha256:[0-9a-f]{64}( \\)?$", line)
        assert is_pin or is_hash or line.lstrip().startswith("#"), line


def test_tests_run_on_the_versions_that_the_bot_runs_on() -> None:
    def pins(name: str) -> set[str]:
        return set(
            re.findall(r"^([a-z][\w.-]*==[\w.]+)", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE)
        )

    assert pins("requirements.txt") <= pins("requirements-dev.txt")
