"""Disclosure control: what is so small that it points to persons is not kept, not even unpublished."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vbe.diagnostics import Finding, Severity
from vbe.domain.disclosure import GUARDED, gives_away, is_of_few, is_small
from vbe.language import _
from vbe.model.records.area import COMMITMENT, INDICATOR
from vbe.model.records.evidence import Training
from vbe.rules import rule
from vbe.rules.followup.values import Observed, observations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.diagnostics import Route
    from vbe.model.corpus import Corpus


class _Number(NamedTuple):
    """A stored number of persons or cases, and where it stands."""

    file: str
    route: Route
    value: bool | float | str | None


@rule("VBE603")
def small_count(corpus: Corpus) -> Iterator[Finding]:
    """A number of persons or cases is so small that it can point somebody out.

    Whoever knows the place knows who the three are. Secrecy holds for the files as for the report, and git keeps every
    version: a number that is stored to be hidden later has already been handed out. The threshold is `small_count` in the
    profile; a zero is allowed. The rule looks at values, at the value at the start, at targets, at the number of participants
    of a training, and at `"<N"` with another N than the threshold, which says more than it hides.

    Not seen by the rule: a number in running text, and a total beside all of its parts but one. What is written out of the
    records hides such a total and one of its parts; do not write them in a comment.

    Bad:

        anmalningar: {value: 3}

    Good:

        anmalningar: {value: "<5"}
    """
    threshold = corpus.profile.thresholds.small_count
    hint = _('Write "<{threshold}" where a value is wanted, or leave it out.').format(threshold=threshold)
    for number in _numbers(corpus):
        if is_small(number.value, corpus.profile.thresholds):
            message = _("A number of persons or cases below {threshold} is not kept.").format(threshold=threshold)
            yield Finding(number.file, message, hint, number.route)
        elif isinstance(number.value, str) and int(number.value[1:]) < threshold:
            message = _("The mark of a small number shows a lower limit than {threshold}.").format(threshold=threshold)
            yield Finding(number.file, message, hint, number.route)


@rule("VBE604")
def share_of_few(corpus: Corpus) -> Iterator[Finding]:
    """A share of persons or cases is of so few, or stands for so few, that it can point somebody out.

    A share can be turned back into a number: 4 percent of 50 are two. The same goes for those who are left: 96 percent says
    as much. The share must be of at least `share_base`, and both the number behind it and the rest must reach `small_count`
    or be zero. Both are set in the profile.

    Bad:

        elever-i-grupp: {value: 2, n: 90}

    Good:

        elever-i-grupp: {value: 12, n: 840}
    """
    thresholds = corpus.profile.thresholds
    for observed, share in _shares(corpus):
        n = observed.content.n
        if n is None:
            continue
        if is_of_few(n, thresholds):
            message = _("The share is of fewer than {base}.").format(base=thresholds.share_base)
            hint = _("Leave out both the share and the number, and say in comment that the group is too small.")
            yield Finding(observed.record.file, message, hint, (*observed.route, "n"))
        elif gives_away(share, n, thresholds):
            message = _("The share stands for fewer than {threshold}, or leaves fewer than {threshold}.")
            hint = _("Leave out both the share and the number, and say in comment that the group is too small.")
            message = message.format(threshold=thresholds.small_count)
            yield Finding(observed.record.file, message, hint, (*observed.route, "value"))


@rule("VBE605", Severity.WARNING)
def share_without_base(corpus: Corpus) -> Iterator[Finding]:
    """A share of persons or cases is given without the number that it is of.

    Without the number nobody can tell a share of 15 from a share of 1 500, and nobody can see whether it points somebody
    out.

    Bad:

        chefsutbildning: {value: 92}

    Good:

        chefsutbildning: {value: 92, n: 310}
    """
    for observed, _share in _shares(corpus):
        if observed.content.n is None:
            message = _("It is not said how many the share is of.")
            yield Finding(observed.record.file, message, _("Write the number under n."), observed.route, on_key=True)


def _numbers(corpus: Corpus) -> Iterator[_Number]:
    """Every stored number of persons or cases."""
    for observed in observations(corpus):
        if observed.indicator.counts in GUARDED and observed.indicator.unit == "number":
            yield _Number(observed.record.file, (*observed.route, "value"), observed.content.value)
    for entry in corpus.all_of(INDICATOR):
        if entry.content.counts in GUARDED and entry.content.unit == "number":
            yield _Number(entry.record.file, (*entry.route, "baseline"), entry.content.baseline)
            for year, value in entry.content.target.items():
                yield _Number(entry.record.file, (*entry.route, "target", year), value)
    for held in corpus.all_of(COMMITMENT):
        for index, evidence in enumerate(held.content.evidence):
            if isinstance(evidence, Training):
                route = (*held.route, "evidence", index, "participants")
                yield _Number(held.record.file, route, evidence.participants)


def _shares(corpus: Corpus) -> Iterator[tuple[Observed, float]]:
    """Every reported share of persons or cases."""
    for observed in observations(corpus):
        value = observed.content.value
        guarded = observed.indicator.counts in GUARDED and observed.indicator.unit == "percent"
        if guarded and isinstance(value, int | float) and not isinstance(value, bool):
            yield observed, value
