"""LINE's rules for a message, as its reference states them; `faults` lists what LINE would refuse or cut.

Sources: Messaging API reference, "Flex Message", "Quick reply", "Action objects"; limits that are stated in prose.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import regex

from cards.look.frame import weight

SIZES = {"xxs", "xs", "sm", "md", "lg", "xl", "xxl", "3xl", "4xl", "5xl"}
SPACING = {"none", "xs", "sm", "md", "lg", "xl", "xxl"}
COMMON = {"type", "flex", "margin", "action"}
BOX = {
    "layout", "contents", "spacing", "backgroundColor", "borderColor", "borderWidth", "cornerRadius", "width",
    "height", "paddingAll", "paddingTop", "paddingBottom", "paddingStart", "paddingEnd", "justifyContent",
    "alignItems",
}  # fmt: skip
TEXT = {"text", "size", "weight", "color", "wrap", "maxLines", "align", "gravity", "decoration", "adjustMode"}
ALLOWED = {
    "box": COMMON | BOX,
    "text": COMMON | TEXT,
    "button": COMMON | {"style", "color", "height", "adjustMode", "gravity"},
    "separator": {"type", "margin", "color"},
}
LENGTHS = {"width", "height", "cornerRadius", "borderWidth", "paddingAll", "paddingTop", "paddingBottom"}
ACTIONS = {
    "message": {"type", "label", "text"},
    "postback": {"type", "label", "data", "displayText"},
    "uri": {"type", "label", "uri"},
}


def faults(message: dict[str, Any]) -> list[str]:
    """Return every fault of one message object, none where LINE takes it as it is."""
    found = list(_quick_replies(message))
    if message["type"] == "text":
        return found + ([] if 0 < utf16(message["text"]) <= 5000 else ["text empty or over 5,000"])
    if not 0 < utf16(message["altText"].strip()) <= 1500:
        found.append("altText empty or over 1,500")
    return found + list(_container(message["contents"]))


def utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def graphemes(text: str) -> int:
    return len(regex.findall(r"\X", text))


def components(node: Any) -> Iterator[dict[str, Any]]:
    """Yield every component inside a bubble or carousel."""
    if isinstance(node, dict):
        if node.get("type") in ALLOWED:
            yield node
        for key, child in node.items():
            if key != "action":
                yield from components(child)
    elif isinstance(node, list):
        for child in node:
            yield from components(child)


def actions(node: Any) -> list[dict[str, Any]]:
    return [each["action"] for each in components(node) if "action" in each]


def _quick_replies(message: dict[str, Any]) -> Iterator[str]:
    items = message.get("quickReply", {"items": [None]})["items"]
    if not 1 <= len(items) <= 13:
        yield f"{len(items)} quick replies"
    for item in items:
        if item:
            yield from _action(item["action"], 20)


def _container(contents: dict[str, Any]) -> Iterator[str]:
    bubbles = [contents]
    if contents["type"] == "carousel":
        bubbles = contents["contents"]
        if not 1 <= len(bubbles) <= 12 or weight(contents) > 50_000:
            yield f"carousel of {len(bubbles)} bubbles and {weight(contents)} bytes"
        if any(one["size"] != other["size"] for one, other in pairwise(bubbles)):
            yield "bubbles of different widths in one carousel"
    for bubble in bubbles:
        if weight(bubble) > 30_000:
            yield f"bubble of {weight(bubble)} bytes"
        if set(bubble) - {"type", "size", "header", "body", "footer"}:
            yield f"bubble with {set(bubble)}"
        for block in ("header", "body", "footer"):
            for component in components(bubble.get(block, {})):
                yield from _component(component)


def _component(component: dict[str, Any]) -> Iterator[str]:
    kind = component["type"]
    if extra := set(component) - ALLOWED[kind]:
        yield f"{kind} with {extra}"
    if kind == "text" and not component["text"].strip():
        yield "empty text"
    if component.get("size", "md") not in SIZES or component.get("spacing", "md") not in SPACING:
        yield f"size or spacing of {kind}"
    if kind == "button" and component["height"] not in ("sm", "md"):
        yield f"button height {component['height']!r}"
    for name in LENGTHS & set(component) if kind == "box" else ():
        if not re.fullmatch(r"\d+(\.\d+)?(px|%)", component[name]):
            yield f"{name} {component[name]!r}"
    for name in ("color", "backgroundColor", "borderColor"):
        if not re.fullmatch(r"#[0-9A-Fa-f]{6}", component.get(name, "#000000")):
            yield f"{name} {component[name]!r}"
    if "action" in component:
        yield from _action(component["action"], 40)


def _action(action: dict[str, Any], label: int) -> Iterator[str]:
    if set(action) != ACTIONS[action["type"]]:
        yield f"action with {set(action)}"
    if not 0 < graphemes(action["label"]) <= label:
        yield f"label {action['label']!r}"
    for name in ("data", "displayText", "text"):
        if not 0 < graphemes(action.get(name, "x")) <= 300:
            yield f"{name} empty or over 300"
    if not re.fullmatch(r"(https?://|tel:[0-9+]+).*", action.get("uri", "tel:1")):
        yield f"uri {action['uri']!r}"
