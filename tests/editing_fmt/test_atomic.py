"""The door to a file: all of it or nothing, never over somebody else's change."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest

from vbe.errors import VbeError
from vbe.store.editing.atomic import write_atomically


def test_new_and_changed(tmp_path):
    path = tmp_path / "a.yaml"
    write_atomically(path, b"1", None, root=tmp_path)
    write_atomically(path, b"2", b"1", root=tmp_path)
    assert path.read_bytes() == b"2"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(("there", "expected"), [(b"x", None), (b"x", b"y"), (None, b"y")])
def test_what_is_not_as_it_was_is_left_alone(there, expected, tmp_path):
    path = tmp_path / "a.yaml"
    if there is not None:
        path.write_bytes(there)
    with pytest.raises(VbeError):
        write_atomically(path, b"new", expected, root=tmp_path)
    assert (path.read_bytes() if path.exists() else None) == there
    assert len(list(tmp_path.iterdir())) == (there is not None)


def test_a_link_is_not_written_through(tmp_path):
    (tmp_path / "real").write_bytes(b"x")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with pytest.raises(VbeError):
        write_atomically(tmp_path / "link", b"new", b"x", root=tmp_path)
    assert (tmp_path / "real").read_bytes() == b"x"


def test_old_litter_is_cleared_and_fresh_litter_is_somebody_elses(tmp_path):
    old, fresh = tmp_path / ".a.yaml.vbe-old1.tmp", tmp_path / ".a.yaml.vbe-new1.tmp"
    for path in (old, fresh):
        path.write_bytes(b"x")
    os.utime(old, (0, 0))
    write_atomically(tmp_path / "a.yaml", b"1", None, root=tmp_path)
    assert not old.exists()
    assert fresh.exists()


KILLED = """
import sys; from pathlib import Path; from vbe.store.editing.atomic import write_atomically
path = Path(sys.argv[1]); old = path.read_bytes(); print("ready", flush=True)
while True:
    new = old[::-1]; write_atomically(path, new, old, root=path.parent); old = new
"""


def test_a_kill_never_leaves_a_torn_file(tmp_path):
    """Twenty kills at arbitrary moments: the file is always one of the two."""
    path = tmp_path / "a.yaml"
    versions = {b"a" * 200_000 + b"b", b"b" + b"a" * 200_000}
    path.write_bytes(b"a" * 200_000 + b"b")
    for moment in range(20):
        process = subprocess.Popen([sys.executable, "-c", KILLED, str(path)], stdout=subprocess.PIPE)
        process.stdout.readline()
        time.sleep(moment / 400)
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        assert path.read_bytes() in versions
