"""Numbers on buttons and in words: whatever somebody forges or types, nothing asks the database for 30 digits."""

import pytest

from handlers.numbers import number_in, row_named
from models.agency import Agency


@pytest.mark.parametrize(
    ("words", "number"),
    [("13", 13), ("๑๓", 13), ("0", 0), ("9" * 11, 99_999_999_999), ("9" * 12, None), ("", None), ("-1", None),
     ("1.5", None), ("²", None), ("สิบสาม", None)],
)  # fmt: skip
def test_a_number_is_read_where_it_can_be_one_of_ours(words, number):
    assert number_in(words) == number


def test_a_row_is_found_by_the_id_on_a_button(db, office):
    with db.read() as session:
        agency = session.get_one(Agency, 1)
        assert row_named(session, Agency, "1") is agency
        assert row_named(session, Agency, "9" * 30) is None and row_named(session, Agency, "x") is None
