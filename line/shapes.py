"""What nearly all of our messages look like, as types: what fits them is within LINE's limits, and that is seen quickly.

msgspec reads and checks JSON in one go, in a fifth of the time that reading it into dicts takes alone. Everything else is
left to line/limits.py, which says what is wrong; these types are narrower than its rules, never wider. Lengths are
those of characters, of which a text never has fewer than letters as people count them.
"""

from typing import Annotated, Literal

from msgspec import DecodeError, Meta, Struct
from msgspec.json import Decoder

from line.limits import (
    LABELS,
    MOST_ADDRESS,
    MOST_ALT_TEXT,
    MOST_BUBBLE_BYTES,
    MOST_BUBBLES,
    MOST_CAROUSEL_BYTES,
    MOST_DATA,
    MOST_MESSAGES,
    MOST_QUICK_REPLIES,
    MOST_SAID,
    MOST_TEXT,
    MOST_URI,
)

BUBBLE = b'"bubble"'
# Two UTF-16 units for each character at the most.
MessageText = Annotated[str, Meta(pattern=r"\S", max_length=MOST_TEXT // 2)]
AltText = Annotated[str, Meta(pattern=r"\S", max_length=MOST_ALT_TEXT // 2)]
Some = Annotated[str, Meta(min_length=1)]
ButtonLabel = Annotated[str, Meta(min_length=1, max_length=LABELS["flex"])]
QuickLabel = Annotated[str, Meta(min_length=1, max_length=LABELS["quick reply"])]
Data = Annotated[str, Meta(min_length=1, max_length=MOST_DATA)]
Said = Annotated[str, Meta(min_length=1, max_length=MOST_SAID)]
MaybeSaid = Annotated[str, Meta(max_length=MOST_SAID)]
Uri = Annotated[str, Meta(min_length=1, max_length=MOST_URI)]
Address = Annotated[str, Meta(pattern=r"^https://[\x00-\x7f]*\Z", max_length=MOST_ADDRESS)]


class _Shape(Struct, gc=False, tag_field="type"):
    pass


class Postback(_Shape, tag="postback"):
    label: ButtonLabel
    data: Data
    displayText: MaybeSaid = ""  # noqa: N815  LINE's name
    text: MaybeSaid = ""


class Say(_Shape, tag="message"):
    label: ButtonLabel
    text: Said


class Open(_Shape, tag="uri"):
    label: ButtonLabel
    uri: Uri


Action = Postback | Say | Open


class Text(_Shape, tag="text"):
    text: Some
    contents: None = None
    action: Action | None = None


class Image(_Shape, tag="image"):
    url: Address
    contents: None = None
    action: Action | None = None


class Button(_Shape, tag="button"):
    action: Action
    contents: None = None


class Separator(_Shape, tag="separator"):
    contents: None = None
    action: None = None


class Box(_Shape, tag="box"):
    layout: Literal["vertical", "horizontal"]
    contents: "list[Text | Image | Button | Separator | Box]"
    action: Action | None = None


class _Blocks(Struct, gc=False):
    size: str = "mega"
    header: Box | None = None
    hero: Box | Image | None = None
    body: Box | None = None
    footer: Box | None = None


class Bubble(_Blocks, tag_field="type", tag="bubble"):
    pass


class OneOfMany(_Blocks, kw_only=True):
    type: Literal["bubble"]  # which a tag need not be


class Carousel(_Shape, tag="carousel"):
    contents: Annotated[list[OneOfMany], Meta(min_length=1, max_length=MOST_BUBBLES)]


class QuickPostback(Postback, tag="postback"):
    label: QuickLabel


class QuickSay(Say, tag="message"):
    label: QuickLabel


class QuickOpen(Open, tag="uri"):
    label: QuickLabel


class QuickItem(Struct, gc=False):
    action: QuickPostback | QuickSay | QuickOpen


class QuickReply(Struct, gc=False):
    items: Annotated[list[QuickItem], Meta(max_length=MOST_QUICK_REPLIES)]


class TextMessage(_Shape, tag="text"):
    text: MessageText
    quickReply: QuickReply | None = None  # noqa: N815  LINE's name


class FlexMessage(_Shape, tag="flex"):
    altText: AltText  # noqa: N815  LINE's name
    contents: Carousel | Bubble
    quickReply: QuickReply | None = None  # noqa: N815  LINE's name


_messages = Decoder(Annotated[list[TextMessage | FlexMessage], Meta(min_length=1, max_length=MOST_MESSAGES)])


def fits(messages: bytes) -> bool:
    """Return whether these messages, as JSON without letters by number (\\uXXXX), are surely within LINE's limits."""
    try:
        read = _messages.decode(messages)
    except (DecodeError, UnicodeDecodeError):
        return False
    bubbles = 0
    for each in read:
        if isinstance(each, FlexMessage):
            inside = each.contents.contents if isinstance(each.contents, Carousel) else [each.contents]
            if len({bubble.size for bubble in inside}) > 1:
                return False
            bubbles += len(inside)
    # No part is longer than the whole, so most need no measuring.
    return len(messages) <= MOST_BUBBLE_BYTES or _are_small(messages, bubbles)


def _are_small(messages: bytes, bubbles: int) -> bool:
    """Return whether so many bubbles, and the carousels they are in, are surely small enough.

    Were one too long, all others would stand close to the beginning and the end; each of them says that it is a bubble.
    """
    surplus = len(messages) - MOST_BUBBLE_BYTES
    outside = messages.count(BUBBLE, 0, surplus) + messages.count(BUBBLE, MOST_BUBBLE_BYTES)
    return len(messages) <= MOST_CAROUSEL_BYTES and outside < bubbles - 1
