"""What a written agreement with a partner must name (lag 2023:196, 9 §)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.language import _, enumerate_words
from vbe.model.records.organisation import ORGANISATION
from vbe.rules import Corpus, Finding, Findings, Severity, rule
from vbe.rules.sources import CRIME, Citation, text_area

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.diagnostics import Route
    from vbe.model.records.organisation import Agreement


def _agreements(corpus: Corpus) -> Iterator[tuple[str, Route, Agreement]]:
    for record in corpus.of(ORGANISATION):
        for at, partner in enumerate(record.content.partners):
            for index, agreement in enumerate(partner.agreements):
                yield record.file, ("partners", at, "agreements", index), agreement


@rule("VBE310", sources=(Citation(f"{CRIME}, 9 §"),))
def incomplete_agreement(corpus: Corpus) -> Findings:
    """An agreement names no purposes or no areas.

    Since July 2023 the municipality is to work for agreements with those that matter for preventing crime, and an agreement
    says at least its purposes and the areas it covers (lag 2023:196, 9 §). Without them it cannot be followed up.

    Bad:

        agreements:
          - title: Samverkansöverenskommelse med polisen

    Good:

        agreements:
          - title: Samverkansöverenskommelse med polisen
            purposes: [Minska brott och öka tryggheten]
            areas: [Våldsbejakande extremism]
    """
    for file, route, agreement in _agreements(corpus):
        missing = [field for field in ("purposes", "areas") if not getattr(agreement, field)]
        if missing:
            message = _("The agreement names no {fields}.").format(fields=enumerate_words(missing))
            yield Finding(file, message, _("Write what the signed agreement says (lag 2023:196, 9 §)."), route)


@rule("VBE311", Severity.WARNING)
def vague_agreement(corpus: Corpus) -> Findings:
    """An agreement lacks measurable goals, says nothing of follow-up, or not who signed it.

    What cannot be measured and is followed up by nobody stays on paper. The signing roles say who has undertaken it; never
    write their names.

    Bad:

        - title: Samverkansöverenskommelse med polisen
          goals: []

    Good:

        - title: Samverkansöverenskommelse med polisen
          goals: [Fyra gemensamma lägesmöten varje år]
          follow_up: Parterna följer upp överenskommelsen varje år.
          signed_by: [kommundirektor]
    """
    for file, route, agreement in _agreements(corpus):
        missing = [field for field in ("goals", "follow_up", "signed_by") if not getattr(agreement, field)]
        if missing:
            message = _("The agreement says nothing of {fields}.").format(fields=enumerate_words(missing))
            yield Finding(file, message, _("Write what the agreement says, or take it up at the next renewal."), route)


@rule("VBE312", Severity.WARNING, asks="extremism", sources=(text_area(2),))
def extremism_left_out(corpus: Corpus) -> Findings:
    """Violent extremism is not part of an agreement, or the agreement does not say.

    Where the municipality has decided that it is to be a part of the agreement with the police, it falls between the
    agreement and the plan when it is left out.

    Bad:

        includes_extremism: false

    Good:

        includes_extremism: true
    """
    for file, route, agreement in _agreements(corpus):
        if not agreement.includes_extremism:
            is_denied = agreement.includes_extremism is False
            message = (
                _("Violent extremism is not part of the agreement.")
                if is_denied
                else _("Whether the agreement covers violent extremism is not said.")
            )
            where = (*route, "includes_extremism") if is_denied else route
            yield Finding(file, message, _("Write includes_extremism: true when the agreement covers it."), where)
