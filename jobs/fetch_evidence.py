"""Fetches what a message carries as soon as it came: LINE does not promise to keep it."""

import hashlib
from pathlib import Path

import structlog

from engine.house import House
from models.evidence import Evidence, Kept, is_still_used

log = structlog.get_logger()


def fetch_evidence(house: House, key: str) -> None:
    """Fetch the bytes of evidence `key` and keep them by their hash; a second run finds nothing to do.

    While LINE is away or still prepares the content, the row stays WANTED and the sweep asks again.
    """
    with house.db.read() as session:
        row = session.get(Evidence, int(key))
        if row is None or row.state is not Kept.WANTED:
            return
    gateway = house.gateways.get(row.channel)
    if gateway is None:
        return
    try:
        content = gateway.content(row.message_id)
    except OSError:
        log.warning("content_not_fetched", evidence=row.id)
        return
    if not content.is_ready:
        return
    sha256 = _keep(house.files, content.data) if content.data is not None else None
    with house.db.write() as session:
        row = session.get_one(Evidence, int(key))
        if row.state is not Kept.WANTED:  # unsent while it was on its way
            return
        row.state = Kept.STORED if sha256 else Kept.GONE
        row.sha256, row.content_type = sha256, content.content_type or None


def file_path(files: Path, sha256: str) -> Path:
    """Return where the bytes with this hash are kept."""
    return files / sha256[:2] / sha256


def _keep(files: Path, data: bytes) -> str:
    sha256 = hashlib.sha256(data).hexdigest()
    path = file_path(files, sha256)
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        half = path.with_suffix(".part")
        half.write_bytes(data)
        half.replace(path)
    return sha256


def forget_evidence(house: House, key: str) -> None:
    """Remove the bytes of evidence that was taken back, unless somebody else sent the very same picture."""
    with house.db.write() as session:
        row = session.get(Evidence, int(key))
        if row is None or row.state is not Kept.REMOVED or row.sha256 is None:
            return
        sha256, row.sha256 = row.sha256, None
        session.flush()
        if not is_still_used(session, sha256):
            file_path(house.files, sha256).unlink(missing_ok=True)
