"""restore reads an archive as if a stranger had made it: what does not belong in a backup is written nowhere."""

import tarfile
from pathlib import Path

import pytest

from tests.commands.places import archive, house_on, member, terminal_of


@pytest.mark.parametrize(
    "hostile",
    [
        [(member("../escaped"), b"x")],
        [(member("files/../../escaped"), b"x")],
        [(member("/tmp/escaped"), b"x")],
        [(member("files//escaped"), b"x")],
        [(member("files\\..\\escaped"), b"x")],
        [(member("files/.hidden"), b"x")],
        [(member("secret_key/x"), b"x")],
        [(member("files/link", tarfile.SYMTYPE, "/etc/passwd"), b"")],
        [(member("files/hard", tarfile.LNKTYPE, "/etc/passwd"), b"")],
        [(member("files/dir", tarfile.SYMTYPE, ".."), b""), (member("files/dir/escaped"), b"x")],
        [(member("files/pipe", tarfile.FIFOTYPE), b"")],
        [(member("files/device", tarfile.CHRTYPE), b"")],
        [(member("files/twice"), b"x"), (member("files/twice"), b"y")],
        [(member("files/a"), b"x"), (member("files/a/b"), b"y")],
        [(member("files/" + "a" * 300), b"x")],
    ],
    ids=lambda hostile: hostile[-1][0].name[:30].replace("/", "|"),
)
def test_a_hostile_archive_writes_nothing_anywhere(hostile, clock, tmp_path):
    place = tmp_path / "a" / "b"
    place.mkdir(parents=True)
    file = archive(tmp_path / "hostile.tar.gz", *hostile)
    before = sorted(tmp_path.rglob("*"))
    with house_on(f"sqlite:///{place / 'new' / 't.db'}", place, clock, migrated=False) as house:
        result = terminal_of(house)("restore", file)
    assert result.exit_code == 2 and "hostile.tar.gz" in result.stderr and "Traceback" not in result.output
    assert set(tmp_path.rglob("*")) - set(before) <= {place / "new", place / "new" / "secret_key"}
    assert not Path("/tmp/escaped").exists()


@pytest.mark.parametrize(
    ("manifest", "says"),
    [
        ({"format": 2}, "format 2"),
        ({"revision": "9999"}, "another version"),
        ({"database": "oracle"}, "holds a oracle database"),
        ({"tables": "many"}, "manifest cannot be read"),
        ({"parts": {"database.sqlite": 1}}, "manifest cannot be read"),
        ({"parts": {}}, "not what the manifest says"),
        ({"unknown": 1}, "manifest cannot be read"),
        ({}, "damaged"),
    ],
)
def test_an_archive_that_does_not_fit_is_refused_in_one_line(manifest, says, clock, tmp_path):
    file = archive(tmp_path / "odd.tar.gz", (member("database.sqlite"), b"no database"), manifest=manifest)
    with house_on(f"sqlite:///{tmp_path / 'new' / 't.db'}", tmp_path, clock, migrated=False) as house:
        result = terminal_of(house)("restore", file)
    assert result.exit_code == 2 and says in result.stderr
    assert result.stderr.count("\n") == 1
