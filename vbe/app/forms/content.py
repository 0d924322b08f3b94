"""Records → what a board's form holds: which form it is, what is shown, and the answers as they stand."""

from __future__ import annotations

import datetime
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vbe import __version__
from vbe.app.forms.cells import ANSWERING
from vbe.app.forms.columns import ACTIONS, BOARD, BOARD_ROWS, INDICATORS, INDICATORS_BY_SEX, REVIEWS, VERSION
from vbe.app.forms.due import review_rows
from vbe.app.forms.rows import Row
from vbe.domain.asking import asked, organisation_of
from vbe.domain.earlier import earlier_than
from vbe.domain.expected import indicators_of
from vbe.domain.labels import swedish_value
from vbe.report.series import UNITS

if TYPE_CHECKING:
    from vbe.app.forms.columns import Sheet
    from vbe.app.forms.rows import AnswerValue
    from vbe.model.corpus import Corpus
    from vbe.model.records.followup import CommitmentReport, FollowUp


@dataclass(frozen=True, slots=True)
class Form:
    """A board's form for a year."""

    board: str
    year: int
    facts: dict[str, str]
    """Which form it is: what the hidden sheet says, and what must fit when it comes back."""
    names: dict[str, str]
    """What the front sheet says: the municipality, the board, the last day, and whom to send it to."""
    sheets: tuple[tuple[Sheet, tuple[Row, ...]], ...]
    small_count: int


def file_of(year: int, board: str) -> str:
    """Where a board's answers are kept."""
    return f"followup/{year}/{board}.yaml"


def form_of(corpus: Corpus, year: int, board: str, commit: str) -> Form | None:
    """A board's form; None where it is asked for nothing. A board that reports every year is asked for its report at least."""
    organisation = organisation_of(corpus, year)
    profile = corpus.profile
    present = corpus.follow_ups(year).get(board)
    actions = _actions(corpus, year, board, present)
    indicators, values = _values(corpus, year, board, present)
    reviews = review_rows(corpus, year, board)
    if not actions and not values and not reviews and board not in organisation.reporting_boards:
        return None
    contact = profile.coverage.contact_point
    names = {
        "municipality": profile.municipality.name,
        ANSWERING: organisation.name(board),
        "due": f"{year + 1}-{profile.intervals.follow_up_due}",
        "to": organisation.inside(contact) if contact else organisation.inside(profile.executive_board),
    }
    facts = {
        "form": str(VERSION),
        "tool": __version__,
        "municipality": profile.municipality.code or profile.municipality.name,
        "year": str(year),
        ANSWERING: board,
        "commit": commit,
    }
    rows = tuple(Row(label, (), (_answer(present, *route),)) for label, (route, _reads, _help) in BOARD_ROWS.items())
    sheets = ((BOARD, rows), (ACTIONS, actions), (indicators, values), (REVIEWS, reviews))
    return Form(board, year, facts, names, sheets, profile.thresholds.small_count)


def _answer(holder: object, *route: str) -> object:
    for name in route:
        holder = getattr(holder, name, None)
    return holder


def _actions(corpus: Corpus, year: int, board: str, present: FollowUp | None) -> tuple[Row, ...]:
    reported = present.commitments if present is not None else {}
    boards, earlier = asked(corpus, year), earlier_than(corpus, year)
    rows = []
    for identity, commitment in corpus.commitments.items():
        if board not in boards[identity] and identity not in reported:
            continue
        before, step = _said_before(earlier.said_of(identity, board))
        answers = tuple(_answer(reported.get(identity), column.field) for column in ACTIONS.columns)
        rows.append(Row(identity, (commitment.title or "", commitment.text, before, step), answers))
    return tuple(rows)


def _said_before(before: tuple[int, CommitmentReport] | None) -> tuple[str, str]:
    """What the board said last, and the next step that it promised."""
    if before is None:
        return "", ""
    year, report = before
    due = f" (senast {report.next_step_due})" if report.next_step_due else ""
    return f"{year}: {swedish_value(report.standing)}", f"{report.next_step}{due}" if report.next_step else ""


def _values(corpus: Corpus, year: int, board: str, present: FollowUp | None) -> tuple[Sheet, tuple[Row, ...]]:
    """The sheet of indicators, with columns for women and men where any of them is asked for, and its rows."""
    reported, earlier = present.indicators if present is not None else {}, earlier_than(corpus, year)
    wanted = set(indicators_of(corpus, year, board))
    listed = {i: indicator for i, indicator in corpus.indicators.items() if i in wanted or i in reported}
    apart = any(indicator.by_sex or (i in reported and reported[i].by_sex) for i, indicator in listed.items())
    sheet, rows = INDICATORS_BY_SEX if apart else INDICATORS, []
    for identity, indicator in listed.items():
        answers = tuple(_answer(reported.get(identity), column.field) for column in sheet.columns)
        shown = (indicator.title, UNITS[indicator.unit], earlier.value_of(identity, board))
        rows.append(Row(identity, shown, answers, indicator.unit))
    return sheet, tuple(rows)


def plain(value: object) -> AnswerValue:
    """An answer as it is compared and kept: days as they are written in a file, whole numbers whole, texts without loose ends."""
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, int | float):
        return whole(value)
    return tidy(str(value)) if value is not None else None


def whole(number: float) -> int | float:
    """A number, whole where it has no decimals."""
    return int(number) if isinstance(number, float) and number.is_integer() else number


def tidy(text: str) -> str | None:
    """A text in composed letters, without blanks at the ends of its lines; None where nothing is left."""
    text = unicodedata.normalize("NFC", text)
    lines = [line.strip() for line in text.replace("\r\n", "\n").replace("\r", "\n").strip().split("\n")]
    return "\n".join(lines) or None
