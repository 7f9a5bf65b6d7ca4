"""Photos, films, sound and files that people sent, until they are unsent."""

from dataclasses import dataclass, field


@dataclass
class Content:
    """Bytes a person sent. `polls_left`: how often LINE still answers 202 (being prepared) first."""

    data: bytes
    mime: str
    polls_left: int = 0
    is_unsent: bool = False

    def is_ready(self) -> bool:
        """Whether the bytes may be fetched now; each question brings them one step nearer."""
        if self.polls_left:
            self.polls_left -= 1
            return False
        return True


@dataclass
class Contents:
    kept: dict[str, Content] = field(default_factory=dict)

    def unsend(self, message_id: str) -> None:
        """Forget the bytes but remember that they were there: LINE answers 410, not 404."""
        if message_id in self.kept:
            self.kept[message_id] = Content(b"", "", is_unsent=True)


def mime_of(data: bytes) -> str:
    """Return the media type that the first bytes show."""
    for start, mime in (
        (b"\xff\xd8", "image/jpeg"),
        (b"\x89PNG", "image/png"),
        (b"GIF8", "image/gif"),
        (b"%PDF", "application/pdf"),
    ):
        if data.startswith(start):
            return mime
    return "image/webp" if data[8:12] == b"WEBP" else "application/octet-stream"
