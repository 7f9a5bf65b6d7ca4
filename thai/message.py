"""One message on its way to being understood: its text, tokens, names, wishes, and the context it came in."""

from dataclasses import dataclass
from functools import cached_property

from thai.commands import Command
from thai.intents import Heard
from thai.names import Mention
from thai.normalise import Text
from thai.prompts import Prompt, read_prompt
from thai.reading import Context
from thai.references import References
from thai.segment import Split
from thai.segments import split
from thai.tokens import Kind, Tokens

_NO_REFERENCE_ASKED = (Prompt.DISBURSED, Prompt.PROGRESS, Prompt.STATUS, Prompt.CAUSE, Prompt.PHOTOS)


@dataclass
class Message:
    text: Text
    tokens: Tokens
    mentions: tuple[Mention, ...]
    heard: Heard
    command: Command | None
    context: Context

    @cached_property
    def prompt(self) -> Prompt:
        return read_prompt(self.context.bot_prompt)

    @cached_property
    def references(self) -> References:
        return References(self.context, self.mentions, self.prompt in _NO_REFERENCE_ASKED)

    @cached_property
    def split(self) -> Split:
        return split(self.tokens, self.references)

    @property
    def has_amount(self) -> bool:
        return any(token.kind in (Kind.AMOUNT, Kind.PERCENT, Kind.FRACTION) for token in self.tokens)

    def pointed_numbers(self) -> tuple[int, ...]:
        """Return the activities the message names for certain."""
        return tuple(
            one.no for segment in self.split.segments for one in segment.pointed if one.no is not None
        )
