"""`vbe verify` reads what a stranger sends: within bounds, and told in one line."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile

import pytest

from tests.report.repo import git, repository, vbe
from vbe.report.render.package import CUSTOM

SHA = "0" * 40
ORIGIN = {"tool": "vbe 0", "commit": SHA, "year": 2024, "as_of": "2024-12-31", "cut": "", "dirty": False}


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    return repository(tmp_path_factory.mktemp("kommun") / "lindvik")


def bomb() -> bytes:
    """54 KB that unpack to what fills the memory: the properties of an Office file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(CUSTOM, b"<a>" + b"<b/>" * 13_000_000 + b"</a>")
    return out.getvalue()


def model(**changes) -> bytes:
    return json.dumps({"provenance": ORIGIN | changes, "sections": []}).encode()


FILES = {
    "infinite year.json": model(year=float("inf")),
    "no year.json": model(year=float("nan")),
    "long year.json": model(year="9" * 5000),
    "year nought.json": model(year=0),
    "distant day.json": model(as_of="9999-12-31"),
    "control characters.json": model(commit="\x1b[31m\x07" + SHA),
    "another name.json": model(commit="HEAD"),
    "an option.json": model(commit="--all"),
    "deep.json": b"[" * 4_000_000,
    "deep.md": b'<!-- vbe {"a": ' + b"[" * 200_000 + b"} -->\n",
    "sections.html": b'<section id="a" aria-labelledby="b"><h2>' * 100_000,
    "open sections.html": b'<section id="' * 300_000,
    "objects.pdf": b"1 0 obj\n" * 500_000,
    "descriptions.pdf": b"<x:xmpmeta<pdf:Keywords>" * 150_000,
    "bomb.docx": bomb(),
    "bomb.xlsx": bomb(),
    "cut.docx": bomb()[:1000],
    "large.html": b"x" * (17 * 1024 * 1024),
    "empty.pdf": b"",
}


MEGABYTES = 300
MOST = 12
"""Times as long as a file of nothing; 2 s beside the 0.4 s that starting takes here is 5, and a busy machine is uneven."""
PROGRAM = """
import os, resource, sys
resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
from vbe.cli import run
code = run(sys.argv[1:])
times = os.times()
with open("/proc/self/status") as status:
    own = next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
print(sum(times[:4]), own / 1024)
sys.exit(code)
"""


def verify(file, town):
    """The process, its seconds of the processor, and its largest memory in MB."""
    command = [sys.executable, "-c", PROGRAM, "verify", str(file)]
    done = subprocess.run(command, cwd=town, capture_output=True, check=False, env=os.environ | {"VBE_LANG": "en"})
    *output, figures = done.stdout.decode().splitlines()
    assert not output
    return done, *map(float, figures.split())


@pytest.mark.parametrize("name", FILES)
def test_a_strangers_file_is_told_in_a_line_within_bounds(name, town, tmp_path):
    file = tmp_path / name
    file.write_bytes(FILES[name])
    done, seconds, megabytes = verify(file, town)
    print(f"{name}: {len(FILES[name]) / 1e6:.1f} MB, {seconds:.1f} s, {megabytes:.0f} MB of memory")
    assert done.returncode == 2
    assert megabytes < MEGABYTES
    assert len(done.stderr.decode().splitlines()) == 1
    assert done.stderr.decode().rstrip("\n").isprintable()
    nothing = tmp_path / "nothing.pdf"
    nothing.touch()
    assert seconds < MOST * verify(nothing, town)[1]


def test_a_pipe_is_not_waited_for(town, tmp_path):
    os.mkfifo(tmp_path / "pipe.html")
    assert vbe(town, "verify", str(tmp_path / "pipe.html")).returncode == 2
    assert vbe(town, "report", "--check-template", str(tmp_path / "pipe.html")).returncode == 2


COMMANDS = [
    ("stale",),
    ("validate", "--at", "HEAD"),
    ("diff", "HEAD"),
    ("history", "1.1"),
    ("report", "--year", "2024", "-o", "-"),
]


@pytest.mark.parametrize("setting", ["i18n.logOutputEncoding", "i18n.commitEncoding"])
@pytest.mark.parametrize("encoding", ["UTF-16", "EBCDIC-US", "nonsense"])
def test_the_repository_does_not_choose_the_encoding_that_git_answers_in(setting, encoding, tmp_path):
    town = repository(tmp_path / "lindvik")
    expected = [vbe(town, *command).stdout for command in COMMANDS]
    git(town, "config", setting, encoding)
    for command, output in zip(COMMANDS, expected, strict=True):
        done = vbe(town, *command)
        assert b"Traceback" not in done.stderr
        assert done.stdout == output, (command, done.stderr)


@pytest.mark.parametrize("name", ["objects/info/alternates", "info/grafts", "shallow", "packed-refs", "config", "HEAD"])
@pytest.mark.parametrize("command", [("stale",), ("diff", "HEAD"), ("report", "--year", "2024", "-o", "-")], ids=" ".join)
def test_a_pipe_among_gits_own_files_is_told(name, command, tmp_path):
    town = repository(tmp_path / "lindvik")
    path = town / ".git" / name
    path.unlink(missing_ok=True)
    path.parent.mkdir(exist_ok=True)
    os.mkfifo(path)
    done = vbe(town, *command, VBE_LANG="en")
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert b"git would wait for it" in done.stderr


def test_a_pipe_in_a_store_behind_the_store_is_told(tmp_path):
    town = repository(tmp_path / "lindvik")
    (tmp_path / "store" / "info").mkdir(parents=True)
    os.mkfifo(tmp_path / "store" / "info" / "alternates")
    (town / ".git" / "objects" / "info" / "alternates").write_text(f"{tmp_path / 'store'}\n")
    done = vbe(town, "stale", VBE_LANG="en")
    assert done.returncode == 2
    assert b"git would wait for it" in done.stderr
