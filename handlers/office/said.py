"""A command with words of one's own behind it: ประกาศ …, ปฏิทิน หยุด 12 เม.ย. …, ตั้งค่า …."""

from collections.abc import Callable
from functools import lru_cache

from i18n import LANGUAGES, speaking


def rest_after(text: str, *words: Callable[[], str], must_end: bool = False) -> str | None:
    """Return what follows one of `words` (each given as `lambda: _("…")`, in any language); None where none begins it.

    Thai is written without spaces, so what follows may touch the word; not so with `must_end`: ประกาศเชิญชวน is no
    announcement.
    """
    said = text.strip()
    for word in _in_every_language(words):
        if said.casefold().startswith(word.casefold()):
            rest = said[len(word) :]
            if not must_end or not rest or rest[0] in " \n\t:":
                return rest.strip(" \n\t:")
    return None


@lru_cache(maxsize=256)
def _in_every_language(words: tuple[Callable[[], str], ...]) -> list[str]:
    found: set[str] = set()
    for language in LANGUAGES:
        with speaking(language):
            found.update(word() for word in words)
    return sorted(found, key=len, reverse=True)
