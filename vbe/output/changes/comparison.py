"""Everything that the formats of `vbe diff` tell: the changes with their sentences, in groups, and what follows from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vbe.domain.changes.model import ChangeType
from vbe.domain.changes.points import Risk
from vbe.language import _, enumerate_words, ngettext
from vbe.model.profile import PROFILE, WAIVER
from vbe.output.changes.other_files import shortened

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vbe.domain.changes.consequences import Consequences
    from vbe.domain.changes.points import Point
    from vbe.output.changes.other_files import OtherFile
    from vbe.output.plain_values import Json

DECISIVE = (PROFILE.name, WAIVER.name)
"""Kinds that change what is checked and reported, whatever they say."""
LAST = "\uffff"
SWEDISH_LAST = {"å": "{1", "ä": "{2", "ö": "{3"}


@dataclass(frozen=True, slots=True)
class State:
    """One side of a comparison: what it is called, and the commit where it is one."""

    name: str
    commit: str = ""


@dataclass(frozen=True, slots=True)
class ChangeSentence:
    """A change and its sentence; nothing of the records that it is about."""

    kind: str
    id: str
    old_id: str
    what: ChangeType
    is_review: bool
    """Whether it only says that a document was reviewed."""
    is_follower: bool
    """Whether it only names another by its new id."""
    title: str
    file: str
    old_file: str
    owners: tuple[str, ...]
    departments: tuple[str, ...]
    heading: str
    """The departments by name; empty for what no department answers for."""
    is_example: bool
    sentence: str
    fields: tuple[dict[str, Json], ...]
    """What changed in it, as JSON holds it."""
    subject: str = ""
    """What it is about, as the beginning of a sentence."""
    points: tuple[Point, ...] = ()
    """What changed in it, for whoever reviews it; what weighs most first."""
    page: str = ""
    """Its page in the site that is published, at the address that the former profile gives: a pull request may change its own."""

    @property
    def is_renamed(self) -> bool:
        """Whether it goes by another name, or lives elsewhere: the sentence tells that."""
        return self.what in (ChangeType.RENAMED, ChangeType.MOVED)

    @property
    def risk(self) -> Risk:
        """How much weighs what weighs most in it."""
        if self.what is ChangeType.REMOVED:
            return Risk.LOSS
        return min((point.risk for point in self.points), default=Risk.ADDED if self.what is ChangeType.ADDED else Risk.WORDING)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two states, and everything between them in the order that it is told."""

    old: State
    new: State
    changes: tuple[ChangeSentence, ...]
    consequences: Consequences
    remarks: tuple[str, ...]
    """What follows, in sentences."""
    unreadable: tuple[str, ...]
    other_files: tuple[OtherFile, ...] = ()
    """Files that differ beside what the records say; what weighs first."""

    @property
    def decisive(self) -> list[str]:
        """What changes the check or the report, in sentences: told first and apart."""
        sentences = [change.sentence for change in self.changes if change.kind in DECISIVE]
        return [*sentences, *shortened(each for each in self.other_files if each.is_decisive)]

    @property
    def slight(self) -> tuple[OtherFile, ...]:
        """What differs and changes neither a record, nor the check, nor the report."""
        return tuple(each for each in self.other_files if not each.is_decisive)

    @property
    def plain(self) -> tuple[ChangeSentence, ...]:
        """The edits but for those that are told first."""
        return tuple(each for each in self.edits if each.kind not in DECISIVE)

    @property
    def edits(self) -> tuple[ChangeSentence, ...]:
        """What is neither a review nor a reference that follows a new id."""
        return tuple(each for each in self.changes if not each.is_review and not each.is_follower)

    @property
    def reviews(self) -> tuple[ChangeSentence, ...]:
        """What only says that a document was reviewed."""
        return tuple(each for each in self.changes if each.is_review)

    @property
    def followers(self) -> tuple[ChangeSentence, ...]:
        """What only names another by its new id."""
        return tuple(each for each in self.changes if each.is_follower)

    @property
    def by_risk(self) -> list[tuple[str, list[tuple[str, list[ChangeSentence]]]]]:
        """Heading → department → changes: what takes something away first, then other terms, what is new, and wording."""
        headings = {
            Risk.LOSS: _("Taken away"),
            Risk.TERMS: _("Other terms: deadline, responsible, interval, audience or status"),
            Risk.ADDED: _("Added"),
            Risk.WORDING: _("Other wording"),
        }
        groups = [(headings[risk], [each for each in self.plain if each.risk is risk]) for risk in Risk]
        return [(heading, self.by_department(changes)) for heading, changes in groups if changes]

    def by_department(self, changes: Iterable[ChangeSentence]) -> list[tuple[str, list[ChangeSentence]]]:
        """Heading → changes; what no department answers for comes first."""
        groups: dict[str, list[ChangeSentence]] = {}
        for each in changes:
            groups.setdefault(each.heading, []).append(each)
        return [(heading or _("Common to all"), groups[heading]) for heading in sorted(groups, key=alphabetical)]

    @property
    def summary(self) -> str:
        """How much there is, in a sentence."""
        if not self.changes:
            if not self.other_files and not self.unreadable:
                return _("Nothing has changed.")
            if self.unreadable:
                message = _("Files with faults were not compared, so nobody can say that nothing has changed.")
                return " ".join(part for part in (message, self._others()) if part)
            return " ".join(part for part in (_("No record says anything else."), self._others()) if part)
        changes = ngettext("{count} change", "{count} changes", len(self.edits)).format(count=len(self.edits))
        reviews = ngettext("{count} review", "{count} reviews", len(self.reviews)).format(count=len(self.reviews))
        followers = ngettext(
            "{count} reference that follows a new id", "{count} references that follow a new id", len(self.followers)
        )
        parts = [changes, reviews, followers.format(count=len(self.followers))]
        kept = [part for part, group in zip(parts, (self.edits, self.reviews, self.followers), strict=True) if group]
        return " ".join(part for part in (_("{parts}.").format(parts=enumerate_words(kept)), self._others()) if part)

    def _others(self) -> str:
        files = len({each.file for each in self.other_files})
        words = ngettext("{count} file differs beside that.", "{count} files differ beside that.", files)
        return words.format(count=files) if files else ""


def alphabetical(text: str) -> str:
    """A sort key with å, ä and ö after z."""
    return "".join(SWEDISH_LAST.get(char, char) for char in text.casefold())
