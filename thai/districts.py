"""Districts (อำเภอ) in names and places of the plan; models/post_area calls it."""

_WORDS = ("อำเภอ", "อ.")


def bare_district(name: str) -> str:
    """Return the name of a district without the word for it: อำเภอท่ายาง is ท่ายาง."""
    bare = name.strip()
    for word in _WORDS:
        bare = bare.removeprefix(word).strip()
    return bare


def names_district(text: str, name: str) -> bool:
    """Return whether `text` speaks of the district: อำเภอท่ายาง, อ. ท่ายาง."""
    close = text.replace(" ", "")
    return any(f"{word}{bare_district(name)}".replace(" ", "") in close for word in _WORDS)
