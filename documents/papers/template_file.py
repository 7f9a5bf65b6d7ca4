"""A .docx template as a file: is it a Word document at all, does it carry anything that a template must not, and its XML."""

import io
import re
import zipfile
from enum import StrEnum

from documents.zip_check import UNREADABLE, unpacks_beyond
from i18n import _

MEGABYTE = 1024 * 1024
LARGEST, UNPACKED, ENTRIES, RATIO = 5 * MEGABYTE, 40 * MEGABYTE, 500, 200
DOCUMENT = "word/document.xml"
# Macros, embedded programs and foreign documents: Word would run or open them for whoever gets the paper.
ACTIVE = re.compile(
    r"vbaProject|activeX|embeddings/|\.bin$|oleObject|attachedToolbars|webextension", re.IGNORECASE
)
EXTERNAL = re.compile(rb'TargetMode\s*=\s*["\']External["\']', re.IGNORECASE)
HYPERLINK = re.compile(rb'<Relationship\b[^>]*/hyperlink"[^>]*>')
# Fields that fetch or run something when the paper is opened.
FETCHING = re.compile(rb"\b(INCLUDETEXT|INCLUDEPICTURE|DDEAUTO|DDE|LINK|IMPORT|DATABASE)\b[ &\"]")
ENTITY = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
FILLED = re.compile(r"word/(document|header\d*|footer\d*|footnotes)\.xml$")


class Why(StrEnum):
    """Why a template is refused."""

    NO_WORD_FILE = "no_word_file"
    TOO_LARGE = "too_large"
    ACTIVE = "active"
    UNREADABLE = "unreadable"
    UNKNOWN = "unknown"
    FORBIDDEN = "forbidden"


class TemplateRefused(Exception):
    """A template cannot be used; `what` names the field, expression or part."""

    def __init__(self, why: Why, what: str = "") -> None:
        super().__init__(f"{why}: {what}")
        self.why, self.what = why, what

    @property
    def reason(self) -> str:
        """Return one line for the person who sent it."""
        said = {
            Why.NO_WORD_FILE: _("This is no Word document (.docx)."),
            Why.TOO_LARGE: _("The template is too large: at most 5 MB."),
            Why.ACTIVE: _(
                "The template holds something that runs or fetches on opening: {what}. Take it out."
            ),
            Why.UNREADABLE: _("A field in the template cannot be read: {what}"),
            Why.UNKNOWN: _("The template has fields that this paper does not know: {what}"),
            Why.FORBIDDEN: _("The template does what templates may not: {what}"),
        }
        return said[self.why].format(what=self.what)


def parts_of(content: bytes) -> dict[str, bytes]:
    """Return the parts in which fields are filled, by name; raises TemplateRefused for a file that is not harmless."""
    if len(content) > LARGEST:
        raise TemplateRefused(Why.TOO_LARGE)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _parts(archive)
    except UNREADABLE:
        raise TemplateRefused(Why.NO_WORD_FILE) from None


def _parts(archive: zipfile.ZipFile) -> dict[str, bytes]:
    entries = archive.infolist()
    if unpacks_beyond(entries, size=UNPACKED, count=ENTRIES, ratio=RATIO, ratio_from=MEGABYTE):
        raise TemplateRefused(Why.TOO_LARGE)
    names = {entry.filename for entry in entries}
    if DOCUMENT not in names or "[Content_Types].xml" not in names:
        raise TemplateRefused(Why.NO_WORD_FILE)
    for name in sorted(names):
        _check_part(name, archive.read(name))
    return {name: archive.read(name) for name in sorted(names) if FILLED.match(name)}


def _check_part(name: str, content: bytes) -> None:
    if ACTIVE.search(name) or (name == "[Content_Types].xml" and b"macroEnabled" in content):
        raise TemplateRefused(Why.ACTIVE, name)
    if name.endswith((".xml", ".rels")) and ENTITY.search(content):
        raise TemplateRefused(Why.ACTIVE, f"{name}: DOCTYPE")
    if name.endswith(".rels") and EXTERNAL.search(HYPERLINK.sub(b"", content)):
        raise TemplateRefused(Why.ACTIVE, f"{name}: External")
    found = FETCHING.search(content) if name.endswith(".xml") and b"instrText" in content else None
    if found:
        raise TemplateRefused(Why.ACTIVE, found[1].decode())
