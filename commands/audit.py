"""audit verify: does the trail of what was done still say what it said?"""

import re

import click
from flask.cli import with_appcontext

from commands.house import current_house
from commands.refuse import refuse
from models.audit import verify


@click.group("audit")
def audit() -> None:
    """The trail of what was done, by whom."""


@audit.command("verify")
@click.option(
    "--known", metavar="ID:LINK", help="A last line that was written down earlier, as printed here."
)
@with_appcontext
def verify_trail(known: str | None) -> None:
    """Read the whole trail. Exits 1 and names the first broken line where it was changed behind the bot's back.

    Write the last line down elsewhere now and then: with it a trail that was cut short or made anew is found too.
    """
    with current_house().db.read() as session:
        found = verify(session, _known(known) if known else None)
    if found.fault:
        print(f"BROKEN at line {found.entry_id}: {found.fault}.")
        raise SystemExit(1)
    print(f"{found.entries} lines, unbroken. Last line: {found.entry_id}:{found.link}")


def _known(text: str) -> tuple[int, str]:
    found = re.fullmatch(r"(\d{1,18}):([0-9a-f]{64})", text.strip())
    if found is None:
        refuse("--known: as `audit verify` printed it, such as 17:9f86d0…")
    return int(found[1]), found[2]
