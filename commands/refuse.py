"""How a command says no: one line on standard error and exit status 2."""

import sys
from typing import NoReturn


def refuse(line: str) -> NoReturn:
    """Print one line and leave with status 2."""
    print(f"tamngan: {' '.join(line.split())}", file=sys.stderr)
    raise SystemExit(2)
