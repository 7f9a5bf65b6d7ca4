"""When two photos are the same picture: the same bytes, or so nearly the same look that only a copy explains it."""

from typing import NamedTuple

# Of 64 bits. Resized, brightened or compressed again, pictures differed from themselves by 0 to 2 when we tried, and from
# others by 11 or more. Our choice: rather miss a copy that was cropped than doubt an honest photo of the same place.
MOST_DIFFERING_BITS = 4


class Picture(NamedTuple):
    """What is known of a photo: `sha256` of its bytes, None until they are fetched, and `look`.

    `look` is a difference hash, 64 bits as 16 hexadecimal digits; None where the picture is too even to tell.
    """

    sha256: str | None
    look: str | None


def is_same_picture(one: Picture, other: Picture) -> bool:
    """Return whether one is the other or a copy of it; what is not known yet is like nothing."""
    if one.sha256 is not None and one.sha256 == other.sha256:
        return True
    if one.look is None or other.look is None:
        return False
    return (int(one.look, 16) ^ int(other.look, 16)).bit_count() <= MOST_DIFFERING_BITS
