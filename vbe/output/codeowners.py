"""CODEOWNERS from the organisation: who reviews a change of which file, by the accounts of roles, never of persons by name.

The syntax is what GitHub and GitLab share: a pattern and its owners on a line, the last line that matches counts. So a
folder comes before the files in it that somebody else answers for.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from vbe.domain.lifecycle import has_ended
from vbe.domain.organisation import Organisation
from vbe.language import N_, _, in_swedish, ngettext
from vbe.model.places import FILE, FOLDERS, OVERALL
from vbe.model.records import KINDS
from vbe.model.records.organisation import Role
from vbe.model.records.routine import Clocked

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from vbe.model.corpus import Corpus
    from vbe.model.fields import Model
    from vbe.model.kinds import Kind, Record

    M = TypeVar("M", bound=Model)

MARK = N_("# Made by `vbe codeowners`.")
HANDLE = re.compile(r"@?[A-Za-z0-9](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?(?:/[A-Za-z0-9][A-Za-z0-9_.-]*)*\Z")
PLACES = ("CODEOWNERS", ".github/CODEOWNERS", ".gitlab/CODEOWNERS", "docs/CODEOWNERS")
"""Where GitHub and GitLab look for the file."""
CONTROLS = ("templates/", ".gitattributes", ".gitignore", ".git-blame-ignore-revs", ".pre-commit-config.yaml", "schemas/")
"""What decides beside the records how they are checked and reported, in the repository's folder."""
HOSTS = (".github/", ".gitlab/", ".gitlab-ci.yml", ".git-blame-ignore-revs", *PLACES)
"""The same at the top of git, where the hosts look: the checks, and this file itself."""


GLOB = re.compile(r"[\\\[\]*?!#]")
"""What means something else than itself in a pattern. GitHub knows no way to write `[` or `#` as itself, so any sign stands
for it."""


def literal(path: str) -> str:
    """A path as a pattern that both services read alike: a blank would end it."""
    return GLOB.sub("?", path).replace(" ", r"\ ")


@dataclass
class Owners:
    """What has been found on the way: lines, and owners that cannot be named in one."""

    organisation: Organisation
    prefix: str = ""
    lines: dict[str, tuple[str, ...]] = field(default_factory=dict)
    lacking: dict[str, list[str]] = field(default_factory=dict)
    """Role → the patterns that it should own."""

    def own(self, pattern: str, actors: Iterable[str], *, at_top: bool = False) -> None:
        """Say that some actors answer for what matches a pattern: by the roles in office that act for them."""
        handles: dict[str, None] = {}
        members = (member for actor in actors for member in self.organisation.members(actor))
        for role in dict.fromkeys(role for member in members for role in self.organisation.roles_of(member)):
            if not self._handle(role):
                self.lacking.setdefault(role, []).append(pattern)
            handles.update(dict.fromkeys(filter(None, map(self._handle, self.organisation.in_office(role)))))
        if handles:
            self.lines[f"/{'' if at_top else literal(self.prefix)}{pattern}"] = tuple(sorted(handles))

    def _handle(self, role: str) -> str:
        """The account of a role that exists, with its @."""
        entry = self.organisation.find(role)
        written = entry.content.handle if entry is not None and isinstance(entry.content, Role) else None
        if written is None or not HANDLE.match(written) or not self.organisation.exists(role):
            return ""
        return f"@{written.removeprefix('@')}"


def codeowners(corpus: Corpus, prefix: str = "", on: datetime.date | None = None) -> tuple[str, list[str]]:
    """The file's text as of a day, and what is wrong with the owners, a sentence each."""
    owners = Owners(Organisation(corpus, on), prefix)
    keepers = _keepers(corpus)
    for pattern in (*(f"{folder}/" for folder in FOLDERS), FILE, *CONTROLS):
        owners.own(pattern, keepers)
    for pattern in HOSTS:
        owners.own(pattern, keepers, at_top=True)
    for kind in KINDS:
        _of_kind(owners, corpus.of(kind), kind)
    return _text(owners.lines), _faults(owners)


def _of_kind(owners: Owners, records: tuple[Record[M], ...], kind: Kind[M]) -> None:
    """The folders or files of a kind that the path gives to somebody, and the records that name somebody themselves."""
    if kind.place.owner:
        for owner in sorted({record.owner for record in records} - {OVERALL}):
            owners.own(kind.place.glob(owner).removesuffix("*.yaml"), [owner])
    if kind.is_document or kind.owners is not None:
        for record in records:
            content = record.content
            owners.own(record.file, [content.owner_role] if isinstance(content, Clocked) else kind.owners_of(record, content))


def is_ours(content: bytes) -> bool:
    """Whether a file was made here, in whichever language, and nobody has changed it since: its own sum fits."""
    head, _line, body = content.partition(b"\n")
    return head in {_head(mark, body.decode("utf-8", "replace")).encode() for mark in (MARK, in_swedish(MARK))}


def _head(mark: str, body: str) -> str:
    """The first line: what made the file, and the sum of the lines after it."""
    return f"{mark} sha256:{hashlib.sha256(body.encode()).hexdigest()}"


def _keepers(corpus: Corpus) -> list[str]:
    """Who answers for the repository as a whole."""
    strategy = corpus.strategy
    owner = strategy.owner_role if strategy is not None else None
    acting = owner and (Organisation(corpus, None).role_of(owner) or owner)
    found = acting or corpus.profile.coverage.contact_point
    return [found] if found else []


def _text(lines: dict[str, tuple[str, ...]]) -> str:
    """Sorted, and without lines that say what the folder's line says."""
    kept: dict[str, tuple[str, ...]] = {}
    for pattern in sorted(lines):
        folders = [pattern[: index + 1] for index in range(len(pattern) - 1) if pattern[index] == "/" and index > 0]
        nearest = next((kept[folder] for folder in reversed(folders) if folder in kept), None)
        if nearest != lines[pattern]:
            kept[pattern] = lines[pattern]
    body = "".join(f"{pattern} {' '.join(handles)}\n" for pattern, handles in kept.items())
    return sealed(body)


def sealed(body: str) -> str:
    """The file's text with the line above it by which it is known as ours while nobody has changed it."""
    return f"{_head(_(MARK), body)}\n{body}"


def _faults(owners: Owners) -> list[str]:
    """Owners that have ended; then those that do not exist yet, or have no account that could be named."""
    ended, others = [], []
    for role, patterns in sorted(owners.lacking.items()):
        entry = owners.organisation.find(role)
        if entry is None:
            continue
        actor, count = entry.content, len(patterns)
        if has_ended(actor, owners.organisation.on):
            message = ngettext(
                "{role} owns {count} place but ended on {date}.", "{role} owns {count} places but ended on {date}.", count
            )
            ended.append(message.format(role=actor.name, count=count, date=actor.valid_to))
            continue
        if not isinstance(actor, Role) or actor.handle is None:
            message = _("{role} owns files but has no handle in strategy/organisation.yaml.")
        elif not owners.organisation.exists(role):
            message = _("{role} owns files but begins on {date}.")
        else:
            message = _("{role} owns files but its handle is not written like @organisation/team.")
        others.append(message.format(role=actor.name, date=actor.valid_from))
    return ended + others
