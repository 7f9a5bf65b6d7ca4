"""Does LINE take this message? The limits that its reference states in prose, checked before anything leaves.

Source: LINE Messaging API reference (message objects, action objects, Flex Message elements), August 2026.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

import regex

MOST_MESSAGES = 5
LABELS = {"quick reply": 20, "flex": 40}
MOST_REQUEST_BYTES = 2_000_000


def faults(messages: Sequence[Mapping[str, Any]]) -> list[str]:
    """Return what LINE would refuse about these messages, in words; empty where it takes them."""
    try:
        size = len(json.dumps(list(messages), ensure_ascii=False).encode())
    except UnicodeEncodeError:
        return ["half of a surrogate pair, which is no text"]
    found = [fault for message in messages for fault in _message(message)]
    if not 1 <= len(messages) <= MOST_MESSAGES:
        found.append(f"{len(messages)} messages in one request")
    if size > MOST_REQUEST_BYTES:
        found.append("request over 2 MB")
    return found


def _message(message: Mapping[str, Any]) -> Iterator[str]:
    kind = message.get("type")
    if kind == "text":
        yield from _text(message.get("text") or "", 5000, "text")
    elif kind == "flex":
        yield from _text(message.get("altText") or "", 1500, "altText")
        yield from _flex(message.get("contents") or {})
    elif kind == "image":
        for name in ("originalContentUrl", "previewImageUrl"):
            yield from _address(message.get(name) or "", 2000)
    else:
        yield f"unknown message type {kind!r}"
    items = (message.get("quickReply") or {}).get("items", [])
    if len(items) > 13:
        yield f"{len(items)} quick replies"
    for item in items:
        yield from _action(item.get("action") or {}, "quick reply")


def _flex(contents: Mapping[str, Any]) -> Iterator[str]:
    is_carousel = contents.get("type") == "carousel"
    bubbles = contents.get("contents") or [] if is_carousel else [contents]
    if is_carousel and not 1 <= len(bubbles) <= 12:
        yield f"carousel of {len(bubbles)} bubbles"
    if is_carousel and _bytes(contents) > 50 * 1024:
        yield "carousel over 50 KB"
    if len({bubble.get("size", "mega") for bubble in bubbles}) > 1:
        yield "bubbles of different widths"
    for bubble in bubbles:
        if _bytes(bubble) > 30 * 1024:
            yield "bubble over 30 KB"
        for block in ("header", "hero", "body", "footer"):
            yield from _component(bubble.get(block) or {}, None)


def _component(component: Mapping[str, Any], inside: str | None) -> Iterator[str]:
    kind = component.get("type")
    if kind == "text" and not component.get("text") and not component.get("contents"):
        yield "flex text without text"
    if kind in ("image", "icon"):
        yield from _address(component.get("url") or "", 2000)
    if inside == "baseline" and kind not in ("text", "icon", "filler", "span"):
        yield f"{kind} inside a baseline box"
    if kind == "button" and not (component.get("action") or {}).get("label"):
        yield "button without a label"
    if component.get("action"):
        yield from _action(component["action"], "flex")
    for child in component.get("contents") or []:
        yield from _component(child, component.get("layout"))


def _action(action: Mapping[str, Any], where: str) -> Iterator[str]:
    label = action.get("label") or ""
    if _graphemes(label) > LABELS[where]:
        yield f"label over {LABELS[where]} in a {where}"
    if where == "quick reply" and not label:
        yield "quick reply without a label"
    needed = {"postback": "data", "message": "text", "uri": "uri"}.get(action.get("type", ""))
    if needed and not action.get(needed):
        yield f"{action.get('type')} action without {needed}"
    if len(action.get("data") or "") > 300:
        yield "postback data over 300"
    for name in ("displayText", "text"):
        if _graphemes(action.get(name) or "") > 300:
            yield f"action {name} over 300"
    if action.get("type") == "uri" and len(action.get("uri") or "") > 1000:
        yield "uri over 1,000"


def _text(text: str, most: int, name: str) -> Iterator[str]:
    units = len(text.encode("utf-16-le", errors="surrogatepass")) // 2
    if not text.strip():
        yield f"empty {name}"
    if units > most:
        yield f"{name} of {units} UTF-16 units, over {most}"


def _address(url: str, most: int) -> Iterator[str]:
    if urlsplit(url).scheme != "https" or len(url) > most or not url.isascii():
        yield f"picture address that is not https, percent-encoded and under {most}"


def _graphemes(text: str) -> int:
    return len(regex.findall(r"\X", text))


def _bytes(node: Mapping[str, Any]) -> int:
    return len(json.dumps(node, ensure_ascii=False, separators=(",", ":")).encode())
