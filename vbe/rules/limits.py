"""The limits that hold for a change are those of where it is going: nothing in it loosens its own check.

What a change does to waivers, suppressions, thresholds, limits, intervals and to what must be there counts from when it has been
taken in. Where it is stricter, it counts at once.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from vbe.domain.disclosure.numbers import GUARDED
from vbe.language import _, ngettext
from vbe.model.corpus import Corpus
from vbe.model.document_type import DocumentType
from vbe.model.profile import Contacts, Coverage, Intervals, Thresholds
from vbe.model.records.area import Area, Indicator

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from vbe.model.fields import Model
    from vbe.model.profile import Profile, Waiver
    from vbe.model.records import Record

L = TypeVar("L", Thresholds, Intervals)
ENDLESS = 10**9
HIGHEST = ("small_count", "share_base", "due_soon_days")
"""Numbers of which the higher is the stricter; of all others the lower is."""


@dataclass
class Limits:
    """What holds of a corpus that is checked, and what of it does not count yet, in sentences."""

    corpus: Corpus
    base: str
    """What the state is called that it is going to."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """The texts of that state."""
    idle_waivers: frozenset[int] = frozenset()
    """Which of the profile's waivers do not count."""
    told: list[str] = field(default_factory=list)
    is_held: bool = True

    def counts(self, file: str, line: str) -> bool:
        """Whether a line with a suppression stood there before: in the file, or in one that is gone now."""
        if not self.is_held:
            return True
        return line.strip() in self._lines.get(file, ()) or (file not in self.texts and line.strip() in self._lines[""])

    def tell(self, sentence: str) -> None:
        """Keep a sentence on what does not count."""
        self.told.append(sentence)

    @cached_property
    def _lines(self) -> dict[str, set[str]]:
        marked = {
            f: {line.strip() for line in text.splitlines() if "vbe:" in line} for f, text in self.texts.items() if "vbe:" in text
        }
        gone = (lines for file, lines in marked.items() if file not in self.corpus.texts)
        return marked | {"": set().union(*gone)}


def no_limits(corpus: Corpus) -> Limits:
    """A corpus by its own limits."""
    return Limits(corpus, "", is_held=False)


def limits_of(base: Corpus, corpus: Corpus, name: str) -> Limits:
    """A corpus by the limits of the state that it is going to, which the sentences call by its name."""
    held = Limits(corpus, name, base.texts)
    waivers = corpus.profile.waivers
    held.idle_waivers = frozenset(i for i, waiver in enumerate(waivers) if not _is_known(waiver, base.profile.waivers))
    for index in sorted(held.idle_waivers):
        message = _("The waiver of {rule} for {record} is not in {base}, or ends earlier there: it does not count yet.")
        held.tell(message.format(rule=waivers[index].rule, record=waivers[index].record, base=name))
    profile = _profile(base.profile, corpus, held)
    records = tuple(_counting(record, base.indicators, held) for record in corpus.records)
    held.corpus = replace(corpus, profile=profile, records=records)
    return held


def _is_known(waiver: Waiver, known: Iterable[Waiver]) -> bool:
    return any((waiver.rule, waiver.record) == (each.rule, each.record) and waiver.until <= each.until for each in known)


def _profile(old: Profile, corpus: Corpus, held: Limits) -> Profile:
    """The profile with the stricter of each limit."""
    new = corpus.profile
    words = {term.find.casefold() for term in new.terms}
    lost = tuple(term for term in old.terms if term.find.casefold() not in words)
    areas = tuple(area for area in old.guarded_areas if area not in new.guarded_areas)
    for name, missing in (("terms", lost), ("guarded_areas", areas)):
        if missing:
            _tell_of_less(name, held)
    if new.limits.file_kib > old.limits.file_kib:
        _tell_of_number("limits.file_kib", old.limits.file_kib, new.limits.file_kib, held)
    return new.model_copy(
        update={
            "thresholds": _stricter(old.thresholds, new.thresholds, "thresholds", held),
            "intervals": _stricter(old.intervals, new.intervals, "intervals", held),
            "contacts": _contacts(old.contacts, new.contacts, held),
            "coverage": _coverage(old.coverage, corpus, held),
            "document_types": {i: _type(old.document_types.get(i), each, i, held) for i, each in new.document_types.items()},
            "terms": (*new.terms, *lost),
            "guarded_areas": (*new.guarded_areas, *areas),
        }
    )


def _stricter(old: L, new: L, name: str, held: Limits) -> L:
    kept: dict[str, object] = {}
    for part, before in old:
        after = getattr(new, part)
        pair = [(ENDLESS if value is None else value) for value in (before, after)]
        if pair[1] < pair[0] if part in HIGHEST else pair[1] > pair[0]:
            kept[part] = before
            _tell_of_number(f"{name}.{part}", before, after, held)
    return new.model_copy(update=kept)


def _contacts(old: Contacts, new: Contacts, held: Limits) -> Contacts:
    """Only the numbers and mailboxes that were known: whoever writes a private one in would make it a function's."""
    kept = {part: tuple(each for each in getattr(new, part) if each in known) for part, known in old}
    count = sum(len(getattr(new, part)) - len(left) for part, left in kept.items())
    if count:
        message = ngettext(
            "contacts: {count} number or mailbox is not in {base}: it does not count yet.",
            "contacts: {count} numbers or mailboxes are not in {base}: they do not count yet.",
            count,
        )
        held.tell(message.format(count=count, base=held.base))
    return new.model_copy(update=kept)


def _coverage(old: Coverage, corpus: Corpus, held: Limits) -> Coverage:
    """Who must have what, with what was demanded before of those who are still there."""
    new = corpus.profile.coverage
    there = {*corpus.actors, *corpus.channels}
    kept: dict[str, object] = {}
    for part, before in old:
        after = getattr(new, part)
        if isinstance(before, tuple):
            asked = [each for each in before if each not in after]
            lost = tuple(e for e in asked if (e in there if isinstance(e, str) else set(e.any_of) & {*corpus.obligations}))
            if lost:
                kept[part] = (*after, *lost)
        elif before and not after and (part != "contact_point" or before in there):
            kept[part] = before
    for part in kept:
        _tell_of_less(f"coverage.{part}", held)
    return new.model_copy(update=kept)


def _type(old: DocumentType | None, new: DocumentType, name: str, held: Limits) -> DocumentType:
    """A type of document, of which what was required before still is."""
    lost = {key: source for key, source in old.requires.items() if key not in new.requires} if old is not None else {}
    if not lost:
        return new
    _tell_of_less(f"document_types.{name}.requires", held)
    return new.model_copy(update={"requires": {**new.requires, **lost}})


def _counting(record: Record, known: Mapping[str, Indicator], held: Limits) -> Record:
    """A record whose indicators count persons or cases where they did before."""
    if not isinstance(record.content, Area):
        return record
    indicators = tuple(_guarded(each, known.get(each.id), held) for each in record.content.indicators)
    if indicators == record.content.indicators:
        return record
    content: Model = record.content.model_copy(update={"indicators": indicators})
    return record._replace(content=content)


def _guarded(new: Indicator, old: Indicator | None, held: Limits) -> Indicator:
    if old is None or old.counts not in GUARDED or new.counts in GUARDED:
        return new
    message = _("The indicator {id} counts persons or cases in {base}: it still does.")
    held.tell(message.format(id=new.id, base=held.base))
    return new.model_copy(update={"counts": old.counts})


def _tell_of_number(name: str, old: object, new: object, held: Limits) -> None:
    message = _("{field} is {new} here and {old} in {base}: {old} holds.")
    held.tell(message.format(field=name, old="–" if old is None else old, new="–" if new is None else new, base=held.base))


def _tell_of_less(name: str, held: Limits) -> None:
    held.tell(_("{field} asks for less than in {base}: what stands there still holds.").format(field=name, base=held.base))
