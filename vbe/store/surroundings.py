"""The text around the records: templates, letterheads, README, notes, workflows, and what is hidden among the records.

None of it is a record, and all of it is published with the repository; so it is searched for persons as the records are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from vbe.errors import VbeError
from vbe.language import _
from vbe.language.patterns import later
from vbe.model.places import FILE, FOLDERS
from vbe.store.commit import Commit
from vbe.store.links import linked_part
from vbe.store.reasons import os_error_text
from vbe.store.repository import MAX_FILES, Disk
from vbe.store.resources import is_packaged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.diagnostics import Finding
    from vbe.store.repository import Source

TEMPLATES: Final = "templates"
LIMIT: Final = 2 * 1024 * 1024
"""Bytes of a file, and of all parts of a letterhead together four times as many."""
MAX_PARTS: Final = 500
TEXTS: Final = later(
    r"\.(?:md|markdown|txt|rst|adoc|org|yaml|yml|json|jsonl|csv|tsv|html?|xml|svg|toml|ini|cfg|conf"
    r"|j2|jinja|typ|tex|css|eml|ics|vcf|log|patch|diff)"
)
"""What people write and programs show; the code of programs is not searched."""
LETTERHEADS: Final = (".docx", ".dotx", ".xlsx")
SKIPPED: Final = frozenset({".git", ".hg", ".svn", "node_modules", "__pycache__", "build", "dist", "venv"})
SHOWN_HIDDEN: Final = frozenset({".github", ".gitlab", ".gitea", ".forgejo"})
"""Hidden folders in the root that hold what people have written; the others belong to programs."""
MADE_BY_PROGRAMS: Final = ("pyvenv.cfg", "CACHEDIR.TAG")


class Surroundings(NamedTuple):
    """File → text (that of a letterhead is the text of its parts, one after the other), and what could not be searched."""

    texts: dict[str, str]
    findings: tuple[Finding, ...]


def read_surroundings(source: Source) -> Surroundings:
    """Read the text files besides the records, on disk or in a commit; of templates only the municipality's own."""
    found = _committed(source) if isinstance(source, Commit) else _on_disk(source) if isinstance(source, Disk) else iter(())
    texts: dict[str, str] = {}
    findings: list[Finding] = []
    for file, content in found:
        if not isinstance(content, bytes):
            findings.append(content)
        elif file.startswith(f"{TEMPLATES}/") and is_packaged(file.removeprefix(f"{TEMPLATES}/"), content):
            continue
        elif file.lower().endswith(LETTERHEADS):
            texts[file] = _parts(content)
        elif b"\0" not in content:
            texts[file] = content.decode("utf-8", "replace")
    return Surroundings(texts, tuple(findings))


def _on_disk(source: Disk) -> Iterator[tuple[str, bytes | Finding]]:
    waiting, seen = [""], 0
    while waiting:
        folder = waiting.pop()
        try:
            entries = source.entries(folder)
        except OSError as error:
            raise VbeError(_("The folder {folder} cannot be read.").format(folder=folder or "."), os_error_text(error)) from None
        if folder and any(entry.name in MADE_BY_PROGRAMS for entry in entries):
            continue
        for entry in entries:
            file = f"{folder}/{entry.name}" if folder else entry.name
            if entry.is_symlink():
                continue
            if entry.is_dir(follow_symlinks=False):
                if _is_entered(file):
                    waiting.append(file)
            elif entry.is_file(follow_symlinks=False) and _is_searched(file) and linked_part(source.root, file) is None:
                seen += 1
                yield file, source.read(file, LIMIT)
        if seen > MAX_FILES:
            raise VbeError(_("There are more than {count} files to search.").format(count=MAX_FILES))


def _committed(source: Commit) -> Iterator[tuple[str, bytes | Finding]]:
    prefix = source.git.prefix
    wanted = {}
    for entry in source.entries():
        file = entry.path[len(prefix) :]
        folders = file.split("/")[:-1]
        entered = all(_is_entered("/".join(folders[: depth + 1])) for depth in range(len(folders)))
        if entry.path.startswith(prefix) and entry.is_file and entry.size <= LIMIT and entered and _is_searched(file):
            wanted[file] = entry.oid
    with source.git.blobs() as blobs:
        contents = blobs.read(list(wanted.values()))
    for file, oid in wanted.items():
        if (content := contents[oid]) is not None:
            yield file, content


def _is_entered(folder: str) -> bool:
    """Whether a folder's files are looked at; all are that lie below the records' folders."""
    top, *_rest = folder.split("/")
    name = folder.rsplit("/", 1)[-1]
    if top in FOLDERS:
        return True
    return name not in SKIPPED and (not name.startswith(".") or name in SHOWN_HIDDEN)


def _is_searched(file: str) -> bool:
    """Whether a file is to be searched here: below the records' folders only what is hidden there, which is no record."""
    top, *rest = file.split("/")
    name = file.rsplit("/", 1)[-1].lower()
    if top in FOLDERS:
        return any(part.startswith(".") for part in rest)
    if file == FILE:
        return False
    ending = name[name.rfind(".") :] if "." in name.lstrip(".") else ""
    return not ending or TEXTS.fullmatch(ending) is not None or (top == TEMPLATES and ending in LETTERHEADS)


def _parts(content: bytes) -> str:
    """The text of every part of an office document, its properties included; of a broken one, nothing."""
    # Loaded where there is a letterhead of the municipality's own: both are large, and most runs need neither.
    import zipfile
    from io import BytesIO

    from vbe.privacy.markup import read_office

    texts: list[str] = []
    left = 4 * LIMIT
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            for part in archive.infolist()[:MAX_PARTS]:
                if part.file_size <= left and part.filename.endswith((".xml", ".rels")):
                    left -= part.file_size
                    texts.append(read_office(archive.read(part).decode("utf-8", "replace")))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError):
        pass
    return "\n".join(texts)
