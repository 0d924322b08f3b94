"""A municipality's own templates: where they are, through no link, and no more of them than somebody has written."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from vbe.diagnostics import Finding, Location
from vbe.documents.templates import faults
from vbe.errors import VbeError
from vbe.language import _
from vbe.store.links import linked_part, require_unlinked
from vbe.store.repository import Disk
from vbe.store.resources import is_packaged

if TYPE_CHECKING:
    from collections.abc import Callable

    from vbe.store.commit import Commit
    from vbe.store.repository import Source
    from vbe.store.resources import Templates

TEMPLATES = "templates"
TEMPLATE_LIMIT = 16 * 1024 * 1024
"""Bytes of one."""
MAX_TEMPLATES = 500


def open_templates(source: Source) -> Templates:
    """The municipality's own templates, from the same place as its records, and those of vbe."""
    from vbe.store.commit import Commit
    from vbe.store.resources import Templates

    if isinstance(source, Commit):
        return Templates(*_from_commit(source))
    disk = source if isinstance(source, Disk) else Disk(source.root)
    return Templates(lambda name: _from_disk(source, name), _names_on_disk(disk))


def template_findings(source: Source) -> list[Finding]:
    """What the municipality's own templates may not hold or be; nothing where the files are not on disk or in a commit."""
    from vbe.store.commit import Commit

    if not isinstance(source, Disk | Commit):
        return []
    try:
        templates = open_templates(source)
    except VbeError as error:
        return [_finding(TEMPLATES, error.message, error.hint)]
    found = []
    for name in templates.own_names:
        file = f"{TEMPLATES}/{name}"
        try:
            content = templates[name]
            if not is_packaged(name, content):
                found += [_finding(file, fault.message, fault.hint, fault.line) for fault in faults(name, content)]
        except VbeError as error:
            found.append(_finding(file, error.message, error.hint))
    return found


def _finding(file: str, message: str, hint: str, line: int = 0) -> Finding:
    return Finding(file, message, hint, location=Location(file, line or 1), rule="unsafe-template")


def _names_on_disk(disk: Disk) -> list[str]:
    """Every name below `templates/`, links too: whoever reads them is told."""
    require_unlinked(disk.root, disk.root / TEMPLATES)
    names: list[str] = []
    waiting = [TEMPLATES]
    while waiting:
        try:
            entries = disk.entries(folder := waiting.pop())
        except OSError:  # there are none of its own, or they cannot be listed
            continue
        for entry in entries:
            path = f"{folder}/{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                waiting.append(path)
            else:
                names.append(path.removeprefix(f"{TEMPLATES}/"))
        if len(names) > MAX_TEMPLATES:
            raise VbeError(_("There are more than {count} files in {folder}.").format(count=MAX_TEMPLATES, folder=TEMPLATES))
    return names


def _from_disk(source: Source, name: str) -> bytes | None:
    file = f"{TEMPLATES}/{name}"
    if linked_part(source.root, file) is None and not (source.root / file).exists():
        return None
    content = source.read(file, TEMPLATE_LIMIT)
    if isinstance(content, bytes):
        return content
    raise VbeError(f"{file}: {content.message}", content.hint)


def _from_commit(source: Commit) -> tuple[Callable[[str], bytes | None], list[str]]:
    """Reads a template of the commit, and the names of all that it has."""
    from vbe.store.repository import too_large

    top = f"{source.git.prefix}{TEMPLATES}"
    found = [entry for entry in source.entries() if f"{entry.path}/".startswith(f"{top}/")]
    entries = {entry.path.removeprefix(f"{top}/"): entry for entry in found if entry.is_file}
    others = {entry.path for entry in found if not entry.is_file}

    def read(name: str) -> bytes | None:
        for part in accumulate((top, *name.split("/")), "{}/{}".format):
            if part in others:
                message = _("{path} is a link and is not followed.").format(path=part)
                raise VbeError(message, _("Put the folder or the file itself there."))
        if name not in entries:
            return None
        if entries[name].size > TEMPLATE_LIMIT:
            fault = too_large(f"{TEMPLATES}/{name}", TEMPLATE_LIMIT)
            raise VbeError(f"{fault.file}: {fault.message}", fault.hint)
        with source.git.blobs() as blobs:
            content: bytes | None = blobs.read([entries[name].oid])[entries[name].oid]
        if content is None:
            raise VbeError(_("The file cannot be read: {reason}.").format(reason=f"{TEMPLATES}/{name}"))
        return content

    return read, [*entries, *(path.removeprefix(f"{top}/") for path in others)]
