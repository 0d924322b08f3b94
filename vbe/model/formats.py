"""The format of a repository: which there have been, and how what is written in an older one is read in today's.

`vbe.yaml` says `format: 2`; where it says nothing the format is 1. A change that is not only an addition raises `FORMAT` by
a released version, and brings one `Step`: a pure function from the plain values of a record in an older format to those in
the newer. A step knows the older form by its fields, not by the number, and leaves everything else as it is: so it may be
taken again, and a branch in the older format may be merged into a repository in the newer.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, NoReturn, cast

from vbe.errors import VbeError
from vbe.language import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vbe.documents import Value

FORMAT = 2
"""What this version of the program writes."""
FIRST = 1
"""What a repository has that does not say."""

Plain = dict[str | int, "Value"]
"""The value of a record as it stands in its file."""


class Step(NamedTuple):
    """One change of the format."""

    format: int
    """The format that it brings a record to."""
    kinds: tuple[str, ...]
    """The kinds of record that it changes."""
    fields: tuple[str, ...]
    """The older fields that it knows a record by; `intervals.harmonisation` is the field inside another, or inside a list's."""
    sentence: str
    """What it does, in English; translated where it is shown."""
    raise_value: Callable[[Plain], Plain]
    """The older value → the newer; the very same object where nothing is older."""


def field_goes(format_: int, kinds: tuple[str, ...], sentence: str, *fields: str) -> Step:
    """A step that takes fields away that mean nothing any more."""
    routes = [field.split(".") for field in fields]

    def take_away(value: Plain) -> Plain:
        newer: Value = value
        for route in routes:
            newer = _without(newer, route)
        return cast("Plain", newer)

    return Step(format_, kinds, fields, sentence, take_away)


def _without(value: Value, route: Sequence[str]) -> Value:
    """The value without a field; the very same object where there is none."""
    if isinstance(value, tuple):
        parts = tuple(_without(part, route) for part in value)
        return value if all(new is old for new, old in zip(parts, value, strict=True)) else parts
    if not isinstance(value, dict) or route[0] not in value:
        return value
    if len(route) == 1:
        return {key: part for key, part in value.items() if key != route[0]}
    part = _without(value[route[0]], route[1:])
    return value if part is value[route[0]] else {**value, route[0]: part}


REVIEW = {
    "reviewed_on": "date",
    "reviewed_by": "by",
    "review_outcome": "outcome",
    "harmonised_with": "version",
    "review_note": "note",
}
"""What stood of the latest review, in a field each → in the list of reviews."""
ONLY_REVIEW = tuple(field for field in REVIEW if field != "harmonised_with")
"""The fields that are gone. `harmonised_with` stays where there has been no review."""


def reviews_are_a_list(value: Plain) -> Plain:
    """What stood of the latest review is the only entry of the list, in the place of its date.

    Empty fields go. Where there is a list already, or the marks of a review without its day, the rest is left as it is: nobody
    can tell what is right.
    """
    filled = {key: part for key, part in value.items() if key not in ONLY_REVIEW or part is not None}
    if "reviews" in filled or "reviewed_on" not in filled:
        return value if len(filled) == len(value) else filled
    review: Plain = {name: filled[field] for field, name in REVIEW.items() if filled.get(field) is not None}
    newer: Plain = {}
    for key, part in filled.items():
        if key == "reviewed_on":
            newer["reviews"] = (review,)
        elif key not in REVIEW:
            newer[key] = part
    return newer


STEPS: tuple[Step, ...] = (
    Step(
        2,
        ("strategy", "routine", "guidance"),
        ONLY_REVIEW,
        N_("What stood of the latest review is the first in a list of reviews, to which each new one is added."),
        reviews_are_a_list,
    ),
    field_goes(2, ("profile",), N_("The months of harmonisation go: nothing used them."), "intervals.harmonisation"),
)
"""Every change, oldest first. `docs/format.md` is made of it."""


def raised(kind: str, value: Plain, *, since: int = FIRST) -> Plain:
    """A record's value as it stands in today's format. `since` is the format of its repository; the value is not changed."""
    for step in STEPS:
        if step.format > since and kind in step.kinds:
            value = step.raise_value(value)
    return value


def steps_taken(kind: str, value: Plain) -> Iterator[Step]:
    """The steps that a record's value needs."""
    for step in STEPS:
        if kind in step.kinds and (newer := step.raise_value(value)) is not value:
            yield step
            value = newer


def is_older(kind: str, field: str) -> bool:
    """Whether a record had a field of this name in an older format: `vbe upgrade` mends it."""
    return any(field == each.rpartition(".")[2] for step in STEPS if kind in step.kinds for each in step.fields)


def format_of(profile: Plain) -> int:
    """The format that a profile says; raises where it is newer than this version of the program reads."""
    stated = profile.get("format", FIRST)
    if isinstance(stated, bool) or not isinstance(stated, int) or stated < FIRST:
        return FORMAT  # It is no format: the form of the profile says so.
    if stated > FORMAT:
        refuse_newer(stated)
    return stated


def is_outdated(profile: str) -> bool:
    """Whether a profile's text says an older format than today's, or none."""
    stated = re.search(r"^format:[ \t]*(\d+)", profile, re.MULTILINE)
    return stated is None or int(stated[1]) < FORMAT


def refuse_newer(stated: int) -> NoReturn:
    """Raise for a repository of a format that came after this version of the program."""
    from vbe import __version__
    from vbe.model.places import FILE

    message = _("{file}: the repository has format {said}, and vbe {version} reads formats up to {format}.")
    hint = _("Install the version of vbe that it was upgraded with, or a later one; the changelog says which reads {said}.")
    raise VbeError(message.format(file=FILE, said=stated, version=__version__, format=FORMAT), hint.format(said=stated))
