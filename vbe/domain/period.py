"""The year of a report, and the day its facts are as of: never today."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from vbe.errors import VbeError
from vbe.language import _, did_you_mean

if TYPE_CHECKING:
    from vbe.model.corpus import Corpus
    from vbe.model.profile import Cut
    from vbe.model.records.followup import FollowUp


def require_year(corpus: Corpus, year: int) -> None:
    """Stop where the year is none that is followed up: nobody has reported for it, and the strategy is not valid in it."""
    years = [str(known) for known in corpus.years]
    if str(year) in years or year in valid_years(corpus):
        return
    message = _("There are no follow-ups for {year}.").format(year=year)
    if not years:
        raise VbeError(message, _("Boards report in followup/{year}/<board>.yaml.").format(year=year))
    known = _("There are follow-ups for {years}.").format(years=", ".join(years))
    raise VbeError(message, " ".join(part for part in (known, did_you_mean(str(year), years)) if part))


def latest_or(corpus: Corpus, year: int | None) -> int | None:
    """The year that is asked for, which must be followed up; else the latest that somebody has reported on."""
    if year is not None:
        require_year(corpus, year)
        return year
    return corpus.years[-1] if corpus.years else None


def valid_years(corpus: Corpus) -> range:
    """The years in which the strategy is valid; none where its first day is not known, or its last."""
    strategy = corpus.strategy
    if strategy is None or strategy.valid_from is None or strategy.valid_to is None:
        return range(0)
    return range(strategy.valid_from.year, strategy.valid_to.year + 1)


def as_of(corpus: Corpus, year: int, until: datetime.date | None = None) -> datetime.date:
    """The latest day that a board handed in its report for the year; else the year's last day, or until when it is known."""
    days = [report.reported_on for report in handed_in(corpus, year).values() if report.reported_on is not None]
    nobody = last_day(year) if until is None else max(datetime.date(year, 1, 1), min(last_day(year), until))
    return max(days, default=nobody)


def handed_in(corpus: Corpus, year: int, on: datetime.date | None = None) -> dict[str, FollowUp]:
    """Board → its report for a year, of those that were handed in by a day: a file that is only prepared says nothing yet.

    Nor does a commitment without a status: it is not there.
    """
    reports = corpus.follow_ups(year).items()
    return {b: _told(r) for b, r in reports if r.reported_on is not None and (on is None or r.reported_on <= on)}


def _told(report: FollowUp) -> FollowUp:
    """The report with the commitments that it says something of; itself where that is all."""
    commitments = {identity: entry for identity, entry in report.commitments.items() if entry.status is not None}
    return report if len(commitments) == len(report.commitments) else report.model_copy(update={"commitments": commitments})


def answered(corpus: Corpus, year: int, day: datetime.date) -> frozenset[str]:
    """The boards that had handed in their report for the year by a day."""
    return frozenset(handed_in(corpus, year, day))


def last_day(year: int) -> datetime.date:
    """New Year's Eve."""
    return datetime.date(year, 12, 31)


def is_part(year: int, day: datetime.date) -> bool:
    """True when the facts are from before the year was over."""
    return day < last_day(year)


def goes_on(corpus: Corpus, year: int, day: datetime.date, committed_on: str | None = None) -> bool:
    """True where nobody can be held to have been silent of a year yet: it is not over, or nothing shows that it is.

    `committed_on` is the moment (ISO) of the commit that is told of, where there is one.
    """
    return is_part(year, day) or _is_unknown(corpus, year, day, committed_on)


def _is_unknown(corpus: Corpus, year: int, day: datetime.date, committed_on: str | None) -> bool:
    """True on the last day of a year that nobody has reported on, where no commit shows that the year is over."""
    if day != last_day(year) or answered(corpus, year, day):
        return False
    return committed_on is None or committed_on[:10] < day.isoformat()


MEMO = "tjansteskrivelse"
"""The edition that every municipality has: the official letter with the proposed decision."""
MEMO_PAGES = 2


def find_cut(corpus: Corpus, name: str | None) -> tuple[str, Cut]:
    """The cut with a name; without a name the executive board's, which shows everything."""
    from vbe.domain.meant import meant
    from vbe.model.profile import Cut

    cuts = corpus.profile.cuts
    if name is None:
        full = [(key, cut) for key, cut in cuts.items() if not cut.sections and cut.visibility == "internal"]
        board = corpus.actors.get(corpus.profile.executive_board)
        return full[0] if full else ("", Cut(name=board.name if board else corpus.profile.executive_board))
    name = meant(name, cuts, {key: cut.name for key, cut in cuts.items()})
    if name in cuts:
        return name, cuts[name]
    if name == MEMO:
        board = corpus.actors.get(corpus.profile.executive_board)
        reader = board.name if board else corpus.profile.executive_board
        return name, Cut(name=reader, sections=(MEMO,), pages=MEMO_PAGES)
    known = _("The profile has {cuts}.").format(cuts=", ".join(cuts)) if cuts else _("The profile has no cuts.")
    hint = " ".join(part for part in (known, did_you_mean(name, cuts)) if part)
    raise VbeError(_("There is no cut with the name {name}.").format(name=name), hint)
