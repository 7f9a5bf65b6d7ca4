"""Fetches what a message carries as soon as it came, for LINE does not promise to keep it; and forgets what was unsent."""

import hashlib
from pathlib import Path

import structlog

from engine.house import House
from engine.whole_file import write_whole
from jobs.answer_form import answer_form, open_form
from jobs.content_type import content_type_of
from jobs.picture_look import look_of
from jobs.same_photo import ask_about_photo
from jobs.shared_copy import position_in, shared_path
from line.gateway import Content
from models.evidence import PHOTO, Evidence, Kept, is_still_used
from models.same_picture import take_turns

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
    if content.is_ready:
        _take(house, row, content)


def _take(house: House, wanted: Evidence, content: Content) -> None:
    """Write the file, then the row; a file whose row was unsent in the meantime is removed again."""
    sha256 = _keep(house.files, content.data) if content.data is not None else None
    opened = open_form(house, wanted, content.data)
    look = look_of(content.data) if content.data is not None and wanted.kind == PHOTO else None
    position = position_in(content.data) if content.data is not None and wanted.kind == PHOTO else None
    with house.db.write() as session:
        take_turns(session, wanted.person_id)
        row = session.get_one(Evidence, wanted.id)
        if row.state is Kept.WANTED:
            row.state = Kept.STORED if sha256 else Kept.GONE
            row.sha256, row.look = sha256, look
            row.latitude, row.longitude = position or (row.latitude, row.longitude)
            row.content_type = content_type_of(content.data) if content.data is not None else None
            answer_form(house, session, row, opened)
            ask_about_photo(house, session, row)
        elif sha256 and not is_still_used(session, sha256):
            file_path(house.files, sha256).unlink(missing_ok=True)
            return
    if content.data is not None:
        # The same picture may have been removed for somebody else between our two steps.
        _keep(house.files, content.data)


def file_path(files: Path, sha256: str) -> Path:
    """Return where the bytes with this hash are kept."""
    return files / sha256[:2] / sha256


def _keep(files: Path, data: bytes) -> str:
    """Write bytes under their hash unless they are there, whole or not at all, and return the hash."""
    sha256 = hashlib.sha256(data).hexdigest()
    path = file_path(files, sha256)
    if not path.exists():
        write_whole(path, data)
    return sha256


def forget_evidence(house: House, key: str) -> None:
    """Remove the bytes of evidence that was taken back, unless somebody else sent the very same picture."""
    with house.db.write() as session:
        row = session.get(Evidence, int(key))
        if row is None or row.state is not Kept.REMOVED or row.sha256 is None:
            return
        sha256, row.sha256, row.look = row.sha256, None, None
        session.flush()
        if not is_still_used(session, sha256):
            file_path(house.files, sha256).unlink(missing_ok=True)
            shared_path(house.shared, sha256).unlink(missing_ok=True)
