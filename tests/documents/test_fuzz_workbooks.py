"""Mutated workbooks end in an import or in a refusal: a short run of the benchmark that tries ten thousand."""

import random

from benchmarks.fuzz_workbooks import LIMIT_SECONDS, fuzz
from benchmarks.mutations import mutated


def test_mutations_neither_hang_nor_half_import(tmp_path):
    tally = fuzz(60, seed=2564, folder=tmp_path)
    assert tally.faults == []
    assert sum(tally.ended.values()) == 60 and tally.ended["imported"] > 0
    assert tally.slowest < LIMIT_SECONDS


def test_a_seed_always_gives_the_same_mutations():
    content = b"a,b,c\n1,2,3\n" * 40
    first, again = (mutated(content, "plan.csv", random.Random(7)) for _ in range(2))
    assert first == again != content
