"""A picture as an answer of its own; whoever reads plain text gets its address."""

from dataclasses import dataclass

from cards.card import Card, Message


@dataclass(frozen=True)
class PictureCard(Card):
    """`address` is an HTTPS address that LINE can fetch: PNG or JPEG, at most 1 MB."""

    address: str = ""

    def message(self, plain: bool = False) -> Message:
        if plain:
            return super().message(plain)
        message: Message = {
            "type": "image",
            "originalContentUrl": self.address,
            "previewImageUrl": self.address,
        }
        items = [{"type": "action", "action": choice.action()} for choice in self.choices]
        return {**message, "quickReply": {"items": items}} if items else message


def picture(address: str, words: str) -> PictureCard:
    """Return the picture; `words` say what it shows."""
    return PictureCard(alt=words, text=f"{words}\n{address}", address=address)
