"""What the reader meets first: the fact box, and how the follow-up was made."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from vbe.domain.asking import begins_later
from vbe.language.prose import one
from vbe.language.swedish import MISSING, capital, date, listed
from vbe.report import sentences
from vbe.report.model import Callout, Facts
from vbe.report.rows import titled
from vbe.report.series import points
from vbe.report.shapes import NOT_APPLICABLE, amount, cell, column, day, fact, listing, paragraph, table_of
from vbe.report.view import EXAMPLE, labelled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.model.records.followup import FollowUp
    from vbe.report.model import Block, Cell, Fact
    from vbe.report.shapes import Columns
    from vbe.report.view import View


def facts(view: View) -> Iterator[Block]:
    """What the paper is, of what, by whom, as of when, and from which version of the repository."""
    yield Facts("Om rapporten", tuple(box(view)))


def box(view: View) -> Iterator[Fact]:
    """The terms and values of the fact box."""
    strategy = view.corpus.strategy
    decided = view.decided
    yield fact("Kommun", view.corpus.profile.municipality.name)
    yield fact("Styrdokument", labelled(strategy.title, example=strategy.example) if strategy else None)
    yield fact("Styrdokumentets diarienummer", strategy.case_number if strategy else None)
    yield fact("Uppföljningens diarienummer", decided.case_number if decided else None)
    yield fact("Avser", period(view))
    yield fact("Uppgifterna gäller per", as_of_words(view))
    yield fact("Status", standing(view))
    yield fact("Skriven för", view.cut.name)
    yield fact("Spridning", distribution(view))
    yield fact("Version", version(view))


def period(view: View) -> str:
    """The time that the report covers."""
    if not view.dated:
        return f"{view.year}, som inte är följt upp"
    if view.part:
        return f"1 januari–{date(view.as_of)} (delår)"
    return f"helåret {view.year}"


def as_of_words(view: View) -> str:
    """The day that what is told was true."""
    return date(view.as_of) if view.dated else "ingen nämnd har redovisat; året är inte följt upp"


def distribution(view: View) -> str:
    """Whether anybody may read the report."""
    return "Öppen" if view.cut.visibility == "public" else "Intern"


def version(view: View) -> str:
    """What the report was made from."""
    provenance = view.provenance
    if provenance.commit is None:
        return f"incheckad version saknas; gjord med {provenance.tool}"
    changed = ", med ändringar som inte är incheckade" if provenance.dirty else ""
    return f"{provenance.commit[:12]}{changed}; gjord med {provenance.tool}"


def is_draft(view: View) -> bool:
    """Whether the executive board has not decided on the follow-up yet."""
    return view.decided is None


def standing(view: View) -> str:
    """Whether the follow-up is a draft, or when it was decided on."""
    decided = view.decided
    if decided is None or decided.date is None:
        return "Utkast"
    paragraph_ = f", §\u00a0{decided.paragraph}" if decided.paragraph else ""
    decisions = view.corpus.decisions(view.year)
    example = f" ({one(EXAMPLE.lower())})" if decisions and decisions.example else ""
    return f"Behandlad av {view.board} den {date(decided.date)}{paragraph_}{example}"


def method(view: View) -> Iterator[Block]:
    """Who answered and when, who did not, and what is known to be missing."""
    yield paragraph(
        view.say(
            "method_how",
            answered=who_answered(view),
            year=view.year,
            as_of=f", per den {date(view.as_of)}" if view.dated else "",
        )
    )
    if view.silent and not view.is_interim:
        yield Callout("warning", *_silence(view))
    columns: Columns[str] = (
        (column("Nämnd", width=3), lambda board: titled(view.name(board), example=_is_example(view, board))),
        (column("Lämnad", "date", 2), lambda board: _handed_in(view.followed.get(board))),
        (column("Nämndens beslut", width=3), lambda board: cell(_decision(view.followed.get(board)))),
        (
            column("Åtgärder", "number"),
            lambda board: amount(len(view.followed[board].commitments) if board in view.followed else 0),
        ),
    )
    yield table_of("svar", f"Nämndernas redovisningar för {view.year}", view.boards, columns)
    yield paragraph(view.say("method_gaps"))
    yield listing(_gaps(view))
    limits = view.corpus.profile.thresholds
    yield paragraph(
        view.say("method_privacy", small=limits.small_count, base=limits.share_base),
    )
    yield paragraph(view.say("method_effect" if view.held.indicators else "method_effect_unmeasured"))


def _silence(view: View) -> tuple[str, str]:
    """Title and text of the warning that boards have not reported."""
    if not view.answered:
        return "Ingen nämnd har svarat", view.say("method_nobody")
    silent = listed(view.inside(board) for board in view.silent)
    return "Några nämnder har inte svarat", view.say("method_silent", boards=silent)


def who_answered(view: View) -> str:
    """Which part of the boards has handed in a report, first in a sentence."""
    return capital(sentences.boards.who_answered(view.say, len(view.boards) - len(view.silent), len(view.boards)))


def _is_example(view: View, board: str) -> bool:
    return board in view.followed and view.followed[board].example


def _handed_in(report: FollowUp | None) -> Cell:
    return cell("redovisning saknas") if report is None else day(report.reported_on)


def _decision(report: FollowUp | None) -> str:
    """Case number, paragraph and day of a board's decision, as far as they are known."""
    decision = report.decision if report else None
    if decision is None:
        return ""
    paragraph_ = f"§\u00a0{decision.paragraph}" if decision.paragraph else None
    return ", ".join(part for part in (decision.case_number, paragraph_, date(decision.date) if decision.date else None) if part)


def _gaps(view: View) -> Iterator[str]:
    progress = view.verdicts.progress
    reported = {identity for board in view.answered for identity in view.followed[board].commitments}
    begun = {identity for identity, each in view.corpus.commitments.items() if not begins_later(each, view.year)}
    unreported = [i for i, verdict in progress.items() if i in begun and i not in reported and not verdict.statuses]
    partly = [identity for identity, s in progress.items() if identity in reported and s.missing_from]
    if not view.answered:
        yield view.say("method_nothing", year=view.year, measured=view.held.indicators)
    else:
        yield from sentences.commitments.unreported(view.say, len(progress), view.names_of(unreported))
        yield from sentences.commitments.partly_reported(
            view.say, [(view.inside(board), amount) for board, amount in _owed(view, partly)]
        )
        if view.held.indicators:
            yield _values(view)
    yield from sentences.documents.hidden(view.say, view.hidden)


def _owed(view: View, partly: list[str]) -> list[tuple[str, int]]:
    """Board → how many of these commitments it has not told of, by name."""
    owed = Counter(board for identity in partly for board in view.verdicts.progress[identity].missing_from)
    return [(board, owed[board]) for board in view.sorted_names(frozenset(owed))]


def _values(view: View) -> str:
    asked = [indicator for indicator in view.corpus.indicators.values() if not indicator.computed]
    texts = [points(view, indicator)[-1].shown.text for indicator in asked]
    missing = [i.title for i, text in zip(asked, texts, strict=True) if text == MISSING]
    return sentences.indicators.values(view.say, view.year, len(asked), missing, texts.count(NOT_APPLICABLE))
