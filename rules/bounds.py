"""The rectangle that a province lies in, as its office set it: a place outside of it is asked about."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Bounds:
    """Degrees of latitude (`south`, `north`) and longitude (`west`, `east`), WGS 84; the edges belong to it."""

    south: float
    west: float
    north: float
    east: float

    def is_sound(self) -> bool:
        """Return whether these are edges on the Earth, in order; a NaN is not."""
        return (
            is_on_earth(self.south, self.west) and is_on_earth(self.north, self.east) and self._is_ordered()
        )

    def holds(self, latitude: float, longitude: float) -> bool:
        """Return whether a point lies within."""
        return self.south <= latitude <= self.north and self.west <= longitude <= self.east

    def _is_ordered(self) -> bool:
        return self.south < self.north and self.west < self.east


def is_on_earth(latitude: float, longitude: float) -> bool:
    """Return whether these are degrees of a point: latitude first, -90 to 90, then longitude, -180 to 180."""
    return -90 <= latitude <= 90 and -180 <= longitude <= 180
