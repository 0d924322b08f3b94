"""The values of indicators: reported by the right board, in the right unit, in a year that has one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain.asking import organisation_of
from vbe.domain.disclosure.numbers import PARTS_OF
from vbe.domain.expected import is_measured
from vbe.language import _
from vbe.model.records.area import INDICATOR
from vbe.rules import Corpus, Finding, Findings, Severity, rule
from vbe.rules.followup.parts import observations

if TYPE_CHECKING:
    from vbe.diagnostics import Route


ROUNDING = 0.5
"""Values are rounded each by itself."""


@rule("VBE614")
def reported_computed_value(corpus: Corpus) -> Findings:
    """A board reports a value that `vbe` computes.

    What is computed from the records is right by itself. A value beside it will differ sooner or later, and then nobody
    knows which one holds.

    Bad (where the indicator says `computed: true`):

        indicators:
          aktuella-rutiner: {value: 83}

    Good:

        indicators: {}
    """
    for observed in observations(corpus):
        if observed.about.computed and (observed.content.value is not None or observed.content.by_sex):
            message = _("“{id}” is computed by vbe and is not reported.").format(id=observed.id)
            yield Finding(observed.record.file, message, _("Delete the value."), observed.route, on_key=True)


@rule("VBE615")
def value_of_another_unit(corpus: Corpus) -> Findings:
    """A value does not fit the indicator's unit.

    A share lies between 0 and 100. A question of yes or no is answered with true or false. A number is a number, never
    below zero, and never true or false; only an index may be. This goes for reported values, also those for women and men, for
    the value at the start and for targets.

    Bad (for `unit: percent`):

        chefsutbildning: {value: 9200}

    Good:

        chefsutbildning: {value: 92}
    """
    for observed in observations(corpus):
        for field in ("value", "women", "men"):
            fault = _misfit(observed.about.unit, getattr(observed.content, field))
            if fault:
                yield Finding(observed.record.file, fault, _right_form(observed.about.unit), (*observed.route, field))
    for entry in corpus.all_of(INDICATOR):
        stated: list[tuple[Route, bool | float | None]] = [(("baseline",), entry.content.baseline)]
        stated += [(("target", year), value) for year, value in entry.content.target.items()]
        for route, value in stated:
            fault = _misfit(entry.content.unit, value)
            if fault:
                yield Finding(entry.record.file, fault, _right_form(entry.content.unit), (*entry.route, *route))


def _misfit(unit: str, value: object) -> str:
    """What is wrong with a value of a unit, or nothing."""
    if value is None:
        return ""
    if unit == "yes_no":
        return "" if isinstance(value, bool) else _("The indicator is answered with yes or no.")
    if isinstance(value, bool):
        return _("The indicator has a number as its value.")
    if not isinstance(value, int | float):
        return ""  # the mark of a small number; targets and values at the start cannot be texts
    if unit == "percent":
        return "" if 0 <= value <= 100 else _("A share lies between 0 and 100 percent.")
    return "" if value >= 0 or unit == "index" else _("A number is never below zero.")


def _right_form(unit: str) -> str:
    return {
        "yes_no": _("Write true or false, without quotation marks."),
        "percent": _("Write the share in percent: 92 or 92.5."),
    }.get(unit, _("Write the number in figures, without quotation marks."))


@rule("VBE621", hides_line=True)
def misfit_by_sex(corpus: Corpus) -> Findings:
    """The values for women and men do not fit the value for both.

    Of a number the two come to the whole: what is left over is a third group, often so small that it points somebody out. A
    share for both lies between the two. Where one is given the other is too, and so is the value for both.

    Bad:

        deltagare: {value: 120, women: 70, men: 40}

    Good:

        deltagare: {value: 120, women: 70, men: 50}
    """
    for observed in observations(corpus):
        content, unit = observed.content, observed.about.unit
        given = (content.value, content.women, content.men)
        if not content.by_sex or isinstance(content.value, bool):
            continue
        if any(part is None for part in given):
            message = _("The values for women and men stand together, beside the value for both.")
            yield Finding(observed.record.file, message, _("Fill in value, women and men."), observed.route, on_key=True)
        elif not _fits_by_sex(unit, given):
            message = _("The values for women and men do not come to the value for both.")
            if unit != "number":
                message = _("The value for both does not lie between those for women and men.")
            yield Finding(observed.record.file, message, _("Correct value, women or men."), observed.route, on_key=True)


def _fits_by_sex(unit: str, given: tuple[object, ...]) -> bool:
    """Whether two parts fit the whole (whole, women, men); marks of small numbers may be anything."""
    numbers = [part for part in given if isinstance(part, int | float)]
    if len(numbers) < len(given) or unit not in ("number", *PARTS_OF):
        return True
    whole, *parts = numbers
    if unit == "number":
        return abs(whole - sum(parts)) < ROUNDING
    return min(parts) - ROUNDING < whole < max(parts) + ROUNDING


@rule("VBE616", Severity.WARNING)
def value_in_a_year_without(corpus: Corpus) -> Findings:
    """A value is reported for a year in which the indicator has none.

    An indicator with `first_year` and a cadence of more than a year has values in certain years only: a survey that is made
    every second year since 2014 has none for 2017. A value there belongs to another year, or was copied.

    Bad (with `first_year: 2014` and `every_months: 24`, in `followup/2017`):

        svarsfrekvens: {value: 76}

    Good (in `followup/2018`):

        svarsfrekvens: {value: 76}
    """
    for observed in observations(corpus):
        if observed.content.value is not None and not is_measured(observed.about, observed.year):
            message = _("“{id}” has no value for {year}.").format(id=observed.id, year=observed.year)
            hint = _("Its first year is {year}, with {months} months between two values. Move or delete the value.")
            hint = hint.format(year=observed.about.first_year, months=observed.about.every_months)
            yield Finding(observed.record.file, message, hint, observed.route, on_key=True)


@rule("VBE618", Severity.WARNING)
def value_from_another_board(corpus: Corpus) -> Findings:
    """A board reports the value of an indicator that another board owns.

    One board reports each value, so that it is counted once and somebody answers for it. The indicator's `owner` says
    which: the board itself, or the boards that answer for the department, unit, role or group, as for a commitment (VBE607).

    Bad (in `followup/2017/kompetensnamnden.yaml`, for an indicator of socialförvaltningen):

        orosanmalningar: {value: 2000}

    Good: the same in `followup/2017/socialnamnden.yaml`.
    """
    organisations = {year: organisation_of(corpus, year) for year in corpus.years}
    for observed in observations(corpus):
        owner = observed.about.owner
        boards = organisations[observed.year].answering(owner) if owner is not None else ()
        if owner is not None and observed.record.owner not in boards:
            message = _("“{id}” is reported by another board.").format(id=observed.id)
            hint = _("Its owner is {owner}. Move the value to {boards}.")
            hint = hint.format(owner=owner, boards=", ".join(f"{b}.yaml" for b in sorted(boards)))
            yield Finding(observed.record.file, message, hint, observed.route, on_key=True)
