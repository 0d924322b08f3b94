"""What states, kinds and shares are called."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vbe.domain.freshness.model import STALE, State
from vbe.domain.freshness.months import between
from vbe.domain.labels import state_label
from vbe.language import _, active_language, ngettext
from vbe.model.labels import value_word
from vbe.model.records import REVIEWED_KINDS
from vbe.model.records.area import COMMITMENT

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from vbe.domain.freshness.assessment import Assessment, Share
    from vbe.domain.freshness.model import Freshness, Reason
    from vbe.output.freshness import Setting

IN_DAYS = 62
"""Up to so many days an age is told in days."""


def state_of(freshness: Freshness) -> str:
    """What the state of something is called; a commitment is not reviewed, it is shown to be kept."""
    return _(state_label(freshness.state, freshness.kind))


def kind_word(kind: str) -> str:
    """What a kind of thing with a clock is called."""
    word = value_word(kind)
    return word[:1].upper() + word[1:]


def department_name(department: str, setting: Setting) -> str:
    """The name of a department."""
    return setting.name(department) if department else _("No department")


def shared_words(share: Share) -> str:
    """What is answered for together with departments that lead."""
    words = ngettext(
        "Together with departments that lead: {stale} of {total} stale, counted there",
        "Together with departments that lead: {stale} of {total} stale, counted there",
        share.stale,
    )
    return words.format(stale=share.stale, total=share.total)


def total_words(assessment: Assessment) -> str:
    """How much is stale, without a full stop."""
    stale, total = sum(share.stale for share in assessment.shares), sum(share.total for share in assessment.shares)
    if not stale:
        return _("Nothing is stale as of {date} (0 of {total})").format(date=assessment.as_of, total=total)
    words = ngettext("{stale} of {total} stale as of {date}", "{stale} of {total} stale as of {date}", stale)
    return words.format(stale=stale, total=total, date=assessment.as_of)


def owner_words(row: Row, setting: Setting) -> str:
    """Who must act; where no role is named, whose department it is. Empty where what stands together has several."""
    if row.owner_role:
        return setting.name(row.owner_role)
    if row.first.owner_role:
        return ""
    department = row.first.department
    return _("no owner; falls on {name}").format(name=setting.name(department)) if department else _("no owner")


def share_words(share: Share) -> str:
    """`2 of 5 stale (40 %)`."""
    percent = percent_words(share)
    words = ngettext("{stale} of {total} stale ({percent})", "{stale} of {total} stale ({percent})", share.stale)
    return words.format(stale=share.stale, total=share.total, percent=percent)


def percent_words(share: Share) -> str:
    """`40 %`."""
    return _("{share} %").format(share=_decimal(share.percent))


def _decimal(value: float) -> str:
    text = f"{value:.0f}"
    return text if active_language() != "sv" else text.replace(".", ",")


def late_words(freshness: Freshness) -> str:
    """How late it is; empty where it is not."""
    days = freshness.days_overdue or 0
    if not days or freshness.due_on is None:
        return ""
    if days < IN_DAYS:
        return ngettext("{days} day late", "{days} days late", days).format(days=days)
    return _("{age} late").format(age=age_words(freshness.due_on, freshness.as_of))


def about_words(row: Row, whose: str = "") -> str:
    """How it stands, by when, how late, whose it is where that is said, and whether it is an example."""
    first = row.first
    due = _("due {date}").format(date=row.due_on) if row.due_on else ""
    late = late_words(first) if first.is_stale else ""
    return ", ".join(part for part in (state_of(first), due, late, whose, _("example") if first.is_example else "") if part)


def age_words(start: datetime.date, end: datetime.date) -> str:
    """How long ago a day was: `8 years 7 months`; in days where that says more."""
    days = (end - start).days
    if days < IN_DAYS:
        return ngettext("{count} day", "{count} days", days).format(count=days)
    years, months, _days = between(start, end)
    words = [ngettext("{count} year", "{count} years", years).format(count=years)] if years else []
    if months:
        words.append(ngettext("{count} mo", "{count} mos", months).format(count=months))
    return " ".join(words)


def review_outcome(freshness: Freshness) -> str:
    """What a review of it comes to: what was changed after the last one has been revised."""
    return "revised" if State.EDITED_SINCE_REVIEW in {reason.state for reason in freshness.reasons} else "no-change"


def outcome_words(listed: Iterable[Freshness]) -> str:
    """The outcomes of the reviews that would make these fresh, `no-change|revised`; empty where no review would."""
    # The end of validity is prolonged by a decision.
    mended = STALE - {State.EXPIRED}
    asked = (f for f in listed if f.kind in REVIEWED_KINDS and any(reason.state in mended for reason in f.reasons))
    return "|".join(sorted({review_outcome(freshness) for freshness in asked}))


def review_command(freshness: Freshness) -> str:
    """The exact command that records the review; empty for what is not reviewed, and for what no review makes valid again."""
    if freshness.kind not in REVIEWED_KINDS or freshness.state is State.EXPIRED:
        return ""
    states = {reason.state for reason in freshness.reasons}
    words = ["vbe review", freshness.id, "--outcome", review_outcome(freshness)]
    if freshness.reviewer is None:
        words.append("--by " + _("ROLE"))
    elif freshness.reviewer != freshness.owner_role:
        words.append("--by " + freshness.reviewer)
    if State.NOT_HARMONISED in states:
        words.append("--harmonised")
    return " ".join(words)


def remedies(row: Row) -> list[str]:
    """What to do about it: what is said with its reasons, and the command that records a review of it."""
    hints = {reason.hint: None for reason in row.reasons if reason.hint and reason.state is not State.UNKNOWN}
    command = review_command(row.first) if len(row.ids) == 1 and row.first.state is not State.UNKNOWN else ""
    return [*hints, *([command] if command else [])]


class Row(NamedTuple):
    """One line of a list: one thing, or several of which the same is said. What they do not share is None."""

    first: Freshness
    ids: tuple[str, ...]
    title: str
    due_on: datetime.date | None
    owner_role: str | None

    files: tuple[str, ...]

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """What is said."""
        return self.first.reasons


def rows(listed: Iterable[Freshness]) -> list[Row]:
    """Group things with the same state and reasons into one row, in the order of the first of each.

    Commitments are grouped where they also share due date and owner, documents where a short history can say nothing of them.
    """
    groups: dict[tuple[str, ...], list[Freshness]] = {}
    for freshness in listed:
        groups.setdefault(_together(freshness), []).append(freshness)
    return sorted((_row(members) for members in groups.values()), key=lambda row: row.first.order)


def _row(members: list[Freshness]) -> Row:
    first, count = members[0], len(members)
    if count == 1:
        return Row(first, (first.id,), first.title, first.due_on, first.owner_role, (first.file,))
    if first.kind == COMMITMENT.name:
        title = ngettext("{count} commitment", "{count} commitments", count)
    else:
        title = ngettext("{count} document", "{count} documents", count)
    ids = tuple(sorted((f.id for f in members), key=_natural))
    due = {f.due_on for f in members}
    roles = {f.owner_role for f in members}
    return Row(
        first,
        ids,
        title.format(count=count),
        first.due_on if len(due) == 1 else None,
        first.owner_role if len(roles) == 1 else None,
        tuple(sorted({f.file for f in members})),
    )


def _natural(name: str) -> list[tuple[int, str]]:
    """4.9 before 4.11."""
    return [(int(part) if part.isdigit() else 0, part) for part in name.split(".")]


def _together(freshness: Freshness) -> tuple[str, ...]:
    words = " ".join(reason.message for reason in freshness.reasons)
    if freshness.kind == COMMITMENT.name:
        return (COMMITMENT.name, freshness.state, words, str(freshness.due_on), freshness.owner_role or "")
    if freshness.kind in REVIEWED_KINDS and [reason.state for reason in freshness.reasons] == [State.UNKNOWN]:
        return (State.UNKNOWN, words)
    return (freshness.kind, freshness.id, freshness.file)
