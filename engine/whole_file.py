"""Writes a file whole or not at all, durably; what a full disk leaves half done is removed again."""

import os
import tempfile
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` at `path`, on disk before it can be seen there. Raises OSError, and leaves nothing behind then."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = tempfile.NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False)  # noqa: SIM115  closed below
    try:
        with half:
            half.write(data)
            half.flush()
            os.fsync(half.fileno())
        Path(half.name).replace(path)
    except BaseException:
        # Tried again every few seconds, halves would fill what room there is.
        Path(half.name).unlink(missing_ok=True)
        raise
