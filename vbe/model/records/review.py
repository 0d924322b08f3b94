"""The reviews of a document: history, newest last. What is true on a day rests on the latest review not after it."""

import datetime
from typing import Annotated, Literal

from pydantic import Field

from vbe.model.fields import INTERNAL, Date, Example, Model, RoleRef, ShortText, Text


class Review(Model):
    """One review: when, by whom, what it led to."""

    date: Date = Field(description="The day of the review.")
    by: RoleRef | None = Field(default=None, description="The role that made the review.")
    outcome: Literal["no-change", "revised"] | None = Field(
        default=None, description="What the review led to: no-change or revised."
    )
    version: ShortText | None = Field(
        default=None, description="The version of the strategy that the document was brought into line with."
    )
    note: Annotated[Text | None, INTERNAL] = Field(default=None, description="A note on the review.")


class KeepsReviews(Example):
    """What is reviewed again and again keeps every review."""

    reviews: tuple[Review, ...] = Field(default=(), description="The reviews, newest last; `vbe review` adds to them.")

    def review_on(self, day: datetime.date | None = None) -> Review | None:
        """The latest review that had been made on a day; of all where no day is given. Of two on one day the last."""
        until = [review for review in self.reviews if day is None or review.date <= day]
        return max(reversed(until), key=lambda review: review.date, default=None)

    @property
    def reviewed_on(self) -> datetime.date | None:
        """The day of the latest review of all."""
        review = self.review_on()
        return None if review is None else review.date
