"""Tells which words of a message gave which field, so that the confirm card can show what was understood from what."""

from thai.normalise import Text
from thai.reading import Evidence
from thai.said import Said
from thai.tokens import Token


def because(said: Said, text: Text) -> tuple[Evidence, ...]:
    """Return which words gave which field, as they stood in the message."""
    told: tuple[tuple[str, tuple[Token, ...]], ...] = (
        ("status", said.status_tokens),
        ("progress_percent", said.progress.tokens if said.progress else ()),
        ("disbursed", said.money.tokens if said.money else ()),
        ("causes", said.problems.tokens if said.problems else ()),
        ("as_of", (said.dated.token,) if said.dated.token else ()),
        ("no_change", (said.same.token,) if said.same else ()),
    )
    return tuple(_evidence(field, token, text) for field, tokens in told for token in tokens)


def _evidence(field: str, token: Token, text: Text) -> Evidence:
    start, end = text.as_sent(token.start, token.end)
    return Evidence(field, text.original[start:end], start, end)
