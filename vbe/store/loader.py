"""Files → corpus: read, parse, validate, and keep everything that went wrong on the way."""

from __future__ import annotations

import unicodedata
from functools import cache, partial
from typing import TYPE_CHECKING

from vbe.diagnostics import Finding, Severity
from vbe.errors import VbeError
from vbe.language import LANGUAGES, _, enumerate_words, nearest
from vbe.language.patterns import later
from vbe.model.corpus import Corpus
from vbe.model.formats import FIRST, format_of
from vbe.model.places import FILE, PLACES, RESERVED
from vbe.model.profile import Profile
from vbe.model.records import Record, kind_of, required_kinds
from vbe.model.validation import validate
from vbe.store.commit import Commit
from vbe.store.reading import ReadResult, read
from vbe.store.repository import DEFAULT_LIMIT, LANGUAGE_LINE, fault

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vbe.documents import Document
    from vbe.model.records import Kind
    from vbe.model.reopening import BoardPart, Reopening
    from vbe.store.repository import Source

SLUG_PATH = later(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
UNPARSED = ("README.md", "LICENSE.md")


class BrokenProfileError(VbeError):
    """The profile has faults, so the rules cannot be checked; what was found while reading is in `findings`."""

    def __init__(self, findings: tuple[Finding, ...], files: int, texts: dict[str, str]) -> None:
        super().__init__(*(_unknown_language(texts) or _faulty()))
        self.findings = findings
        self.files = files
        self.texts = texts


def _faulty() -> tuple[str, str]:
    return _("The profile {file} has faults.").format(file=FILE), _("Run `vbe validate` to see them.")


def _unknown_language(texts: dict[str, str]) -> tuple[str, str] | None:
    """That the profile names a language that there is not, with its line and those that there are; None where it does not."""
    text = texts.get(FILE, "").encode()
    found = LANGUAGE_LINE.search(text)
    if found is None or found[1].decode() in LANGUAGES:
        return None
    line = text.count(b"\n", 0, found.start()) + 1
    message = _("{file}:{line}: There is no language “{name}”.").format(file=FILE, line=line, name=found[1].decode())
    return message, _("The languages are {names}.").format(names=enumerate_words(LANGUAGES))


class _LoadState:
    """What has been read so far."""

    def __init__(self, *, is_past: bool) -> None:
        self.is_past = is_past
        """Whether what cannot be mended is forgiven."""
        self.format = FIRST
        self.passed_over: list[Finding] = []
        self.findings: list[Finding] = []
        self.records: list[Record] = []
        self.texts: dict[str, str] = {}
        self.broken: set[str] = set()
        self.unread: set[str] = set()

    def add(self, found: ReadResult) -> Record | None:
        """Validate one file of the data folders."""
        placed = kind_of(found.file)
        if found.text is not None:
            self.texts[found.file] = found.text
        else:
            self.unread.add(found.file)
        if found.is_attachment:
            hint = _("Delete the file; keep it where the city keeps its records, and write its case number here.")
            message = _("An attachment lies among the records; it cannot be searched.")
            self.findings.append(fault("attachment", found.file, message, hint))
        elif found.problem is not None:
            self.findings.append(found.problem)
        elif placed is None:
            self.findings.extend(_misplaced(found.file))
        else:
            self.findings.extend(found.faults)
            if found.document is not None:
                record = self._record(found.document, *placed)
                if record is not None:
                    self.records.append(record)
                    return record
        if placed is not None:
            self.broken.add(placed[0].name)
        return None

    def _record(self, document: Document, kind: Kind, identity: str) -> Record | None:
        if document.file == FILE:
            self.format = format_of(document.value)
        if not self.is_past:
            record, faults = validate(document, kind, identity, since=self.format)
            self.findings.extend(faults)
            return record
        from vbe.model.forgiving import forgive

        record, faults = forgive(document, kind, identity)
        (self.findings if record is None else self.passed_over).extend(faults)
        return record


def load(source: Source, *, strict: bool = False, most_kib: int | None = None) -> Corpus:
    """Every record of a repository, in today's format; no file of more than `most_kib` KiB, whatever the profile says.

    A commit cannot be mended, so what only today's form refuses in it is passed over, with a remark, unless it is `strict`.
    Raises `BrokenProfileError` where the profile itself has faults, and `VbeError` where the format is newer than this program.
    """
    listing = source.listing()
    commit = source if isinstance(source, Commit) and not strict else None
    if commit is not None:
        from vbe.store.past import profile_of_today, remarks_on
    state = _LoadState(is_past=commit is not None)
    state.findings.extend(listing.findings)
    state.unread.update(listing.absent)
    state.broken |= {placed[0].name for file in listing.absent if (placed := kind_of(file)) is not None}
    state.findings.extend(_names(listing.files))
    record = state.add(read(source, FILE, DEFAULT_LIMIT)) if FILE in listing.files else None
    profile = record.content if record is not None and isinstance(record.content, Profile) else None
    limit = DEFAULT_LIMIT if profile is None else min(profile.limits.file_kib, most_kib or profile.limits.file_kib) * 1024
    for file in listing.files:
        if file != FILE:
            state.add(read(source, file, limit))
    if profile is None and commit is not None:
        profile = profile_of_today(commit)
    if profile is None:
        raise BrokenProfileError(tuple(state.findings), len(listing.files), state.texts)
    if commit is not None:
        unread = [f for f in state.findings if (placed := kind_of(f.file)) and placed[0].name in state.broken]
        for remark in remarks_on(commit, state.passed_over, unread):
            commit.remark(remark)
    present = {record.kind for record in state.records}
    missing = {kind.name for kind in required_kinds(profile) if kind.name not in present}
    return Corpus(
        profile=profile,
        records=tuple(state.records),
        texts=state.texts,
        unread=frozenset(state.unread),
        findings=tuple(state.findings),
        incomplete=frozenset(state.broken | missing),
        find_reopened=cache(partial(_reopened, source, state.records)),
    )


def _reopened(source: Source, records: list[Record]) -> Mapping[BoardPart, Reopening]:
    from vbe.store.reopened import find_reopened  # asks git, which most runs do not

    return find_reopened(source, records)


def _names(files: tuple[str, ...]) -> list[Finding]:
    """Names that would be other files on another machine: not NFC, not slugs, the same but for upper and lower case."""
    findings = []
    seen: dict[str, str] = {}
    for file in files:
        folded = unicodedata.normalize("NFC", file).casefold()
        if folded in seen:
            message = _("The name is the same as that of {other}, but for upper and lower case.").format(other=seen[folded])
            findings.append(fault("case-collision", file, message, _("Rename one of the two.")))
        seen.setdefault(folded, file)
        if file == FILE or file.rsplit("/", 1)[-1] in UNPARSED:
            continue
        stem = file.removesuffix(".yaml").removesuffix(".yml")
        if not all(SLUG_PATH.match(part) for part in stem.rsplit(".", 1)[0].split("/")):
            hint = _("Use only a–z, 0–9 and hyphens: å and ä become a, ö becomes o, a space becomes a hyphen.")
            findings.append(fault("bad-name", file, _("The name has other characters than file names may have."), hint))
        elif any(part in RESERVED for part in stem.split("/")):
            message = _("Windows keeps the name for itself, so the repository cannot be fetched there.")
            findings.append(fault("bad-name", file, message, _("Choose a longer name.")))
    return findings


def _misplaced(file: str) -> list[Finding]:
    """Why no record lives in a file, and where one would."""
    name = file.rsplit("/", 1)[-1]
    if name in UNPARSED:
        return []
    if file.endswith(".yml"):
        hint = _("Rename it to {name}.").format(name=name.removesuffix(".yml") + ".yaml")
        found = fault("stray-file", file, _("Records have names that end in .yaml, so the file is not checked."), hint)
        # Whoever made it takes it for a record: it would be in no list and in no report.
        return [found._replace(severity=Severity.ERROR)]
    folder = file.split("/", 1)[0]
    examples = [place.example for place in PLACES if place.folder == folder]
    guess = nearest(file, [place.example for place in PLACES])
    hint = _("Here records are called, for example, {examples}.").format(examples=", ".join(examples) or guess or FILE)
    return [fault("stray-file", file, _("No record has this name in this place, so the file is not checked."), hint)]
