"""A whole fiscal year of Phetchaburi's plan, with people who report, forget, lie, go on leave and move.

The real duties, handlers and database run through a simulated clock, with a stand-in for LINE that counts what it takes;
seeded, so that two runs print the same. Prints the table of docs/escalation.md and ends with 1 where a promise is broken.
"""

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from random import Random
from statistics import median

from benchmarks.year_fate import befall, people
from benchmarks.year_life import Life, live
from benchmarks.year_office import ENDS, FREE, office
from benchmarks.year_people import act
from benchmarks.year_promises import Kept, judge
from rules.role import Role

READERS = {
    Role.OFFICER: "officers",
    Role.HEAD: "heads",
    Role.ADMIN: "office",
    Role.EXECUTIVE: "executives",
}


def main() -> int:
    """Let the year pass, print what came of it, and return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=2564)
    parser.add_argument("--until", type=date.fromisoformat, default=ENDS, help="last day, such as 2021-03-31")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        life, kept = year(Path(folder), given.seed, given.until)
    print(f"seed {given.seed}, {life.office.days[0]} to {given.until}")
    print_table(life, kept)
    for sentence in kept.broken:
        print(f"BROKEN: {sentence}", file=sys.stderr)
    return 1 if kept.broken else 0


def year(folder: Path, seed: int, until: date = ENDS, database_url: str | None = None) -> tuple[Life, Kept]:
    """Let a year pass up to a day, in a database of its own, and return it with what it did to the promises."""
    chance = Random(seed)
    with office(folder, chance, database_url) as place:
        life = Life(place, chance, people(place, chance))
        befall(life)
        live(life, until, act)
        return life, judge(life)


def print_table(life: Life, kept: Kept) -> None:
    """Print pushes by reader and month, cases, standstills and false alarms as a table of docs/escalation.md."""
    heads = Counter(human.role for human in life.humans if not human.has_left)
    columns = [f"{READERS[role]} ({heads[role]})" for role in READERS]
    _row(["month", *columns, "all", "sixty agencies", "most to one", "opened", "closed"])
    _row(["---"] * (len(columns) + 6))
    for month in sorted({month for month, _role in kept.pushes} | set(kept.opened)):
        counts = [kept.pushes[month, role] for role in READERS]
        rest = [kept.most[month], kept.opened[month], kept.closed[month]]
        _row([f"{month:%Y-%m}", *counts, sum(counts), round(kept.in_sixty[month]), *rest])
    months = kept.messages.values()
    print(f"\nmost in a month: {max(months, default=0)} of {FREE}; all: {sum(months)}")
    print(f"days on which somebody had an order, leave or hand-over beside the day's push: {kept.beside}")
    print(f"cases: {sum(kept.opened.values())} opened, {dict(kept.endings)}")
    print(f"working days from opening to movement: {_spread(kept.days_to_unblock)}")
    known = [each for each in kept.standstills if each.known is not None]
    print(f"true standstills of 15 working days: {len(kept.standstills)}, of which reports told {len(known)}")
    print(f"working days from there to whoever can act: {_spread(kept.days_to_reach)}")
    print(f"false alarms, moved but nobody had reported it: {dict(kept.false_alarms)}")
    print(f"what people did: {dict(sorted(life.done.items()))}")
    print(f"promises broken: {len(kept.broken)}")


def _spread(days: Sequence[int]) -> str:
    return f"{len(days)} times, median {median(days):g}, most {max(days)}" if days else "never"


def _row(cells: Sequence[object]) -> None:
    print("| " + " | ".join(str(cell) for cell in cells) + " |")


if __name__ == "__main__":
    sys.exit(main())
