"""In which years an indicator should have a value: asked by the rules, the report, trace and `vbe new followup`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain.asking import organisation_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.model.corpus import Corpus
    from vbe.model.records.area import Indicator

YEAR = 12
"""Months. What is measured more often has a value in every year all the same."""


def is_measured(indicator: Indicator, year: int) -> bool:
    """Whether the series can have a value for a year: not before its first year, nor between two of its measurements."""
    return indicator.first_year is None or _is_in_step(indicator, year - indicator.first_year)


def is_expected(corpus: Corpus, indicator: Indicator, year: int) -> bool:
    """Whether a value is asked for: where no first year is stated, the series began with the strategy."""
    strategy, start = corpus.strategy, indicator.first_year
    if start is None:
        start = strategy.valid_from.year if strategy is not None and strategy.valid_from is not None else year
    return _is_in_step(indicator, year - start)


def indicators_of(corpus: Corpus, year: int, board: str) -> Iterator[str]:
    """The indicators that a board is asked for a value of: the first board that answers for one, so that it counts once."""
    answering = organisation_of(corpus, year).answering
    for identity, indicator in corpus.indicators.items():
        asked_for = not indicator.computed and is_expected(corpus, indicator, year)
        if asked_for and next(iter(answering(indicator.owner or corpus.profile.executive_board)), None) == board:
            yield identity


def _is_in_step(indicator: Indicator, since: int) -> bool:
    return since >= 0 and (indicator.every_months <= YEAR or since * YEAR % indicator.every_months == 0)
