"""What the sections are composed from: the part of the repository that the reader may see, and the verdicts on all of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from vbe.domain import period
from vbe.domain.asking import organisation_of
from vbe.domain.decided import decision_on
from vbe.domain.freshness.months import day_of_year
from vbe.domain.joint import boards_for
from vbe.language.prose import one, said
from vbe.language.swedish import by_number, folded, genitive, listed
from vbe.model.records.commentary import COMMENTARY
from vbe.report.document_names import DocumentNames
from vbe.report.when import due_of

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Mapping

    from vbe.domain.disclosure.guard import Guard
    from vbe.domain.document_status import Changed
    from vbe.domain.organisation import Organisation
    from vbe.domain.verdicts import ReportAssessment
    from vbe.model.corpus import Corpus
    from vbe.model.profile import Cut
    from vbe.model.records.area import Commitment
    from vbe.model.records.commentary import Commentary
    from vbe.model.records.followup import BodyDecision, CommitmentReport, FollowUp
    from vbe.report.held import Held
    from vbe.report.model import Provenance
    from vbe.report.texts import Texts

EXAMPLE = "Exempel, ej beslutad"
FEW = 3
"""So many commitments are named in a sentence; more are told by their numbers."""


@dataclass(frozen=True)
class View(DocumentNames):
    """The context of every section."""

    corpus: Corpus
    hidden: int
    verdicts: ReportAssessment
    year: int
    as_of: datetime.date
    part: bool
    cut: Cut
    changes: tuple[Changed, ...]
    provenance: Provenance
    numbers: Mapping[str, str]
    """Section → its number in this cut."""
    texts: Texts
    """The fixed prose."""
    guard: Guard
    """What may be told of numbers of persons and cases, over all of the records: what this reader sees of them or not."""
    held: Held
    board_only: str | None = None
    """Whom the report is for, where it is one board's part, or one municipality's of a joint plan; None for all."""

    @cached_property
    def followed(self) -> dict[str, FollowUp]:
        """Board → its report for the year, of those that were handed in by the report's day: the others say nothing yet."""
        return period.handed_in(self.corpus, self.year, self.as_of)

    @cached_property
    def begun(self) -> frozenset[str]:
        """The boards that have begun on a report for the year and not handed it in."""
        return frozenset(self.corpus.follow_ups(self.year).keys() - self.followed.keys())

    @cached_property
    def answering_organisation(self) -> Organisation:
        """The organisation that answers for the year."""
        return organisation_of(self.corpus, self.year)

    @cached_property
    def boards(self) -> tuple[str, ...]:
        """The boards that should report, and any others that did."""
        return tuple(dict.fromkeys((*self.answering_organisation.reporting_boards, *sorted(self.followed))))

    @cached_property
    def only(self) -> tuple[str, ...]:
        """The boards that the report is about, where it is for one reader; () where it is about all."""
        if self.board_only is None:
            return ()
        return tuple(b for b in boards_for(self.answering_organisation, self.board_only) if b in self.boards)

    @cached_property
    def answered(self) -> frozenset[str]:
        """The boards that have handed in their report by the report's day."""
        return frozenset(self.followed)

    @cached_property
    def decided(self) -> BodyDecision | None:
        """The executive board's decision on the year's follow-up, where it had been taken by the report's day."""
        return decision_on(self.corpus, self.year)

    @property
    def due_on(self) -> datetime.date:
        """The last day on which the boards hand in their reports for the year."""
        return day_of_year(self.year + 1, self.corpus.profile.intervals.follow_up_due)

    @property
    def is_interim(self) -> bool:
        """Whether the report is of a year that goes on: no board owes anything yet."""
        return self.part and self.dated

    @property
    def dated(self) -> bool:
        """Whether `as_of` is a day that is reported on; False where it is only 31 December because no other day is known."""
        return not (self.part and not period.is_part(self.year, self.as_of))

    @property
    def silent(self) -> tuple[str, ...]:
        """The boards that should have reported and have not: a file that nobody has handed in yet is no answer."""
        return tuple(board for board in self.boards if board not in self.answered)

    @property
    def comments(self) -> Commentary | None:
        """The author's own words in the year's report."""
        return self.corpus.content(COMMENTARY, str(self.year))

    @property
    def board(self) -> str:
        """The body that decides on the report, as inside a sentence."""
        return self.inside(self.corpus.profile.executive_board)

    @property
    def city(self) -> str:
        """The municipality in running text."""
        municipality = self.corpus.profile.municipality
        return municipality.short_name or municipality.name

    @property
    def documents_own(self) -> str:
        """The governing document in the genitive: `strategins`."""
        return genitive(self.document)

    def numbered(self, identity: str, most: int = 60) -> str:
        """A commitment in a list: its number and its short name; the name alone for those who get no codes."""
        commitment = self.corpus.commitments[identity]
        name = commitment.title or short(commitment.text, most)
        return f"{commitment.number or identity} {name}" if self.cut.codes else name

    def quoted(self, identity: str) -> str:
        """A commitment inside a sentence: `”Utbilda stadens chefer” (4.5)`; the name alone for those who get no codes."""
        commitment = self.corpus.commitments[identity]
        name = f"”{commitment.title or short(commitment.text, 60)}”"
        return f"{name} ({commitment.number or identity})" if self.cut.codes else name

    def names_of(self, identities: Iterable[str], most: int = FEW) -> list[str]:
        """Commitments in order, for a sentence: by name where they are few, else by number where the reader has numbers."""
        ordered = sorted(identities, key=by_number)
        if len(ordered) <= most or not self.cut.codes:
            return [self.quoted(identity) for identity in ordered]
        return [self.corpus.commitments[identity].number or identity for identity in ordered]

    def named(self, identities: Iterable[str]) -> str:
        """The same as words."""
        return listed(self.names_of(identities))

    def due(self, commitment: Commitment) -> str:
        """When it must be done, in words."""
        return due_of(commitment)

    def reports(self, commitment: str) -> list[tuple[str, CommitmentReport]]:
        """Board and what it reports on a commitment."""
        return [(board, self.followed[board].commitments[commitment]) for board in self._reporting.get(commitment, ())]

    @cached_property
    def _reporting(self) -> dict[str, list[str]]:
        table: dict[str, list[str]] = {}
        for board in self.boards:
            for commitment in self.followed[board].commitments if board in self.followed else ():
                table.setdefault(commitment, []).append(board)
        return table

    @cached_property
    def answering(self) -> dict[str, tuple[str, ...]]:
        """Commitment → the boards that answer for it."""
        answering_for = self.answering_organisation.answering_for
        return {identity: answering_for(commitment) for identity, commitment in self.corpus.commitments.items()}

    def departments_of(self, board: str) -> list[str]:
        """The departments that serve a board on the report's day."""
        return self.sorted_names(frozenset(self.organisation.departments_of(board)))

    def state(self, kind: str, identity: str) -> str:
        """How current a document is on the report's day."""
        judged = self.verdicts.freshness.get((kind, identity))
        return judged.state if judged else "unknown"

    def reference(self, section: str) -> str:
        """`avsnitt 14`, to a section that this reader gets; else nothing."""
        number = self.numbers.get(section)
        return "" if not number else number[:1].lower() + number[1:] if number[:1].isalpha() else f"avsnitt {number}"

    @property
    def examples(self) -> tuple[str, ...]:
        """What the report rests on that is an example: the document, the decisions, the boards' reports."""
        strategy, decisions = self.corpus.strategy, self.corpus.decisions(self.year)
        found = {
            said("uppgifterna om {document}", document=self.document): strategy is not None and strategy.example,
            said("besluten om uppföljningen {year}", year=self.year): decisions is not None and decisions.example,
            one("nämndernas redovisningar"): any(report.example for report in self.followed.values()),
        }
        return tuple(what for what, example in found.items() if example)


def short(text: str, most: int = 120) -> str:
    """A text cut at a word, for a place where the whole stands elsewhere."""
    clean = folded(text)
    if len(clean) <= most:
        return clean.rstrip(".")
    return f"{clean[:most].rsplit(' ', 1)[0].rstrip(',;:–')} …"


def labelled(title: str, *, example: bool) -> str:
    """A title, and after it that the record is an example."""
    return f"{title} ({one(EXAMPLE.lower())})" if example else title
