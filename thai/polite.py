"""Takes polite words off the end of what was typed; the readers of commands and forms call it."""

from collections.abc import Container


def without_polite_end(text: str, words: tuple[str, ...], known: Container[str] = ()) -> str:
    """Return `text` without these words at its end, however many; longer ones stand before those that they end with.

    Where a shorter one leaves what is `known`, it goes alone: สถานะ|ครับ, not สถา|นะครับ. A regular expression would
    begin anew at each of a thousand such words that stand elsewhere.
    """
    end = len(text)
    while ends := [end - len(word) for word in words if text.endswith(word, 0, end)]:
        rests = [text[:each].rstrip() for each in ends]
        end = len(next((rest for rest in rests if rest in known), rests[0]))
    return text[:end]
