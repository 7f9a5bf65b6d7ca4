"""Makes the disk slower by two milliseconds an fsync, for all processes started inside the block; needs a C compiler."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SOURCE = Path(__file__).with_suffix(".c")


@contextmanager
def slow_disk(folder: Path) -> Iterator[None]:
    """Keep the library in `folder`, which whoever runs the database must be able to read."""
    if (compiler := shutil.which("cc")) is None:
        raise SystemExit("no C compiler: apt-get install gcc")
    library = folder / "slow_disk.so"
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", SOURCE, "-o", library, "-ldl"], check=True)
    folder.chmod(0o755)
    os.environ["LD_PRELOAD"] = str(library)
    try:
        yield
    finally:
        del os.environ["LD_PRELOAD"]
