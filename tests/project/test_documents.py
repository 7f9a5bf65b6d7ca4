"""The documents say what the code does: settings, commands, duties, rooms, words and links."""

import ast
import re
from datetime import UTC, date, datetime
from pathlib import Path

import click
import pytest
from flask import Flask

import commands
from handlers.office.taps import is_about_office
from handlers.own_commands import COMMANDS
from handlers.spoken import means
from jobs.schedule import SCHEDULE
from thai.case_commands import read_case_command
from thai.orders import read_order_words
from thai.reading import Context, Intent, Named
from thai.staff import is_about_posts
from thai.understand import understand

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
README = (ROOT / "README.md").read_text(encoding="utf-8")
# Read with a prefix put before it, and the prefix itself.
PUT_TOGETHER = {f"LINE_CHANNEL_{name}" for name in ("ID", "PRIVATE_KEY", "KEY_ID", "ACCESS_TOKEN")}
PREFIX = {"LINE_CHANNEL"}


def rows(text: str, heading: str) -> list[list[str]]:
    """Return the cells of the table below a heading, without its head."""
    section = re.split(r"^#+ ", text.split(f"{heading}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]
    lines = [line for line in section.splitlines() if line.startswith("|")][2:]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]


def in_backticks(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def sources() -> list[Path]:
    """Return every Python file of the product."""
    hidden = {".venv", "tests", "docs", "benchmarks"}
    return [path for path in ROOT.rglob("*.py") if not hidden & set(path.relative_to(ROOT).parts)]


def test_the_settings_table_lists_every_setting_that_is_read() -> None:
    text = "".join((ROOT / name).read_text(encoding="utf-8") for name in ("settings.py", "channels.py"))
    tree = ast.parse(text)
    words = {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    read = {word for word in words if re.fullmatch(r"[A-Z][A-Z_]{2,}[A-Z]", word)} | PUT_TOGETHER
    assert {in_backticks(row[0])[0] for row in rows(README, "### Settings")} == read - PREFIX


def test_the_example_of_an_env_file_names_settings_that_there_are() -> None:
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    named = set(re.findall(r"^(?:# )?([A-Z_]+)=", example, re.MULTILINE))
    assert len(named) > 5
    assert named <= {in_backticks(row[0])[0] for row in rows(README, "### Settings")}


def test_the_command_table_lists_every_command_with_all_its_options() -> None:
    app = Flask("documented")
    commands.register(app)
    existing = dict(_existing(app.cli))
    documented = {}
    for row in rows(README, "## Commands"):
        line = in_backticks(row[0])[0]
        name = " ".join(line.split()[:2]) if " ".join(line.split()[:2]) in existing else line.split()[0]
        documented[name] = set(re.findall(r"--[a-z-]+", line))
    assert documented == existing


def _existing(group: click.Group, before: str = "") -> list[tuple[str, set[str]]]:
    found = []
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            found += _existing(command, f"{name} ")
        else:
            options = {word for option in command.params for word in option.opts if word.startswith("--")}
            found.append((f"{before}{name}", options))
    return found


def test_the_duty_table_lists_every_clock_line() -> None:
    documented = {in_backticks(row[0])[0]: in_backticks(row[1])[0] for row in rows(README, "## The clock")}
    assert documented == {duty.name: duty.cron for duty in SCHEDULE}


def test_every_word_of_the_chat_table_is_understood() -> None:
    road = Named(no=13, name="ปรับปรุงถนน", agency="แขวงทางหลวงชนบทเพชรบุรี", budget_satang=1_000_000_000)
    context = Context(assigned=(road,), sent_at=datetime(2021, 5, 4, 9, tzinfo=UTC), period=date(2021, 4, 1))
    typed = [
        word for row in rows(README, "## In the chat") for cell in row[:2] for word in in_backticks(cell)
    ]
    own = [word for word, _handler in COMMANDS]
    lost = [
        word
        for word in typed
        if understand(word, context).intent is Intent.UNCLEAR
        and not means(word, *own)
        and read_case_command(word, date(2021, 5, 4)) is None
        and read_order_words(word) is None
        and not is_about_posts(word, date(2021, 5, 4))
        and not is_about_office(word)
    ]
    assert len(typed) > 30
    assert lost == []


def test_the_architecture_page_names_every_room() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    named = {name for row in rows(page, "## Rooms") for name in in_backticks(row[0])}
    rooms = {f"{path.parent.name}/" for path in ROOT.glob("*/*.py")} | {
        path.name for path in ROOT.glob("*.py")
    }
    assert rooms <= named


def test_the_files_that_the_architecture_page_names_are_there() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    known = {path.relative_to(ROOT).as_posix() for path in sources()} | {path.name for path in sources()}
    for name in re.findall(r"`([\w/]+\.py)`", page):
        assert name in known or (ROOT / name).exists(), name


def test_the_words_of_the_glossary_are_the_words_of_the_code() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in sources())
    glossary = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    words = [word for line in glossary.splitlines() if line.startswith("|") for word in in_backticks(line)]
    assert len(words) > 40
    assert [word for word in words if not re.search(rf"\b{word}\b", code)] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_to_a_file_finds_it(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf-8"))
    missing = [target for target in targets if "://" not in target and not (page.parent / target).exists()]
    assert missing == []
