"""What a kind says about itself: what its records and entries are called, whose they are, and how they are known again.

Every table of kinds is derived from these descriptions, so that a new kind is one module and one line of `places.PLACES`.
A description stands beside the model that it describes, at the end of its module.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, NamedTuple

from typing_extensions import TypeVar

from vbe.model.places import PLACES, Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from vbe.documents import Document
    from vbe.model.fields import Model

C = TypeVar("C", default=Any)
M = TypeVar("M", bound="Model", default=Any)
M_co = TypeVar("M_co", bound="Model", covariant=True, default="Model")


class Record(NamedTuple, Generic[M_co]):
    """A document whose form is right: its kind, its id, where it stands, and what it holds."""

    kind: str
    id: str
    document: Document
    content: M_co

    @property
    def file(self) -> str:
        """The path, relative to the root, with `/`."""
        return self.document.file

    @property
    def owner(self) -> str:
        """The owner that the path names: a department for a routine, a board for a guidance example or a follow-up."""
        return _PLACE_OF[self.kind].owner_in(self.id)

    @property
    def year(self) -> int:
        """The year that the path of a follow-up, or of the decisions on one, says."""
        return int(self.id.partition("/")[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryKind(Generic[C]):
    """A kind of thing that has an id: a whole record, or an entry inside one such as a commitment or an actor.

    Texts are English message ids; they are translated where they are printed.
    """

    name: str
    """What references, JSON and `kind:id` call it."""
    model: type[C]
    label: str
    """What it is called in a sentence: `commitment`."""
    phrase: str = "{id}"
    """The beginning of a sentence about one: gaps `id`, `title`, `owner`, `year`."""
    link: str = "{id}"
    """What it is called in a list of links: gaps as in `phrase`, and `state`."""
    titles: tuple[str, ...] = ()
    """Fields that name it, the best first; by the last of them it is known again under another id."""
    owners: Callable[[Record[Any], C], Iterable[str]] | None = None
    """The actors that answer for one, from its record and content; else the owner that the path of its file names."""
    likeness: float = 1.0
    """How alike two must be, from 0 to 1, to count as one with a new id; at 1 they must say the same."""
    identity_fields: tuple[str, ...] = ("id",)
    """Fields that are its id, so no changes of their own."""
    is_anonymous: bool = False
    """Whether it has no id by which it can be looked up; it is compared all the same, by its identity fields."""
    is_numbered: bool = False
    """Whether people call it by its id: `commitment 4.5`."""
    is_word: bool = False
    """Whether it is no more than a word of the profile: nobody looks it up, and the profile's fields tell its changes."""
    is_placed: bool = False
    """Whether it belongs where it stands, so that it has moved when it stands in another record."""
    is_withheld: bool = False
    """Whether its own public output decides what is shown of it, so that no list of changes does."""

    def owners_of(self, record: Record[Any], content: C) -> tuple[str, ...]:
        """The ids of those who answer for one, as it says itself or as its path says; empty where nobody does."""
        if self.owners is not None:
            return tuple(self.owners(record, content))
        return (record.owner,) if _PLACE_OF[record.kind].owner else ()

    def title_of(self, content: C) -> str:
        """What one is called; empty where it has no name."""
        if isinstance(content, str):
            return content
        return next((text for name in self.titles if isinstance(text := getattr(content, name, None), str)), "")


class ActorType(NamedTuple, Generic[C]):
    """A type of actor: what it is called, and what holds of all of them."""

    name: str
    model: type[C]
    label: str
    article: str
    """With its article: `a board`."""
    phrase: str
    """The beginning of a sentence about one."""
    is_ours: bool = True
    """Whether it belongs to the municipality."""
    is_staff: bool = False
    """Whether its name is a word for what it does."""
    is_proper: bool = False
    """Whether its name keeps its capital inside a sentence."""


class EntryList(NamedTuple):
    """A field of a record whose members are entries of their own; for actors, of which type they are."""

    field: str
    kind: EntryKind[Any]
    actor_type: ActorType[Any] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind(EntryKind[M]):
    """A kind of record."""

    entries: tuple[EntryList, ...] = ()
    definite: str = ""
    """One of them in the annual report, in definite form: `the routine`."""
    plural: str = ""
    """All of them there, in definite form: `the routines`."""
    review_months: int = 0
    """Months between two reviews where neither record nor profile says; 0 where it is never reviewed."""
    carries_demands: bool = False
    """Whether a record of it, or an entry inside, can answer for a demand of the text."""
    holds_clocks: bool = False
    """Whether entries inside one go out of date, though the record itself is never reviewed."""
    is_required: bool = False
    """Whether every repository has one."""
    tells_past: bool = False
    """Whether it tells what once was, so that it may name actors that have ended."""
    is_beside_chain: bool = False
    """Whether it stands beside the chain from demand to report, so that lists along the chain have it last."""

    @property
    def place(self) -> Place:
        """Where its records live."""
        return _PLACE_OF[self.name]

    @property
    def is_reviewed(self) -> bool:
        """Whether its records have a date by which somebody must look at them again."""
        return self.review_months > 0

    @property
    def has_clocks(self) -> bool:
        """Whether anything in its records goes out of date."""
        return self.is_reviewed or self.holds_clocks

    @property
    def is_document(self) -> bool:
        """Whether its records are reviewed documents in the folder of a department or board."""
        return self.is_reviewed and bool(self.place.owner)

    @property
    def apart(self) -> frozenset[str]:
        """Fields whose members are told of on their own."""
        return frozenset(listed.field for listed in self.entries if not listed.kind.is_word)


_PLACE_OF = {place.kind: place for place in PLACES}
