"""The labelled corpus of officers' messages: at least 95 % exactly right, and nothing dangerous.

The fifth that is kept aside is run by hand only, so that the reader is never fitted to it.
"""

import json
from pathlib import Path

import pytest

from tests.thai.messages import PLAN
from thai.json_lines import understand_json
from thai.score import score

CORPUS = Path(__file__).parents[1] / "corpus"
FILES = sorted(CORPUS.glob("*.jsonl"))
# "จัดไปแล้ว 5 อำเภอ จาก 8 อำเภอ" carries no state here, its like h2-001 ("จัดไปแล้ว 2 งานจาก 4 งาน") is IN_PROGRESS.
# h4-011 has no resulting total where it is not known whose it is, its like h1-167 and h2-031 have it.
# h5-041 leaves out the future day it asks about, its like h1-097 and h2-119 keep it.
LABELLED_TWO_WAYS = {"h3-077", "h4-011", "h5-041"}


def lines(file: Path) -> list[dict]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_corpus_is_understood(file):
    corpus = [line for line in lines(file) if line["id"] not in LABELLED_TWO_WAYS]
    result = score(corpus, [understand_json(line, PLAN) for line in corpus])
    differing = "\n".join(map(str, result.differing))
    assert result.exact_percent >= 95, differing
    assert result.dangerous == 0, differing
