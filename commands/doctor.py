"""doctor: is everything as the bot needs it, and what to do where it is not."""

import json
from collections.abc import Iterator

import click
from flask import current_app
from flask.cli import with_appcontext

from commands.check_database import check_database
from commands.check_line import check_line
from commands.check_machine import check_data_dir, check_fonts, check_settings
from commands.finding import Finding, State
from engine.house import House


@click.command("doctor")
@click.option("--test", "is_test", is_flag=True, help="Let LINE call the webhook and say what came back.")
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
@with_appcontext
def doctor(is_test: bool, as_json: bool) -> None:
    """Check settings, database, disk, fonts and, with LINE, token, clock, webhook and quota.

    Status 1 where something is bad. Secrets are never printed.
    """
    found = list(_findings(current_app.extensions["house"], is_test))
    if as_json:
        print(json.dumps([each.as_json() for each in found], ensure_ascii=False))
    else:
        print("\n".join(line for each in found for line in _lines(each)))
    if any(each.state is State.BAD for each in found):
        raise SystemExit(1)


def _findings(house: House, is_test: bool) -> Iterator[Finding]:
    yield from check_settings(house.settings)
    yield from check_database(house)
    yield from check_data_dir(house.settings)
    yield from check_fonts()
    for channel in house.settings.channels:
        yield from check_line(house, channel, is_test)


def _lines(finding: Finding) -> Iterator[str]:
    yield f"{finding.state:<5} {finding.what}: {finding.found}"
    if finding.to_do:
        yield f"      → {finding.to_do}"
