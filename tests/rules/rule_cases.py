"""Cases: small repositories that differ from `base/` in the one thing that a rule is about.

A case is a folder `VBE###-name/` with `bad/`, where the rule finds what is marked and no rule of its family finds anything else, and
`good/`, the nearest thing that is not wrong. What it changes of `base/` it changes by a patch, so that whatever the base gets for
a new rule the case gets too; a file in the folder is added. Only VBE109, whose subject is the root of a file, puts a whole file in
the place of one of the base. A file that is new and like another is a patch of that one.

    # expect: VBE301        at the end of the line in the file that the finding points at; several codes with spaces
    _patch                  what is changed in files of the base, as `diff -u` writes it but without line numbers: `--- FILE`,
                            then for each place `@@` and lines that begin with a space (kept), `-` (taken out), `+` (put in);
                            `--- FILE < OTHER` is a new file that differs from another of the base. Keep no more lines than
                            make the place the only one: what is kept must be changed with the base
    _expect                 one line for each other place: `VBE102 measures/01-samordning.yaml` (line 1) or `… .yaml:7`
    _delete                 files of the base that the case does without, one a line
    _make                   files that git or editors would mangle, one instruction a line:

        prefix PATH HEX              bytes before what the file holds
        replace PATH HEX HEX         the first bytes of a file like these become those
        pad PATH COUNT               so many bytes of comment after what the file holds
        copy PATH -> PATH            the same file under another name
        symlink PATH -> TARGET       a link
        fifo PATH                    a pipe
        chmod PATH MODE              other permissions
        unreadable PATH              the system refuses to open it, whoever asks
"""

from __future__ import annotations

import errno
import os
import re
import shutil
from pathlib import Path

import pytest

from vbe.rules.checker import examine
from vbe.rules.result import CheckResult
from vbe.store import repository

HERE = Path(__file__).parent
BASE = HERE / "base"
CASE = re.compile(r"(?P<code>VBE\d{3})-(?P<name>[a-z0-9-]+)")
EXPECT = re.compile(r"# expect:((?: VBE\d{3})+)\s*$")
DIRECTIONS = ("_patch", "_expect", "_delete", "_make")

Expectation = tuple[str, str, int]


def case_folders() -> list[Path]:
    """Every case folder, by name."""
    return sorted(path for path in HERE.iterdir() if CASE.fullmatch(path.name))


def build(overlay: Path, root: Path, monkeypatch) -> None:
    """The base with an overlay, in a folder of its own."""
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    for file in _direction(overlay, "_delete"):
        (root / file).unlink()
    for file, content in changed_files(overlay).items():
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_bytes(content)
    for line in _direction(overlay, "_make"):
        _make(root, line, monkeypatch)


def changed_files(overlay: Path) -> dict[str, bytes]:
    """File → content, for every file that the case adds or changes."""
    sources = (path for path in sorted(overlay.rglob("*")) if path.is_file() and path.name not in DIRECTIONS)
    files = {path.relative_to(overlay).as_posix(): path.read_bytes() for path in sources}
    patch = overlay / "_patch"
    for part in re.split(r"^--- ", patch.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:] if patch.exists() else ():
        file, *hunks = re.split(r"^@@.*\n", part, flags=re.MULTILINE)
        file, _from, source = file.strip().partition(" < ")
        lines = (BASE / (source or file)).read_text(encoding="utf-8").splitlines()
        for hunk in hunks:
            lines = _replaced(lines, hunk.splitlines(), f"{patch}: {file}")
        files[file] = ("\n".join(lines) + "\n").encode()
    return files


def _replaced(lines: list[str], hunk: list[str], place: str) -> list[str]:
    """The lines with one part of a patch applied; what it takes out must stand there exactly once."""
    old = [line[1:] for line in hunk if not line.startswith("+")]
    new = [line[1:] for line in hunk if not line.startswith("-")]
    found = [start for start in range(len(lines) - len(old) + 1) if lines[start : start + len(old)] == old]
    assert len(found) == 1, f"{place} has {len(found)} places like {old}"
    return [*lines[: found[0]], *new, *lines[found[0] + len(old) :]]


def expectations(overlay: Path) -> set[Expectation]:
    """Code, file and line of everything that should be found."""
    expected = set()
    for file, content in changed_files(overlay).items():
        for number, line in enumerate(content.decode(errors="replace").splitlines(), 1):
            if match := EXPECT.search(line):
                expected |= {(code, file, number) for code in match[1].split()}
    for line in _direction(overlay, "_expect"):
        code, place = line.split(" ", 1)
        file, _colon, number = place.partition(":")
        expected.add((code, file, int(number or 1)))
    return expected


def findings(verdict: CheckResult, codes: set[str]) -> set[Expectation]:
    """Code, file and line of everything that rules of these codes' families found and nothing covers."""
    families = {code[:4] for code in codes}
    return {(d.code, d.location.file, d.location.line) for d in verdict.open if d.code[:4] in families}


def check(root: Path) -> CheckResult:
    """What `vbe validate` finds, in process."""
    return examine(repository.Disk(root))


def _direction(overlay: Path, name: str) -> list[str]:
    path = overlay / name
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def _make(root: Path, line: str, monkeypatch) -> None:
    verb, rest = line.split(" ", 1)
    if verb in ("copy", "symlink"):
        path, target = (part.strip() for part in rest.split("->"))
        if verb == "copy":
            if (root / target).exists():
                pytest.skip("names that differ only in case are one file here")
            (root / target).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(root / path, root / target)
        else:
            (root / path).unlink(missing_ok=True)
            (root / path).symlink_to(target)
        return
    name, *arguments = rest.split()
    path = root / name
    if verb == "prefix":
        path.write_bytes(bytes.fromhex(arguments[0]) + path.read_bytes())
    elif verb == "replace":
        old, new = (bytes.fromhex(argument) for argument in arguments)
        content = path.read_bytes()
        assert old in content, line
        path.write_bytes(content.replace(old, new, 1))
    elif verb == "pad":
        path.write_bytes(path.read_bytes() + b"\n# " + b"x" * int(arguments[0]))
    elif verb == "fifo":
        os.mkfifo(path)
    elif verb == "chmod":
        path.chmod(int(arguments[0], 8))
    elif verb == "unreadable":
        _refuse(path, monkeypatch)
    else:
        raise ValueError(line)


def _refuse(path: Path, monkeypatch) -> None:
    """Permissions do not stop root, so the refusal is made where the file is opened."""
    real = os.open

    def refusing(file, *arguments, **options):
        if Path(file) == path:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(file))
        return real(file, *arguments, **options)

    monkeypatch.setattr(repository.os, "open", refusing)
