"""Disclosure control: what is so small that it points to persons is not kept, not even unpublished."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vbe.domain.disclosure.numbers import GUARDED, PARTS_OF, gives_away, is_of_few, is_small
from vbe.domain.evidence import pieces
from vbe.language import _
from vbe.model.records.area import INDICATOR
from vbe.model.records.evidence import Training
from vbe.rules import Corpus, Finding, Findings, Severity, rule
from vbe.rules.followup.parts import Observed, observations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.diagnostics import Route

SEXES = ("women", "men")
SHARES = (("value", "n"), ("women", "women_n"), ("men", "men_n"))
"""A value's field, and the field that says how many it is of where it is a share."""


class _Share(NamedTuple):
    """A reported share of persons or cases: its field, and the field that says how many it is of."""

    observed: Observed
    field: str
    value: float
    base: str
    n: int | None


class _Number(NamedTuple):
    """A stored number of persons or cases, and where it stands."""

    file: str
    route: Route
    value: bool | float | str | None


@rule("VBE603", is_final=True, hides_line=True)
def small_count(corpus: Corpus) -> Findings:
    """A number of persons or cases is so small that it can point somebody out.

    Whoever knows the place knows who the three are. Secrecy holds for the files as for the report, and git keeps every
    version: a number that is stored to be hidden later has already been handed out. The threshold is `small_count` in the
    profile; a zero is allowed. The rule looks at values, also those for women and men, at the value at the start, at targets,
    at the number of participants of a training, and at `"<N"` with another N than the threshold, which says more than it hides.

    Not seen by the rule: a number in running text, and a total beside all of its parts but one. What is written out of the
    records hides such a total and one of its parts; do not write them in a comment.

    Bad:

        anmalningar: {value: 3}

    Good:

        anmalningar: {value: "<5"}
    """
    threshold = corpus.profile.thresholds.small_count
    mark = _('Write "<{threshold}" where a value is wanted, or leave it out.').format(threshold=threshold)
    for number in _numbers(corpus):
        hint = _leave_out_both() if number.route[-1] in SEXES else mark
        if is_small(number.value, corpus.profile.thresholds):
            message = _("A number of persons or cases below {threshold} is not kept.").format(threshold=threshold)
            yield Finding(number.file, message, hint, number.route)
        elif isinstance(number.value, str) and int(number.value[1:]) < threshold:
            message = _("The mark of a small number shows a lower limit than {threshold}.").format(threshold=threshold)
            yield Finding(number.file, message, hint, number.route)


@rule("VBE604", is_final=True, hides_line=True)
def share_of_few(corpus: Corpus) -> Findings:
    """A share of persons or cases is of so few, or stands for so few, that it can point somebody out.

    A share can be turned back into a number: 4 percent of 50 are two. The same goes for those who are left: 96 percent says
    as much. The share must be of at least `share_base`, and both the number behind it and the rest must reach `small_count`
    or be zero. Both are set in the profile. A number per 100 000 inhabitants is such a share, and so is one for women or men.

    Bad:

        elever-i-grupp: {value: 2, n: 90}

    Good:

        elever-i-grupp: {value: 12, n: 840}
    """
    thresholds = corpus.profile.thresholds
    for share in _shares(corpus):
        observed, n = share.observed, share.n
        if n is None:
            continue
        if is_of_few(n, thresholds):
            message = _("The share is of fewer than {base}.").format(base=thresholds.share_base)
            hint = _("Leave out both the share and the number, and say in comment that the group is too small.")
            yield Finding(observed.record.file, message, hint, (*observed.route, share.base))
        elif gives_away(share.value, n, thresholds, observed.about.unit):
            message = _("The share stands for fewer than {threshold}, or leaves fewer than {threshold}.")
            hint = _("Leave out both the share and the number, and say in comment that the group is too small.")
            message = message.format(threshold=thresholds.small_count)
            yield Finding(observed.record.file, message, hint, (*observed.route, share.field))


@rule("VBE605", Severity.WARNING, is_final=True)
def share_without_base(corpus: Corpus) -> Findings:
    """A share of persons or cases is given without the number that it is of.

    Without the number nobody can tell a share of 15 from a share of 1 500, and nobody can see whether it points somebody
    out.

    Bad:

        chefsutbildning: {value: 92}

    Good:

        chefsutbildning: {value: 92, n: 310}
    """
    for share in _shares(corpus):
        if share.n is None:
            message = _("It is not said how many the share is of.")
            hint = _("Write the number under {field}.").format(field=share.base)
            yield Finding(share.observed.record.file, message, hint, share.observed.route, on_key=True)


@rule("VBE622", is_final=True, hides_line=True)
def small_by_sex(corpus: Corpus) -> Findings:
    """The value for women or for men is small, and the other one stands beside it.

    The value for both says what is hidden: of 48 of whom 44 are women, four are men. Where either is smaller than `small_count`
    in the profile, leave out both, and say in `comment` why. Reports, comparisons and history show both or none of them.

    Bad:

        anmalningar: {value: 48, women: 44, men: "<5"}

    Good:

        anmalningar: {value: 48, comment: Antalen per kön är för små för att visas.}
    """
    for observed in observations(corpus):
        guarded = observed.about.counts in GUARDED and observed.about.unit == "number"
        for field, value in (("women", observed.content.women), ("men", observed.content.men)):
            if guarded and isinstance(value, str):
                message = _("A small number for one of the sexes can be worked out from the value for both.")
                yield Finding(observed.record.file, message, _leave_out_both(), (*observed.route, field))


def _numbers(corpus: Corpus) -> Iterator[_Number]:
    """Every stored number of persons or cases."""
    for observed in observations(corpus):
        if observed.about.counts in GUARDED and observed.about.unit == "number":
            for field, _base in SHARES:
                yield _Number(observed.record.file, (*observed.route, field), getattr(observed.content, field))
    for entry in corpus.all_of(INDICATOR):
        if entry.content.counts in GUARDED and entry.content.unit == "number":
            yield _Number(entry.record.file, (*entry.route, "baseline"), entry.content.baseline)
            for year, value in entry.content.target.items():
                yield _Number(entry.record.file, (*entry.route, "target", year), value)
    for piece in pieces(corpus, Training):
        yield _Number(piece.file, (*piece.route, "participants"), piece.content.participants)


def _leave_out_both() -> str:
    return _("Leave out both women and men, and say in comment that the numbers are too small.")


def _shares(corpus: Corpus) -> Iterator[_Share]:
    """Every reported share of persons or cases."""
    for observed in observations(corpus):
        if observed.about.counts in GUARDED and observed.about.unit in PARTS_OF:
            for field, base in SHARES:
                value = getattr(observed.content, field)
                if isinstance(value, int | float) and not isinstance(value, bool):
                    yield _Share(observed, field, value, base, getattr(observed.content, base))
