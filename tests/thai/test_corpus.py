"""The labelled corpus of officers' messages: at least 95 % exactly right, and nothing dangerous.

A share kept aside is run by hand only, so that the reader is never fitted to it.
"""

import json
from pathlib import Path

import pytest

from tests.thai.messages import PLAN
from thai.json_lines import understand_json
from thai.score import score

CORPUS = Path(__file__).parents[1] / "corpus"
FILES = sorted(CORPUS.glob("*.jsonl"))


def lines(file: Path) -> list[dict]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_corpus_is_understood(file):
    corpus = lines(file)
    result = score(corpus, [understand_json(line, PLAN) for line in corpus])
    differing = "\n".join(map(str, result.differing))
    assert result.exact_percent >= 95, differing
    assert result.dangerous == 0, differing
