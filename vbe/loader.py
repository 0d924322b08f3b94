"""Files → corpus: read, parse, validate, and keep everything that went wrong on the way."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from vbe.alongside import alongside, without_collecting
from vbe.corpus import Corpus
from vbe.diagnostics import Finding, Location
from vbe.documents import parse
from vbe.errors import VbeError
from vbe.language import _, nearest
from vbe.places import FILE
from vbe.privacy.attachments import is_attachment
from vbe.profile import Limits, Profile
from vbe.records import KINDS, Record, kind_of
from vbe.validation import validate

if TYPE_CHECKING:
    from vbe.repository import Source

SLUG_PATH = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
UNPARSED = ("README.md", "LICENSE.md")
DEFAULT_LIMIT = Limits().file_kib * 1024
REQUIRED = ("strategy", "organisation", "obligations")
FOLDER_OF_KIND = {"area": "measures", "routine": "routines", "guidance": "guidance", "followup": "followup"}


class BrokenProfileError(VbeError):
    """The profile has faults, so the rules cannot be checked; what was found while reading is in `findings`."""

    def __init__(self, findings: tuple[Finding, ...], files: int, texts: dict[str, str]) -> None:
        super().__init__(_("The profile {file} has faults.").format(file=FILE), _("Run `vbe validate` to see them."))
        self.findings = findings
        self.files = files
        self.texts = texts


_Read = tuple[list[Finding], list[Record], dict[str, str], set[str]]


class _Reading:
    """What has been read so far."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.findings: list[Finding] = []
        self.records: list[Record] = []
        self.texts: dict[str, str] = {}
        self.broken: set[str] = set()

    def all(self, files: tuple[str, ...], limit: int) -> _Read:
        """Read, parse and validate many files; what has been read so far."""
        for file in files:
            self.record(file, limit)
        return self.findings, self.records, self.texts, self.broken

    def add(self, read: _Read) -> None:
        """What another reading has read after this one."""
        findings, records, texts, broken = read
        self.findings += findings
        self.records += records
        self.texts.update(texts)
        self.broken |= broken

    def record(self, file: str, limit: int) -> Record | None:
        """Read, parse and validate one file of the data folders."""
        placed = kind_of(file)
        content = self.source.read(file, limit)
        if is_attachment(file, content if isinstance(content, bytes) else None):
            self._attachment(file, content)
            return None
        if isinstance(content, Finding):
            self.findings.append(content)
            self._break(file)
            return None
        self.texts[file] = content.decode("utf-8", "replace")
        if placed is None:
            self.findings.extend(_misplaced(file))
            return None
        document, faults = parse(file, content)
        self.findings.extend(faults)
        if document is None:
            self._break(file)
            return None
        # The same text, and not a second copy of it.
        self.texts[file] = document.text
        record, faults = validate(document, *placed)
        self.findings.extend(faults)
        if record is None:
            self._break(file)
        else:
            self.records.append(record)
        return record

    def _attachment(self, file: str, content: bytes | Finding) -> None:
        """Not a record; but one that is text, such as a mail, is searched all the same."""
        hint = _("Delete the file; keep it where the city keeps its records, and write its case number here.")
        self.findings.append(_at(file, "attachment", _("An attachment lies among the records; it cannot be searched."), hint))
        if isinstance(content, bytes) and b"\0" not in content:
            self.texts[file] = content.decode("utf-8", "replace")
        self._break(file)

    def _break(self, file: str) -> None:
        placed = kind_of(file)
        if placed is not None:
            self.broken.add(placed[0].name)


def load(source: Source) -> Corpus:
    """Every record of a repository. Raises `BrokenProfileError` where the profile itself has faults."""
    listing = source.listing()
    reading = _Reading(source)
    reading.findings.extend(listing.findings)
    reading.findings.extend(_names(listing.files))
    profile: Profile | None = None
    limit = DEFAULT_LIMIT
    if FILE in listing.files:
        record = reading.record(FILE, DEFAULT_LIMIT)
        if record is not None:
            profile = record.content
            limit = record.content.limits.file_kib * 1024
    with without_collecting():
        _read_all(reading, tuple(file for file in listing.files if file != FILE), limit)
    if profile is None:
        raise BrokenProfileError(tuple(reading.findings), len(listing.files), reading.texts)
    present = {record.kind for record in reading.records}
    missing = {kind for kind in REQUIRED if kind not in present}
    return Corpus(
        profile=profile,
        records=tuple(reading.records),
        texts=reading.texts,
        findings=tuple(reading.findings),
        incomplete=frozenset(reading.broken | missing),
    )


def _read_all(reading: _Reading, files: tuple[str, ...], limit: int) -> None:
    """The first half here and the rest alongside, in the order of the list."""
    half = len(files) // 2
    rest = alongside(lambda: _Reading(reading.source).all(files[half:], limit), len(files))
    reading.all(files[:half], limit)
    reading.add(rest())


def _names(files: tuple[str, ...]) -> list[Finding]:
    """Names that would be other files on another machine: not NFC, not slugs, the same but for upper and lower case."""
    findings = []
    seen: dict[str, str] = {}
    for file in files:
        folded = unicodedata.normalize("NFC", file).casefold()
        if folded in seen:
            message = _("The name is the same as that of {other}, but for upper and lower case.").format(other=seen[folded])
            findings.append(_at(file, "case-collision", message, _("Rename one of the two.")))
        seen.setdefault(folded, file)
        if file == FILE or file.rsplit("/", 1)[-1] in UNPARSED:
            continue
        stem = file.removesuffix(".yaml").removesuffix(".yml")
        if not all(SLUG_PATH.match(part) for part in stem.rsplit(".", 1)[0].split("/")):
            hint = _("Use only a–z, 0–9 and hyphens: å and ä become a, ö becomes o, a space becomes a hyphen.")
            findings.append(_at(file, "bad-name", _("The name has other characters than file names may have."), hint))
    return findings


def _misplaced(file: str) -> list[Finding]:
    """Why no record lives in a file, and where one would."""
    name = file.rsplit("/", 1)[-1]
    if name in UNPARSED:
        return []
    if file.endswith(".yml"):
        hint = _("Rename it to {name}.").format(name=name.removesuffix(".yml") + ".yaml")
        return [_at(file, "stray-file", _("Records have names that end in .yaml."), hint)]
    folder = file.split("/", 1)[0]
    examples = [kind.example for kind in KINDS if kind.example.startswith(f"{folder}/")]
    guess = nearest(file, [kind.example for kind in KINDS])
    hint = _("Here records are called, for example, {examples}.").format(examples=", ".join(examples) or guess or FILE)
    return [_at(file, "stray-file", _("No record has this name in this place, so the file is not checked."), hint)]


def _at(file: str, rule: str, message: str, hint: str) -> Finding:
    return Finding(file, message, hint, location=Location(file), rule=rule)
