"""Everything that the formats of `vbe diff` tell: the changes with their sentences, in groups, and what follows from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vbe.domain.addresses import site_link
from vbe.domain.changes import ChangeType, Names, compare, sentence, unreadable
from vbe.domain.changes.consequences import consequences
from vbe.domain.changes.phrase import subject_of, subject_of_change
from vbe.domain.changes.points import Risk, points, reported
from vbe.domain.disclosure.marked import disclosed, disclosed_change, year_of
from vbe.language import _, enumerate_words, ngettext
from vbe.model.fields import Model
from vbe.model.profile import PROFILE, WAIVER
from vbe.model.records.followup import FOLLOWUP
from vbe.model.records.obligations import OBLIGATION
from vbe.output.changes.beside import besides, shortened
from vbe.output.plain_values import json_value

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from vbe.domain.changes import Change, FieldChange
    from vbe.domain.changes.consequences import Consequences
    from vbe.domain.changes.points import Point
    from vbe.model.corpus import Corpus
    from vbe.output.changes.beside import Beside
    from vbe.store.trees import Files

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
    fields: tuple[dict[str, Any], ...]
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
    told: tuple[ChangeSentence, ...]
    follows: Consequences
    remarks: tuple[str, ...]
    """What follows, in sentences."""
    unread: tuple[str, ...]
    besides: tuple[Beside, ...] = ()
    """Files that differ beside what the records say; what weighs first."""

    @property
    def decisive(self) -> list[str]:
        """What changes the check or the report, in sentences: told first and apart."""
        told = [told.sentence for told in self.told if told.kind in DECISIVE]
        return [*told, *shortened(each for each in self.besides if each.weighs)]

    @property
    def slight(self) -> tuple[Beside, ...]:
        """What differs and changes neither a record, nor the check, nor the report."""
        return tuple(each for each in self.besides if not each.weighs)

    @property
    def plain(self) -> tuple[ChangeSentence, ...]:
        """The edits but for those that are told first."""
        return tuple(told for told in self.edits if told.kind not in DECISIVE)

    @property
    def edits(self) -> tuple[ChangeSentence, ...]:
        """What is neither a review nor a reference that follows a new id."""
        return tuple(told for told in self.told if not told.is_review and not told.is_follower)

    @property
    def reviews(self) -> tuple[ChangeSentence, ...]:
        """What only says that a document was reviewed."""
        return tuple(told for told in self.told if told.is_review)

    @property
    def followers(self) -> tuple[ChangeSentence, ...]:
        """What only names another by its new id."""
        return tuple(told for told in self.told if told.is_follower)

    @property
    def by_risk(self) -> list[tuple[str, list[tuple[str, list[ChangeSentence]]]]]:
        """Heading → department → changes: what takes something away first, then other terms, what is new, and wording."""
        headings = {
            Risk.LOSS: _("Taken away"),
            Risk.TERMS: _("Other terms: deadline, responsible, interval, audience or status"),
            Risk.ADDED: _("Added"),
            Risk.WORDING: _("Other wording"),
        }
        groups = [(headings[risk], [told for told in self.plain if told.risk is risk]) for risk in Risk]
        return [(heading, self.by_department(told)) for heading, told in groups if told]

    def by_department(self, told: Iterable[ChangeSentence]) -> list[tuple[str, list[ChangeSentence]]]:
        """Heading → changes; what no department answers for comes first."""
        groups: dict[str, list[ChangeSentence]] = {}
        for each in told:
            groups.setdefault(each.heading, []).append(each)
        return [(heading or _("Common to all"), groups[heading]) for heading in sorted(groups, key=alphabetical)]

    @property
    def summary(self) -> str:
        """How much there is, in a sentence."""
        if not self.told:
            if not self.besides and not self.unread:
                return _("Nothing has changed.")
            if self.unread:
                said = _("Files with faults were not compared, so nobody can say that nothing has changed.")
                return " ".join(part for part in (said, self._beside()) if part)
            return " ".join(part for part in (_("No record says anything else."), self._beside()) if part)
        changes = ngettext("{count} change", "{count} changes", len(self.edits)).format(count=len(self.edits))
        reviews = ngettext("{count} review", "{count} reviews", len(self.reviews)).format(count=len(self.reviews))
        followers = ngettext(
            "{count} reference that follows a new id", "{count} references that follow a new id", len(self.followers)
        )
        parts = [changes, reviews, followers.format(count=len(self.followers))]
        kept = [part for part, told in zip(parts, (self.edits, self.reviews, self.followers), strict=True) if told]
        return " ".join(part for part in (_("{parts}.").format(parts=enumerate_words(kept)), self._beside()) if part)

    def _beside(self) -> str:
        files = len({each.file for each in self.besides})
        words = ngettext("{count} file differs beside that.", "{count} files differ beside that.", files)
        return words.format(count=files) if files else ""


def alphabetical(text: str) -> str:
    """A sort key with å, ä and ö after z."""
    return "".join(SWEDISH_LAST.get(char, char) for char in text.casefold())


def contrast(
    old: Corpus,
    new: Corpus,
    old_state: State,
    new_state: State,
    files: tuple[Files, Files] = ({}, {}),
    prefix: str = "",
    on: datetime.date | None = None,
) -> Comparison:
    """Compare two states and find the words, with the departments that answer on a day.

    `files` are all files of both, `prefix` the way from git's top to the root.
    """
    names = Names(new, old)
    changes = compare(old, new, on)
    follows = consequences(old, new, changes)
    return Comparison(
        old_state,
        new_state,
        tuple(_told(change, names) for change in changes),
        follows,
        tuple(_remarks(follows, new, names)),
        unreadable(old, new),
        besides(*files, {file for change in changes for file in (change.file, change.old_file)}, (old, new), prefix),
    )


def _told(change: Change, names: Names) -> ChangeSentence:
    shown = disclosed_change(change, names.guard)
    return ChangeSentence(
        change.kind,
        change.id,
        change.old_id,
        change.what,
        change.review,
        change.follows,
        json_value(change.title, names),
        change.file,
        change.old_file,
        change.owners,
        change.departments,
        enumerate_words(names.heading(department) for department in change.departments),
        change.example,
        sentence(change, names),
        tuple(_field(field, names) for field in shown.fields),
        subject_of_change(change, names),
        _reported(change, names) if change.what is ChangeType.ADDED else points(shown, names),
        site_link(names.corpora[-1], change.kind, change.old_id or change.id),
    )


def _reported(change: Change, names: Names) -> tuple[Point, ...]:
    """What a new follow-up reports; nothing of what else is new, which stands in its file."""
    entry = names.corpora[0].find(change.kind, change.id) if change.kind == FOLLOWUP.name else None
    if entry is None or not isinstance(entry.content, Model):
        return ()
    return reported(disclosed(entry.content, names.guard, year_of(change.kind, change.id)), names)


def _field(field: FieldChange, names: Names) -> dict[str, Any]:
    entry: dict[str, Any] = {"path": list(field.route), "what": field.what.value}
    if field.parts:
        return entry | {"parts": [_field(part, names) for part in field.parts]}
    return entry | {"old": json_value(field.old, names), "new": json_value(field.new, names)}


def _remarks(follows: Consequences, new: Corpus, names: Names) -> Iterable[str]:
    for identity in follows.untraced:
        entry = subject_of(new.entries[OBLIGATION.name][identity], names)
        yield _("{entry}: nothing carries it any more.").format(entry=entry)
    for identity in follows.traced:
        entry = subject_of(new.entries[OBLIGATION.name][identity], names)
        yield _("{entry}: is carried now.").format(entry=entry)
    for kind, identity in follows.edited_since_review:
        entry = subject_of(new.entries[kind][identity], names)
        yield _("{entry}: edited, but the review is older; review it or set it under revision.").format(entry=entry)
    for kind, identity in follows.not_harmonised:
        entry = subject_of(new.entries[kind][identity], names)
        yield _("{entry}: is not in line with the plan’s new version.").format(entry=entry)
