"""CODEOWNERS from the organisation: who reviews a change of which file, by the accounts of roles, never of persons by name.

The syntax is what GitHub and GitLab share: a pattern and its owners on a line, the last line that matches counts. So a
folder comes before the files in it that somebody else answers for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from vbe.language import N_, _, in_swedish, ngettext
from vbe.model.places import FILE, FOLDERS, OVERALL
from vbe.model.records import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vbe.model.corpus import Corpus
    from vbe.model.kinds import Kind, Record

MARK = N_("# Made by `vbe codeowners`.")
HANDLE = re.compile(r"@?[A-Za-z0-9](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?(?:/[A-Za-z0-9][A-Za-z0-9_.-]*)*\Z")
PLACES = ("CODEOWNERS", ".github/CODEOWNERS", ".gitlab/CODEOWNERS", "docs/CODEOWNERS")
"""Where GitHub and GitLab look for the file."""
CONTROLS = ("templates/", ".gitattributes", ".gitignore", ".git-blame-ignore-revs", ".pre-commit-config.yaml", "schemas/")
"""What decides beside the records how they are checked and reported, in the repository's folder."""
HOSTS = (".github/", ".gitlab/", ".gitlab-ci.yml", ".git-blame-ignore-revs", *PLACES)
"""The same at the top of git, where the hosts look: the checks, and this file itself."""
DEEP = 8


@dataclass
class Owners:
    """What has been found on the way: lines, and owners that cannot be named in one."""

    corpus: Corpus
    prefix: str = ""
    lines: dict[str, tuple[str, ...]] = field(default_factory=dict)
    lacking: dict[str, list[str]] = field(default_factory=dict)
    """Role → the patterns that it should own."""

    def own(self, pattern: str, actors: Iterable[str], *, at_top: bool = False) -> None:
        """Say that some actors answer for what matches a pattern."""
        handles: dict[str, None] = {}
        for actor in actors:
            for role in self._roles(actor, 0):
                handle = self._handle(role)
                if not handle:
                    self.lacking.setdefault(role, []).append(pattern)
                taken_over = [self._handle(other) for other in self._successors(role)] if not handle else [handle]
                handles.update(dict.fromkeys(each for each in taken_over if each))
        if handles:
            self.lines[f"/{'' if at_top else self.prefix}{pattern}"] = tuple(sorted(handles))

    def _handle(self, role: str) -> str:
        """The account of a role that still exists, with its @."""
        entry = self.corpus.find("actor", role)
        written = getattr(entry.content, "handle", None) if entry is not None else None
        if entry is None or written is None or not HANDLE.match(written) or entry.content.valid_to is not None:
            return ""
        return f"@{written.removeprefix('@')}"

    def _successors(self, role: str) -> tuple[str, ...]:
        """Who took over from a role that has ended."""
        entry = self.corpus.find("actor", role)
        return entry.content.successor if entry is not None and entry.content.valid_to is not None else ()

    def _roles(self, actor: str, depth: int) -> list[str]:
        """The roles that act for an actor: itself, a department's head, a group's convener, a board's departments' heads."""
        entry = self.corpus.find("actor", actor)
        if entry is None or depth > DEEP:
            return []
        content, sort = entry.content, entry.sort
        if sort == "role":
            return [actor]
        if sort == "department":
            return [content.head] if content.head else []
        if sort == "board":
            serving = [d for d, each in self.corpus.actors.items() if actor in getattr(each, "boards", ()) and not each.valid_to]
            nearby = serving
        elif sort == "collective":
            nearby = list(content.members)
        else:
            nearby = [a for a in (getattr(content, "convener", None), getattr(content, "department", None)) if a][:1]
        return list(dict.fromkeys(role for each in nearby for role in self._roles(each, depth + 1)))


def codeowners(corpus: Corpus, prefix: str = "") -> tuple[str, list[str]]:
    """The file's text, and what is wrong with the owners, a sentence each."""
    owners = Owners(corpus, prefix)
    keepers = _keepers(corpus)
    for pattern in (*(f"{folder}/" for folder in FOLDERS), FILE, *CONTROLS):
        owners.own(pattern, keepers)
    for pattern in HOSTS:
        owners.own(pattern, keepers, at_top=True)
    for kind in KINDS:
        _of_kind(owners, corpus.of_kind(kind.name), kind)
    return _text(owners.lines), [*_ended(corpus, owners), *_without(owners)]


def _of_kind(owners: Owners, records: tuple[Record, ...], kind: Kind[Any]) -> None:
    """The folders or files of a kind that the path gives to somebody, and the records that name somebody themselves."""
    if kind.place.owner:
        for owner in sorted({record.owner for record in records} - {OVERALL}):
            owners.own(kind.place.glob(owner).removesuffix("*.yaml"), [owner])
    if kind.is_document or kind.owners is not None:
        for record in records:
            content = record.content
            owners.own(record.file, [content.owner_role] if kind.is_document else kind.owners_of(record, content))


def is_ours(content: bytes) -> bool:
    """Whether a file was made here, in whichever language."""
    return content.startswith((MARK.encode(), in_swedish(MARK).encode()))


def _keepers(corpus: Corpus) -> list[str]:
    """Who answers for the repository as a whole."""
    strategy = corpus.strategy
    owner = strategy.owner_role if strategy is not None else None
    found = owner or corpus.profile.coverage.contact_point
    return [found] if found else []


def _text(lines: dict[str, tuple[str, ...]]) -> str:
    """Sorted, and without lines that say what the folder's line says."""
    kept: dict[str, tuple[str, ...]] = {}
    for pattern in sorted(lines):
        folders = [pattern[: index + 1] for index in range(len(pattern) - 1) if pattern[index] == "/" and index > 0]
        nearest = next((kept[folder] for folder in reversed(folders) if folder in kept), None)
        if nearest != lines[pattern]:
            kept[pattern] = lines[pattern]
    return "".join([f"{_(MARK)}\n", *(f"{pattern} {' '.join(handles)}\n" for pattern, handles in kept.items())])


def _ended(corpus: Corpus, owners: Owners) -> list[str]:
    """Owners that have ended, or will."""
    found = []
    for role in sorted(owners.lacking):
        entry = corpus.find("actor", role)
        if entry is not None and entry.content.valid_to is not None:
            count = len(owners.lacking[role])
            message = ngettext(
                "{role} owns {count} place but ends on {date}.", "{role} owns {count} places but ends on {date}.", count
            )
            found.append(message.format(role=entry.content.name, count=count, date=entry.content.valid_to))
    return found


def _without(owners: Owners) -> list[str]:
    """Owners that have no account that could be named."""
    found = []
    for role in sorted(owners.lacking):
        entry = owners.corpus.find("actor", role)
        if entry is None or entry.content.valid_to is not None:
            continue
        if getattr(entry.content, "handle", None) is None:
            message = _("{role} owns files but has no handle in strategy/organisation.yaml.")
        else:
            message = _("{role} owns files but its handle is not written like @organisation/team.")
        found.append(message.format(role=entry.content.name))
    return found
