"""Labels in running text: `Utbilda all personal. Ansvarig: socialnämnden. Klart: 2025` → a text and its fields."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from vbe.importing.headwords import MEASURE, NUMBERED, cover_field_of, field_of

LABEL: Final = re.compile(r"(?:\A|(?<=[\n.;|(,]))[ \n]*(?P<label>[A-ZÅÄÖ][^:.;|\n()]{1,44}?)\s*:[ \n]*(?=\S)")
EDGES: Final = " \n.;|,"
DECIDED: Final = re.compile(
    r"\b(?:antagen|antaget|fastställd|fastställt|beslutad|beslutat)\s+(?:av|i)\s+(?P<body>[^\W\d_]+(?:-\s+(?:och|,)\s+[^\W\d_]+)?(?:\s+i\s+[^\W\d_]+)?)"
    r"(?:\s+(?:den\s+)?(?P<day>\d{4}-\d\d-\d\d|\d{1,2}\s+[a-z]+\s+\d{4}))?(?:\s*,?\s*§\s*(?P<paragraph>\d{1,4}))?",
    re.IGNORECASE,
)
CASE: Final = re.compile(
    r"\b(?:dnr|diarienummer|diarienr)\.?:?\s+(?P<number>[A-ZÅÄÖ]{2,6}[ -]?\d{4}[/:-]\d{1,6}(?:[/:-]\d+)?|"
    r"[A-ZÅÄÖ]{2,6}/\d{4}:\d+|\d{4}[/:-]\d{1,6})",
    re.IGNORECASE,
)
SENTENCE: Final = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])")
DUTY: Final = re.compile(r"\b(?:ska|skall|måste)\b", re.IGNORECASE)
ASKED: Final = re.compile(r"\b(?:åtgärder|aktiviteter|insatser|ska|kommer att|gör vi|genom att|följande)\b", re.IGNORECASE)


class Labelled(NamedTuple):
    """A text with the fields that stand in it."""

    text: str
    fields: tuple[tuple[str, str, str], ...]
    """Field, label and value."""


def split_labels(text: str) -> Labelled:
    """The text before the first label, and what the labels say."""
    found = [match for match in LABEL.finditer(text) if field_of(match["label"])]
    if not found:
        return Labelled(text, ())
    ends = [match.start() for match in found[1:]] + [len(text)]
    fields = tuple(
        (field_of(match["label"]), match["label"].strip(), _value(text[match.end() : end]))
        for match, end in zip(found, ends, strict=True)
    )
    return Labelled(text[: found[0].start()].strip(EDGES + "("), tuple(field for field in fields if field[2]))


def _value(text: str) -> str:
    value = text.strip(EDGES)
    return (
        value[:-1].strip(EDGES) if value.endswith(")") and value.count(")") > value.count("(") else value.rstrip("(").strip(EDGES)
    )


def cover_label(text: str) -> tuple[str, str] | None:
    """Field and value of a line of a cover, `Diarienummer: KS 2024/12`; None where it is none."""
    label, mark, value = text.partition(":")
    name = cover_field_of(label) if mark and len(label) <= 60 else ""
    return (name, value.strip()) if name and value.strip() else None


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return [part.strip() for line in text.split("\n") for part in SENTENCE.split(line) if part.strip()]


def is_duty(sentence: str) -> bool:
    """Whether a sentence says that somebody shall do something."""
    return bool(DUTY.search(sentence)) and len(sentence.split()) >= 4


def leads_to_measures(text: str) -> bool:
    """Whether a line says that measures follow: `Kommunen ska därför:`."""
    return text.rstrip().endswith(":") and bool(ASKED.search(text))


def is_numbered(text: str) -> bool:
    """Whether a line begins with a number of its own, as numbered prose does."""
    return bool(NUMBERED.match(text)) and field_of(text, exact=True) != MEASURE
