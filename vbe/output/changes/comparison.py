"""Everything that the formats of `vbe diff` tell: the changes with their sentences, in groups, and what follows from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vbe.domain.changes import Change, Names, compare, sentence, unreadable
from vbe.domain.changes.consequences import Consequences, consequences
from vbe.domain.changes.phrase import subject_of
from vbe.language import _, enumerate_words, ngettext
from vbe.privacy.redaction import redact
from vbe.privacy.terminal import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vbe.model.corpus import Corpus

LAST = "\uffff"
SWEDISH_LAST = {"å": "{1", "ä": "{2", "ö": "{3"}


@dataclass(frozen=True, slots=True)
class State:
    """One side of a comparison: what it is called, and the commit where it is one."""

    name: str
    commit: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A change and its sentence."""

    change: Change
    sentence: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two states, and everything between them in the order that it is told."""

    old: State
    new: State
    told: tuple[Told, ...]
    follows: Consequences
    remarks: tuple[str, ...]
    """What follows, in sentences."""
    unread: tuple[str, ...]
    names: Names

    @property
    def edits(self) -> tuple[Told, ...]:
        """What is neither a review nor a reference that follows a new id."""
        return tuple(told for told in self.told if not told.change.review and not told.change.follows)

    @property
    def reviews(self) -> tuple[Told, ...]:
        """What only says that a document was reviewed."""
        return tuple(told for told in self.told if told.change.review)

    @property
    def followers(self) -> tuple[Told, ...]:
        """What only names another by its new id."""
        return tuple(told for told in self.told if told.change.follows)

    def by_department(self, told: Iterable[Told]) -> list[tuple[str, list[Told]]]:
        """Heading → changes; what no department answers for comes first."""
        groups: dict[tuple[str, ...], list[Told]] = {}
        for each in told:
            groups.setdefault(each.change.departments, []).append(each)
        headed = [(self._heading(departments), members) for departments, members in groups.items()]
        return sorted(headed, key=lambda group: (group[0] != _common(), alphabetical(group[0])))

    def _heading(self, departments: tuple[str, ...]) -> str:
        if not departments:
            return _common()
        return enumerate_words(redact(one_line(self.names.heading(department))) for department in departments)

    @property
    def summary(self) -> str:
        """How much there is, in a sentence."""
        if not self.told:
            return _("Nothing has changed.")
        changes = ngettext("{count} change", "{count} changes", len(self.edits)).format(count=len(self.edits))
        reviews = ngettext("{count} review", "{count} reviews", len(self.reviews)).format(count=len(self.reviews))
        followers = ngettext(
            "{count} reference that follows a new id", "{count} references that follow a new id", len(self.followers)
        )
        parts = [changes, reviews, followers.format(count=len(self.followers))]
        kept = [part for part, told in zip(parts, (self.edits, self.reviews, self.followers), strict=True) if told]
        return _("{parts}.").format(parts=enumerate_words(kept))


def _common() -> str:
    return _("Common to all")


def alphabetical(text: str) -> str:
    """A sort key with å, ä and ö after z."""
    return "".join(SWEDISH_LAST.get(char, char) for char in text.casefold())


def contrast(old: Corpus, new: Corpus, old_state: State, new_state: State) -> Comparison:
    """Compare two states and find the words."""
    names = Names(new, old)
    changes = compare(old, new)
    follows = consequences(old, new, changes)
    return Comparison(
        old_state,
        new_state,
        tuple(Told(change, sentence(change, names)) for change in changes),
        follows,
        tuple(redact(one_line(remark)) for remark in _remarks(follows, new, names)),
        unreadable(old, new),
        names,
    )


def _remarks(follows: Consequences, new: Corpus, names: Names) -> Iterable[str]:
    for identity in follows.untraced:
        entry = subject_of(new.entries["obligation"][identity], names)
        yield _("{entry}: nothing carries it any more.").format(entry=entry)
    for identity in follows.traced:
        entry = subject_of(new.entries["obligation"][identity], names)
        yield _("{entry}: is carried now.").format(entry=entry)
    for kind, identity in follows.edited_since_review:
        entry = subject_of(new.entries[kind][identity], names)
        yield _("{entry}: edited, but the review is older; review it or set it under revision.").format(entry=entry)
    for kind, identity in follows.not_harmonised:
        entry = subject_of(new.entries[kind][identity], names)
        yield _("{entry}: is not in line with the strategy’s new version.").format(entry=entry)
