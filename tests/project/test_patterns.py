"""No regular expression goes through a text again and again: five thousand letters made against it cost milliseconds."""

import importlib
import inspect
import pkgutil
import re
import time

import pytest

PACKAGES = ("thai", "rules", "models", "documents", "handlers", "web", "line")
LETTERS = 5_000
# What goes through it once takes a third of that at the most; what begins anew at each letter twice as long, or far longer.
MOST_SECONDS = 0.04
# Blanks come one at a time: normalise() and one_line() see to it before anything is read.
PIECES = (
    " ",
    "5",
    "๕",
    ",",
    ".",
    "-",
    "/",
    "(",
    "[",
    "<",
    "ก",
    "่",
    "a",
    "5,",
    "5 ",
    "5.",
    "ก ",
    "1,000",
    "1,000 ",
    "08",
    "=",
)


def patterns():
    """Yield the patterns of all modules: where each stands, and how it is used there."""
    for package in PACKAGES:
        path = importlib.import_module(package).__path__
        for found in pkgutil.walk_packages(path, f"{package}."):
            module = importlib.import_module(found.name)
            source = inspect.getsource(module)
            for name, value in vars(module).items():
                if isinstance(value, re.Pattern):
                    uses = set(re.findall(rf"\b{name}\.(match\([^(),]*,|\w+)", source))
                    yield pytest.param(value, uses, id=f"{found.name}.{name}")


def _run(pattern, uses):
    """Return what is done with a text: begun at its first letter alone, or anew behind each find."""
    if uses and uses <= {"match", "fullmatch"}:
        return lambda text: [pattern.match(text), pattern.fullmatch(text)]
    return lambda text: sum(1 for _found in pattern.finditer(text))


def _texts(pattern):
    """Yield texts that are hard on a pattern: what it looks for, again and again, and in the end something else."""
    is_bytes = isinstance(pattern.pattern, bytes)
    source = pattern.pattern.decode("latin-1") if is_bytes else pattern.pattern
    words = re.findall(r"[ก-๎]{2,}|[A-Za-z]{2,}", re.sub(r"\\[a-zA-Z]", " ", source))[:40]
    pieces = {*PIECES, *words, *(f"{word} " for word in words), *(f"{word}5" for word in words)}
    for piece in sorted(pieces):
        for begin in {"", *words[:1]}:
            text = " ".join((begin + piece * (LETTERS // len(piece)) + "\x00").split())
            yield text.encode() if is_bytes else text


def _seconds(run, text):
    began = time.process_time()
    run(text)
    return time.process_time() - began


@pytest.mark.parametrize(("pattern", "uses"), list(patterns()))
def test_a_pattern_goes_through_a_text_once(pattern, uses):
    run = _run(pattern, uses)
    for text in _texts(pattern):
        if _seconds(run, text) > MOST_SECONDS:
            # Once more: a machine stumbles now and then.
            assert _seconds(run, text) < MOST_SECONDS, text[:60]
