"""Where a province lies, and which edges make no rectangle."""

import pytest

from rules.bounds import Bounds, is_on_earth

PHETCHABURI = Bounds(12.5, 99.05, 13.35, 100.15)


@pytest.mark.parametrize(
    ("point", "is_inside"),
    [((13.1, 99.95), True), ((12.5, 99.05), True), ((13.75, 100.5), False), ((13.1, 100.2), False)],
)
def test_the_edges_belong_to_it(point: tuple[float, float], is_inside: bool) -> None:
    assert PHETCHABURI.holds(*point) is is_inside


@pytest.mark.parametrize(
    "edges",
    [
        (13.35, 99.05, 12.5, 100.15),
        (12.5, 100.15, 13.35, 99.05),
        (99.05, 12.5, 100.15, 13.35),
        (float("nan"), 99, 13, 100),
    ],
)
def test_swapped_and_missing_edges_are_not_sound(edges: tuple[float, float, float, float]) -> None:
    assert not Bounds(*edges).is_sound()
    assert PHETCHABURI.is_sound()


def test_a_point_on_earth_names_latitude_first() -> None:
    assert is_on_earth(-90, 180)
    assert not is_on_earth(99.95, 13.1)
    assert not is_on_earth(float("nan"), 0)
