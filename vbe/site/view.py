"""What the pages are composed from: the part of the records that a reader may see, and the verdicts on all of it.

Nothing of the whole corpus comes along but ids, days, colours and our own words, as in the report.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from vbe.domain.addresses import FOLDERS, address
from vbe.domain.labels import swedish_value
from vbe.domain.lifecycle import documents_in_force
from vbe.domain.organisation import Organisation
from vbe.language.swedish import capital, order
from vbe.model.places import OVERALL
from vbe.model.records import DOCUMENT_KINDS
from vbe.model.records.organisation import ACTOR
from vbe.model.records.routine import GUIDANCE, ROUTINE
from vbe.site.shapes import Item, item

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Mapping

    from vbe.domain.document_status import DocumentStatus
    from vbe.domain.telling import VersionSummary
    from vbe.model.corpus import Corpus
    from vbe.model.records import Record
    from vbe.model.records.routine import Clocked, Guidance, Routine
    from vbe.report.model import Provenance, Report
    from vbe.report.view import View


class Edition(StrEnum):
    """For whom a site is."""

    PUBLIC = "public"
    STAFF = "staff"


class YearOfReports(NamedTuple):
    """What there is of a year's follow-up: the boards' extracts, and the files to download. `note` says what is missing."""

    year: int
    as_of: datetime.date
    report: Report | None = None
    extracts: Mapping[str, Report] = {}
    files: Mapping[str, bytes] = {}
    note: str = ""


class DayOfChanges(NamedTuple):
    """What has changed on a day, in sentences, each with the page that it is about."""

    day: datetime.date
    sentences: tuple[tuple[str, str], ...]


class LatestVersion(NamedTuple):
    """When a record was changed last, and by which commit."""

    day: datetime.date
    commit: str


class Missing(NamedTuple):
    """A file that could not be read: kind and id as its path gives them, and the place of the fault."""

    kind: str
    id: str
    file: str


@dataclass(frozen=True)
class SiteView:
    """The context of every page."""

    edition: Edition
    corpus: Corpus
    """Projected: what this reader may see, as it was known on the day."""
    as_of: datetime.date
    latest: View
    """The report of the latest year that boards have reported on, for this reader."""
    states: Mapping[tuple[str, str], DocumentStatus]
    """Kind and id → how fresh a routine or guidance example is."""
    provenance: Provenance
    history: Mapping[str, tuple[VersionSummary, ...]] = field(default_factory=dict)
    """File → its versions, newest first; empty where there is no history, and for the public."""
    latest_of: Mapping[str, LatestVersion] = field(default_factory=dict)
    """File → its latest version, where that is known and is what the pages show."""
    years: tuple[YearOfReports, ...] = ()
    changes: tuple[DayOfChanges, ...] = ()
    calendars: Mapping[str, bytes] = field(default_factory=dict)
    """Board or department → its calendar."""
    stamp: int = 0
    """Seconds since 1970, of the commit: what a file bears that must bear a time."""
    missing: tuple[Missing, ...] = ()

    @property
    def is_public(self) -> bool:
        """Whether anybody may read it."""
        return self.edition is Edition.PUBLIC

    @property
    def tells_states(self) -> bool:
        """Whether it is told how it goes: for the public not until a follow-up has been decided on."""
        return not self.is_public or bool(self.latest.followed)

    @property
    def plan(self) -> str:
        """The governing document at the head of a page: `Strategin`, `Handlingsplanen`."""
        return capital(self.latest.document)

    @cached_property
    def organisation(self) -> Organisation:
        """The organisation on the site's day."""
        return Organisation(self.corpus, self.as_of)

    @cached_property
    def documents(self) -> tuple[Record[Clocked], ...]:
        """The reviewed documents that have pages: those of a kind that has pages, and for the public those in force."""
        shown = documents_in_force(self.corpus, self.as_of) if self.is_public else self.corpus.documents
        return tuple(record for record in shown if record.kind in FOLDERS)

    @cached_property
    def by_file(self) -> dict[str, Record[Clocked]]:
        """File → document, of those that have pages."""
        return {record.file: record for record in self.documents}

    def shows(self, record: Record) -> bool:
        """Whether a document has a page."""
        return record.file in self.by_file

    @cached_property
    def routines(self) -> tuple[Record[Routine], ...]:
        """The routines that have pages, by title."""
        shown = (record for record in self.corpus.of(ROUTINE) if self.shows(record))
        return tuple(sorted(shown, key=lambda record: order(record.content.title)))

    @cached_property
    def examples(self) -> tuple[Record[Guidance], ...]:
        """The guidance examples that have pages, by title."""
        shown = (record for record in self.corpus.of(GUIDANCE) if self.shows(record))
        return tuple(sorted(shown, key=lambda record: order(record.content.title)))

    @cached_property
    def overall(self) -> tuple[Record[Routine], ...]:
        """The overall routines, by title."""
        return tuple(record for record in self.routines if record.owner == OVERALL)

    def href(self, kind: str, identity: str) -> str | None:
        """The page of something; None where it has none that this reader may see."""
        entry = self.corpus.find(kind, identity)
        if entry is None or (entry.record.kind in DOCUMENT_KINDS and not self.shows(entry.record)):
            return None
        return address(self.corpus, kind, identity)

    def actor(self, actor: str) -> Item:
        """An actor's name, and where it is read about."""
        return item(capital(self.organisation.name(actor)), self.href(ACTOR.name, actor))

    def aim(self, aim: str) -> str:
        """An aim's name; that the plan states none, where it does not."""
        return self.corpus.profile.aims.get(aim) or swedish_value(aim)

    def actors(self, actors: Iterable[str]) -> list[Item]:
        """Several of them."""
        return [self.actor(actor) for actor in actors]

    def contact(self, actor: str) -> str:
        """The number or mailbox of a function, or of the department behind it; empty where none is known."""
        entry = self.organisation.find(actor)
        if entry is not None and entry.content.contact:
            return entry.content.contact
        for department in self.organisation.departments_of(actor):
            found = self.organisation.find(department)
            if found is not None and found.content.contact:
                return found.content.contact
        return ""
