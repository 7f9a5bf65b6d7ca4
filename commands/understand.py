"""understand: what the bot reads in messages, for an office that keeps a corpus of its own."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
from flask.cli import with_appcontext
from sqlalchemy.orm import Session

from commands.house import current_house, the_province
from commands.refuse import refuse
from handlers.plan_names import named_activities
from models.plan import years_with_plan
from thai.json_lines import understand_json
from thai.reading import Named
from thai.score import score


@click.command("understand")
@click.option("--json", "as_json", is_flag=True, help="JSON Lines in and out; this is also the default.")
@click.option(
    "--score",
    "score_file",
    type=click.Path(path_type=Path),
    help="A corpus with `expected`: print the score.",
)
@click.option("--year", type=int, metavar="BE", help="The plan's fiscal year; by default the newest.")
@click.option("--province", help="The province; may be left out where there is only one.")
@with_appcontext
def understand(as_json: bool, score_file: Path | None, year: int | None, province: str | None) -> None:
    """Read messages (JSON Lines on standard input) and write what the bot understood (JSON Lines)."""
    house = current_house()
    with house.db.read() as session:
        plan = _plan(session, province, year)
    if score_file is not None:
        _print_score(score_file, plan)
        return
    for line in _objects(sys.stdin):
        print(json.dumps(understand_json(line, plan), ensure_ascii=False), flush=True)


def _plan(session: Session, province: str | None, year: int | None) -> tuple[Named, ...]:
    home = the_province(session, province)
    years = years_with_plan(session, home.id)
    if not years:
        refuse("there is no plan yet: run `flask --app bot import-plan` first")
    return named_activities(session, home.id, year or max(years))


def _objects(lines: Iterator[str]) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            found = json.loads(line)
        except ValueError:
            found = None
        if not isinstance(found, dict) or not isinstance(found.get("text"), str):
            refuse(f"line {number}: not a JSON object with a text")
        yield found


def _print_score(file: Path, plan: tuple[Named, ...]) -> None:
    try:
        corpus = list(_objects(iter(file.read_text(encoding="utf-8").splitlines())))
    except (OSError, UnicodeDecodeError):
        refuse(f"--score: {file} cannot be read")
    result = score(corpus, [understand_json(line, plan) for line in corpus])
    print(f"exact {result.exact}, asked {result.asked}, wrong {result.wrong}, dangerous {result.dangerous}")
    for differing in result.differing:
        print(json.dumps(differing, ensure_ascii=False))
