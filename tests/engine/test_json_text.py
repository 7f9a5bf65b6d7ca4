"""JSON as it is written: half a letter and numbers without end are kept as they came."""

import json

import pytest

from engine.json_text import json_text
from rules.status import Status


@pytest.mark.parametrize("value", ["เบิก 1.2 ล้าน 👍", "\ud83d", 10**30, [-0.5, None, True], {"a": {"b": []}}])
def test_what_is_written_reads_as_it_was(value):
    assert json.loads(json_text(value)) == value


def test_thai_stays_thai_and_keys_and_words_become_text():
    assert json_text({"สถานะ": Status.BLOCKED}) == '{"สถานะ":"BLOCKED"}'
    assert json.loads(json_text({13: "ถนน"})) == {"13": "ถนน"}
