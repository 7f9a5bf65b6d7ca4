"""What doctor sees on this machine: settings, the data folder and the fonts."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from commands.finding import Finding, bad, ok, warn
from settings import Settings

ROOT = Path(__file__).parent.parent
FONTS = tuple(
    ROOT / "fonts" / f"{family}-{style}.ttf"
    for family in ("Sarabun", "SarabunPapers")
    for style in ("Regular", "Bold")
)
MEGABYTE = 1024 * 1024
# Less than this is filled by a day of photos (at most 10 MB each); below the second SQLite may fail to commit.
LITTLE_SPACE, NO_SPACE = 1024 * MEGABYTE, 100 * MEGABYTE
TO_CONFIGURE = "set LINE_CHANNEL_SECRET and LINE_CHANNEL_ID (README.md, Going live with LINE)"


def check_settings(settings: Settings) -> Iterator[Finding]:
    """Look at what the settings mean together; one by one they were checked when they were read."""
    if settings.demo:
        yield ok("settings", "demo mode: invented people, and a stand-in for LINE")
    elif not settings.channels:
        yield warn("settings", "no LINE credentials: nothing was asked of LINE", TO_CONFIGURE)
    elif not settings.public_url.startswith("https://"):
        found = f"PUBLIC_URL is {settings.public_url}, and LINE comes over HTTPS only"
        yield bad("settings", found, "set PUBLIC_URL to the HTTPS address at which people reach the bot")
    else:
        names = ", ".join(channel.name for channel in settings.channels)
        yield ok("settings", f"read; official accounts: {names}; address {settings.public_url}")


def check_data_dir(settings: Settings) -> Iterator[Finding]:
    """Look whether the data folder takes files, has room, and keeps its secret to its owner."""
    folder = settings.data_dir
    to_mend = f"let the bot's user own DATA_DIR ({folder}), on a disk that is not read-only"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as probe:
            probe.write(b"x")
        free = shutil.disk_usage(folder).free
    except OSError as error:
        yield bad("disk", f"{folder} cannot be written: {error.strerror}", to_mend)
        return
    found = f"{folder} can be written, {free // MEGABYTE:,} MB free"
    if free < LITTLE_SPACE:
        make = bad if free < NO_SPACE else warn
        yield make("disk", found, "make room: photos and the database are kept there")
    else:
        yield ok("disk", found)
    yield from _check_secret(folder / "secret_key")


def _check_secret(path: Path) -> Iterator[Finding]:
    if path.exists() and path.stat().st_mode & 0o077:
        yield warn("secret key", f"others on this machine can read {path}", f"chmod 600 {path}")


def check_fonts() -> Iterator[Finding]:
    """Look whether Thai letters can be drawn in menus, charts and papers."""
    from PIL import ImageFont

    for path in FONTS:
        try:
            ImageFont.truetype(path, 20)
        except OSError:
            found = f"{path.name} is missing or damaged: menus, charts and papers cannot be drawn"
            yield bad("fonts", found, "put the folder fonts back as it came with this version")
            return
    yield ok("fonts", ", ".join(path.stem for path in FONTS))
