"""What is asked, and what is said of a day by which something is due."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vbe.domain.freshness.model import Reason, State

if TYPE_CHECKING:
    import datetime

    from vbe.domain.organisation import Organisation
    from vbe.model.corpus import Corpus


class AssessmentContext(NamedTuple):
    """What is asked: of which records, as of which day, and how many days ahead is soon."""

    corpus: Corpus
    as_of: datetime.date
    within: int
    organisation: Organisation

    def is_soon(self, due_on: datetime.date) -> bool:
        """Whether a day is near."""
        # A difference always exists; a day so far ahead may lie beyond the end of the calendar.
        return 0 <= (due_on - self.as_of).days <= self.within

    def reasons(
        self, due_on: datetime.date, past: str, ahead: str, hint: str = "", state: State = State.OVERDUE, **named: object
    ) -> tuple[Reason, ...]:
        """What is said of a day: `past` once it lies behind, with the state that follows, `ahead` while it is near, else nothing.

        The day is `{due}` in both, and `{date}` where no other is named so.
        """
        named = {"date": due_on, "due": due_on, **named}
        if due_on < self.as_of:
            return (Reason(state, past.format(**named), hint, due_on),)
        return (Reason(State.DUE_SOON, ahead.format(**named), hint, due_on),) if self.is_soon(due_on) else ()

    def departments_of(self, *actors: str) -> tuple[str, ...]:
        """The departments that act for these actors; the coordinating one where none does."""
        return self.organisation.or_coordinating(self.organisation.departments_of(*actors))
