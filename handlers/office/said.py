"""A command with words of one's own behind it: ประกาศ …, ปฏิทิน หยุด 12 เม.ย. …, ตั้งค่า …."""

from collections.abc import Callable, Sequence

from i18n import LANGUAGES, speaking


def rest_after(text: str, *words: Callable[[], str]) -> str | None:
    """Return what follows one of `words` (each given as `lambda: _("…")`, in any language); None where none begins it.

    A word only counts where it ends: ประกาศเชิญชวน is not ประกาศ.
    """
    said = text.strip()
    for word in _in_every_language(words):
        if said.casefold().startswith(word.casefold()):
            rest = said[len(word) :]
            if not rest or rest[0] in " \n\t:":
                return rest.strip(" \n\t:")
    return None


def _in_every_language(words: Sequence[Callable[[], str]]) -> list[str]:
    found: set[str] = set()
    for language in LANGUAGES:
        with speaking(language):
            found.update(word() for word in words)
    return sorted(found, key=len, reverse=True)
