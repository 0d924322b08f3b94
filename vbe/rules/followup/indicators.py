"""What is measured, and that it is described so that two people would count the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vbe.language import _
from vbe.language.patterns import later
from vbe.model.records.area import AREA, INDICATOR
from vbe.rules import Corpus, Finding, Findings, Severity, rule
from vbe.rules.followup.parts import observations
from vbe.rules.sources import FOLLOW_UP

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.diagnostics import Route

# A part of the city that is named: "skola: …", "Ekskolan", "per stadsdel". Schools in general are none, and neither are
# universities.
_PART = "skola|förskola|gymnasium|stadsdel|distrikt|område|delområde|förening|församling|enhet"
NAMED_PART = later(
    rf"""(?i:\b(?:{_PART})(?:n|en|et)?:\s*\w)
      | (?P<split>(?i:\b(?:per|för\s+varje|fördelat?\s+(?:på|efter)|uppdelat?\s+(?:på|efter)|delas\s+upp\s+(?:på|efter))
          \s+(?:{_PART}|skolor|stadsdelar|områden|föreningar|enheter)\b))
      | (?<![.!?:]\s)(?<!^)\b(?!Försvarshög|Stockholmsen)[A-ZÅÄÖ][a-zåäö-]+(?<!hög)(?:skolan|gymnasiet|skola|gymnasium)s?\b
    """,
    re.VERBOSE | re.MULTILINE,
)
DENIED = later(r"(?i)\b(?:aldrig|inte|ej|ingen|inget|utan)\b[^.;:]{0,40}\Z")


@rule("VBE601", Severity.WARNING, asks="indicators", sources=(FOLLOW_UP,))
def area_without_indicator(corpus: Corpus) -> Findings:
    """An action area has no indicator.

    Where the municipality has decided that its plan is followed up with indicators, an area without one has only words in
    the report. Where the text gives nothing that may be measured, a waiver in `vbe.yaml` says so.

    Bad:

        indicators: []

    Good:

        indicators:
          - id: utbildningstillfallen
            title: Antal utbildningar
    """
    for record in corpus.of(AREA):
        if not record.content.indicators:
            message = _("The area has no indicator.")
            hint = _("Add an indicator under indicators, or say in a waiver why nothing can be measured.")
            yield Finding(record.file, message, hint, ("title",))


@rule("VBE602")
def incomplete_indicator(corpus: Corpus) -> Findings:
    """An indicator does not say what is counted, where the value comes from, or who reports it.

    Without a definition two people count differently, and the series means nothing. Without a source and an owner the value
    does not come in. An indicator that `vbe` computes itself needs only the definition. What the plan does not say is
    `not_stated`, until somebody knows.

    Bad:

        - id: chefsutbildning
          title: Andel chefer som har utbildats
          unit: percent
          direction: increase
          every_months: 12

    Good:

        - id: chefsutbildning
          title: Andel chefer som har utbildats
          definition: >-
            Andelen av stadens chefer som har gått utbildningen, vid årets slut.
          source: HR-avdelningens utbildningsuppgifter
          owner: hr-avdelningen
          unit: percent
          direction: increase
          every_months: 12
    """
    for entry in corpus.all_of(INDICATOR):
        needed = ("definition",) if entry.content.computed else ("definition", "source", "owner")
        for field in needed:
            if not getattr(entry.content, field):
                message = _("The indicator “{id}” has no {field}.").format(id=entry.id, field=field)
                yield Finding(entry.record.file, message, _what_to_write(field), (*entry.route, "id"))


@rule("VBE606", Severity.WARNING)
def part_of_the_city(corpus: Corpus) -> Findings:
    """An indicator or the comment on a value names a school, a district or another part of the city.

    Indicators are kept for the whole city. A figure for one school or one association can be tied to persons, points out a
    place, and the Stockholm survey gives no such figures to publish. The rule reads the words, so it can be mistaken; the
    level itself has only one allowed value.

    Bad:

        comment: "Skola: Ekskolan hade flest."

    Good:

        comment: Gäller hela staden.
    """
    for file, route, text in _described(corpus):
        for match in NAMED_PART.finditer(text):
            if match["split"] is None or not DENIED.search(text[: match.start()]):
                message = _("The text seems to name a part of the city, such as a school or a district.")
                yield Finding(file, message, _("Give the figure for the whole city, and write about schools in general."), route)
                break


def _described(corpus: Corpus) -> Iterator[tuple[str, Route, str]]:
    """The texts that tell what an indicator or a value is about."""
    for entry in corpus.all_of(INDICATOR):
        for field in ("title", "definition"):
            text = getattr(entry.content, field)
            if text:
                yield entry.record.file, (*entry.route, field), text
    for observation in observations(corpus):
        if observation.content.comment:
            yield observation.record.file, (*observation.route, "comment"), observation.content.comment


def _what_to_write(field: str) -> str:
    return {
        "definition": _("Write under definition what is counted, of what, and when."),
        "source": _("Write under source where the value comes from."),
        "owner": _("Write under owner the department or group that reports the value."),
    }[field]
