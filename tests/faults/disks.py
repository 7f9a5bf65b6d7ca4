"""Disks that run out of room or take nothing any more, and are well again later, under a bot that goes on running."""

import contextlib
import os
import resource
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

CHUNK = 64 * 1024


class FullDisk:
    """A small file system of its own. It can be mounted by root only."""

    def __init__(self, folder: Path, size: str = "24m") -> None:
        self.folder = folder
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tamngan", folder], check=True)
        self._filler = folder / "filler"

    def breaks(self, _process_group: int) -> None:
        """Leave no byte of room."""
        filler = os.open(self._filler, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        for size in (CHUNK, 1):
            with contextlib.suppress(OSError):
                while True:
                    os.write(filler, b"\0" * size)
        os.close(filler)

    def mends(self, _process_group: int) -> None:
        self._filler.unlink()

    def end(self) -> None:
        subprocess.run(["umount", "--lazy", self.folder], check=True)


class BrokenDisk:
    """A disk on which every write of the bot fails: its processes may not write to any file (RLIMIT_FSIZE)."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def breaks(self, process_group: int) -> None:
        self._limit(process_group, 0)

    def mends(self, process_group: int) -> None:
        self._limit(process_group, resource.RLIM_INFINITY)

    def _limit(self, process_group: int, most_bytes: int) -> None:
        for pid in processes_of(process_group):
            _soft, hard = resource.prlimit(pid, resource.RLIMIT_FSIZE)
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (most_bytes, hard))

    def end(self) -> None:
        """Nothing is left behind: the limits end with their processes."""


def processes_of(process_group: int) -> list[int]:
    """Return the ids of the processes of a group."""
    found = subprocess.run(["pgrep", "-g", str(process_group)], capture_output=True, text=True, check=False)
    return [int(line) for line in found.stdout.split()]


def may_mount() -> bool:
    """Return whether this machine lets us mount a file system: we are root, and not in a container that forbids it."""
    if os.geteuid() != 0 or not shutil.which("unshare"):
        return False
    tried = subprocess.run(
        ["unshare", "--mount", "mount", "-t", "tmpfs", "tamngan", "/mnt"], capture_output=True, check=False
    )
    return tried.returncode == 0


@contextlib.contextmanager
def no_file_beyond(most_bytes: int) -> Iterator[None]:
    """Let this very process write no file beyond a size, as if its disk ended there."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
