"""What a backup says of itself, and the one way in which it is refused."""

import json
from dataclasses import dataclass

FORMAT = 1


class ArchiveError(Exception):
    """An archive cannot be written or is not to be trusted; the message is one line that says why."""


@dataclass(frozen=True)
class Manifest:
    """What an archive holds: rows by table, and the SHA-256 of every part. `revision` is that of the migrations."""

    version: str
    made_at: str
    database: str
    revision: str
    tables: dict[str, int]
    parts: dict[str, str]
    format: int = FORMAT

    @classmethod
    def read(cls, text: bytes) -> "Manifest":
        """Read a manifest; ArchiveError for anything that is not one of ours."""
        try:
            found = json.loads(text)
            manifest = cls(**found)
            counts, hashes = manifest.tables.values(), manifest.parts.values()
            if not all(type(each) is int for each in counts) or not all(type(each) is str for each in hashes):
                raise TypeError
        except (ValueError, TypeError, AttributeError, RecursionError) as error:
            raise ArchiveError("its manifest cannot be read") from error
        if manifest.format != FORMAT:
            raise ArchiveError(f"it has format {manifest.format}, and this version reads format {FORMAT}")
        return manifest
