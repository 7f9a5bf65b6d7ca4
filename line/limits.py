"""Does LINE take this message? The limits that its reference states in prose, checked before anything leaves.

Source: LINE Messaging API reference (message objects, action objects, Flex Message elements), August 2026.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import orjson
import regex

MOST_MESSAGES, MOST_QUICK_REPLIES, MOST_BUBBLES = 5, 13, 12
# UTF-16 units
MOST_TEXT, MOST_ALT_TEXT = 5000, 1500
# letters as people count them
LABELS = {"quick reply": 20, "flex": 40}
MOST_SAID = 300
# characters
MOST_DATA, MOST_URI, MOST_ADDRESS = 300, 1000, 2000
MOST_REQUEST_BYTES = 2_000_000
MOST_CAROUSEL_BYTES, MOST_BUBBLE_BYTES = 50 * 1024, 30 * 1024
BLOCKS = ("header", "hero", "body", "footer")
IN_BASELINE = ("text", "icon", "filler", "span")
NEEDED = {"postback": "data", "message": "text", "uri": "uri"}


def faults(messages: Sequence[Mapping[str, Any]], at_most: int | None = None) -> list[str]:
    """Return what LINE would refuse about these messages, in words; empty where it takes them.

    They have no more bytes than `at_most`, where that is known; otherwise they are measured.
    """
    try:
        size = _bytes(list(messages)) if at_most is None or at_most > MOST_REQUEST_BYTES else at_most
    except orjson.JSONEncodeError:
        return ["half of a surrogate pair, which is no text"]
    found: list[str] = []
    for message in messages:
        found.extend(_message(message, size))
    if not 1 <= len(messages) <= MOST_MESSAGES:
        found.append(f"{len(messages)} messages in one request")
    if size > MOST_REQUEST_BYTES:
        found.append("request over 2 MB")
    return found


def _message(message: Mapping[str, Any], size: int) -> Iterator[str]:
    kind = message.get("type")
    if kind == "text":
        yield from _text(message.get("text") or "", MOST_TEXT, "text")
    elif kind == "flex":
        yield from _text(message.get("altText") or "", MOST_ALT_TEXT, "altText")
        yield from _flex(message.get("contents") or {}, size)
    elif kind == "image":
        for name in ("originalContentUrl", "previewImageUrl"):
            yield from _address(message.get(name) or "")
    else:
        yield f"unknown message type {kind!r}"
    items = (message.get("quickReply") or {}).get("items", [])
    if len(items) > MOST_QUICK_REPLIES:
        yield f"{len(items)} quick replies"
    for item in items:
        yield from _action(item.get("action") or {}, "quick reply")


def _flex(contents: Mapping[str, Any], size: int) -> Iterator[str]:
    """Tell a Flex message's faults; in a request of `size` bytes nothing is longer than that."""
    is_carousel = contents.get("type") == "carousel"
    bubbles = contents.get("contents") or [] if is_carousel else [contents]
    if is_carousel and not 1 <= len(bubbles) <= MOST_BUBBLES:
        yield f"carousel of {len(bubbles)} bubbles"
    if is_carousel and size > MOST_CAROUSEL_BYTES and _bytes(contents) > MOST_CAROUSEL_BYTES:
        yield "carousel over 50 KB"
    if len({bubble.get("size", "mega") for bubble in bubbles}) > 1:
        yield "bubbles of different widths"
    found: list[str] = []
    for bubble in bubbles:
        if size > MOST_BUBBLE_BYTES:
            own = _bytes(bubble)
            size -= own  # and no other is longer than what is left
            if own > MOST_BUBBLE_BYTES:
                yield "bubble over 30 KB"
        for block in BLOCKS:
            if block in bubble:
                _components((bubble[block] or {},), is_baseline=False, found=found)
    yield from found


def _components(components: Sequence[Mapping[str, Any]], is_baseline: bool, found: list[str]) -> None:
    """Add the faults of components and what they hold.

    A carousel has hundreds of them: hence a plain list, and nothing is asked of a component that its kind has not.
    """
    for component in components:
        kind = component.get("type")
        if kind == "text":
            if not component.get("text") and not component.get("contents"):
                found.append("flex text without text")
        elif kind in ("image", "icon"):
            found.extend(_address(component.get("url") or ""))
        elif kind == "button" and not (component.get("action") or {}).get("label"):
            found.append("button without a label")
        if is_baseline and kind not in IN_BASELINE:
            found.append(f"{kind} inside a baseline box")
        if "action" in component:
            found.extend(_action(component["action"] or {}, "flex"))
        if "contents" in component:
            inside = component["contents"] or ()
            _components(inside, component.get("layout") == "baseline", found)


def _action(action: Mapping[str, Any], where: str) -> Iterator[str]:
    label = action.get("label") or ""
    if _is_over(label, LABELS[where]):
        yield f"label over {LABELS[where]} in a {where}"
    if where == "quick reply" and not label:
        yield "quick reply without a label"
    needed = NEEDED.get(action.get("type", ""))
    if needed and not action.get(needed):
        yield f"{action.get('type')} action without {needed}"
    if len(action.get("data") or "") > MOST_DATA:
        yield f"postback data over {MOST_DATA}"
    for name in ("displayText", "text"):
        if _is_over(action.get(name) or "", MOST_SAID):
            yield f"action {name} over {MOST_SAID}"
    if action.get("type") == "uri" and len(action.get("uri") or "") > MOST_URI:
        yield f"uri over {MOST_URI:,}"


def _text(text: str, most: int, name: str) -> Iterator[str]:
    units = len(text.encode("utf-16-le", errors="surrogatepass")) // 2
    if not text.strip():
        yield f"empty {name}"
    if units > most:
        yield f"{name} of {units} UTF-16 units, over {most}"


def _address(url: str) -> Iterator[str]:
    if url[:8].lower() != "https://" or len(url) > MOST_ADDRESS or not url.isascii():
        yield f"picture address that is not https, percent-encoded and under {MOST_ADDRESS}"


def _is_over(text: str, most: int) -> bool:
    """Return whether a text has more than `most` letters as people count them, which are never more than its characters."""
    return len(text) > most and len(regex.findall(r"\X", text)) > most


def _bytes(node: Any) -> int:
    return len(orjson.dumps(node))
