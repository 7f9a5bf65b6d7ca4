"""The light check LINE makes of messages before it sends any of them."""

from collections.abc import Iterator
from typing import Any

from web.stand_in.api.answers import Refused

KINDS = {
    "text",
    "textV2",
    "sticker",
    "image",
    "video",
    "audio",
    "location",
    "imagemap",
    "template",
    "flex",
    "coupon",
}
Fault = dict[str, str]


def check_messages(messages: Any) -> None:
    """Raise Refused 400, naming each field at fault, unless LINE would send these messages."""
    if not isinstance(messages, list) or not 1 <= len(messages) <= 5:
        raise Refused(
            400, "The request body has 1 error(s)", [_fault("messages", "Size must be between 1 and 5")]
        )
    faults = [
        fault for number, message in enumerate(messages) for fault in _faults(message, f"messages[{number}]")
    ]
    if faults:
        raise Refused(400, f"The request body has {len(faults)} error(s)", faults)


def _faults(message: Any, where: str) -> Iterator[Fault]:
    kind = message.get("type") if isinstance(message, dict) else None
    if kind not in KINDS:
        yield _fault(f"{where}.type", f"must be one of {sorted(KINDS)}")
        return
    if kind in ("text", "textV2"):
        yield from _text_faults(message.get("text"), f"{where}.text", 5000)
    if kind in ("flex", "template", "imagemap"):
        yield from _text_faults(message.get("altText"), f"{where}.altText", 1500)
    if kind == "flex":
        yield from _flex_faults(message.get("contents"), f"{where}.contents")
    items = (message.get("quickReply") or {}).get("items", [])
    if len(items) > 13:
        yield _fault(f"{where}.quickReply.items", "Size must be between 1 and 13")


def _text_faults(text: Any, where: str, most: int) -> Iterator[Fault]:
    if not isinstance(text, str) or not text.strip():
        yield _fault(where, "May not be empty")
    elif len(text.encode("utf-16-le")) // 2 > most:
        yield _fault(where, f"Length must be between 0 and {most}")


def _flex_faults(contents: Any, where: str) -> Iterator[Fault]:
    kind = contents.get("type") if isinstance(contents, dict) else None
    if kind not in ("bubble", "carousel"):
        yield _fault(f"{where}.type", "must be specified")
    elif kind == "carousel" and not 1 <= len(contents.get("contents") or []) <= 12:
        yield _fault(f"{where}.contents", "Size must be between 1 and 12")


def _fault(where: str, why: str) -> Fault:
    return {"message": why, "property": where}
