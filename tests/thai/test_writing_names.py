"""Every state, cause and role has a name in both languages, short enough for LINE's buttons."""

import unicodedata

import pytest

from i18n import speaking
from rules.cause import Cause
from rules.role import Role
from rules.status import Status
from thai import writing

NAMED = [
    *((writing.status_name, status) for status in Status),
    *((writing.status_short, status) for status in Status),
    *((writing.cause_name, cause) for cause in Cause),
    *((writing.role_name, role) for role in Role),
]


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize(("name", "member"), NAMED)
def test_a_name_fits_a_quick_reply(name, member, language):
    with speaking(language):
        text = name(member)
    # Marks above and below share the cell of their consonant; sara am counts with it too.
    clusters = sum(1 for letter in text if unicodedata.category(letter) != "Mn" and letter != "ำ")
    assert 0 < clusters <= 20


@pytest.mark.parametrize("cause", list(Cause))
def test_a_cause_is_spelled_out_in_both_languages(cause):
    thai = writing.cause_long(cause)
    with speaking("en"):
        english = writing.cause_long(cause)
    assert thai and english and thai != english


def test_no_two_causes_look_alike():
    assert len({writing.cause_name(cause) for cause in Cause}) == len(Cause)
