"""Whole numbers that buttons carry and people type, as far as they can be one of ours."""

from typing import TypeVar

from sqlalchemy.orm import Session

Row = TypeVar("Row")
MOST_DIGITS = 11  # what is longer names nothing of ours, and soon no database takes it


def number_in(words: str) -> int | None:
    """Return the number that words are, or None."""
    return int(words) if words.isdecimal() and len(words) <= MOST_DIGITS else None


def row_named(session: Session, table: type[Row], words: str) -> Row | None:
    """Return the row with the id that words are, or None."""
    number = number_in(words)
    return session.get(table, number) if number is not None else None
