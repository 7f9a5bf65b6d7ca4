"""Which pictures count as the same one."""

from rules.same_picture import MOST_DIFFERING_BITS, Picture, is_same_picture

LOOK = 0xF0F0_1234_5678_9ABC


def looking(differing_bits: int) -> Picture:
    """Return a picture whose look differs from LOOK in so many bits."""
    return Picture(f"bytes {differing_bits}", f"{LOOK ^ ((1 << differing_bits) - 1):016x}")


def test_the_same_bytes_are_the_same_picture_whatever_they_show() -> None:
    assert is_same_picture(Picture("a", None), Picture("a", None))


def test_nearly_the_same_look_is_the_same_picture_up_to_the_limit() -> None:
    assert is_same_picture(looking(0), looking(MOST_DIFFERING_BITS))
    assert not is_same_picture(looking(0), looking(MOST_DIFFERING_BITS + 1))


def test_what_is_not_known_is_like_nothing() -> None:
    assert not is_same_picture(Picture(None, None), Picture(None, None))
    assert not is_same_picture(Picture("a", None), looking(0))
