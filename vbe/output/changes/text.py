"""`text`: for people. By department, reviews apart, and last what follows from it all."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vbe.domain.changes.model import ChangeType
from vbe.language import _, ngettext
from vbe.output.changes.labels import point_words
from vbe.output.changes.other_files import shortened
from vbe.output.styles import Style, paint
from vbe.output.width import SCREEN, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vbe.output.changes.comparison import ChangeSentence, Comparison


class Block(NamedTuple):
    """Lines that are shown together or not at all, and how many changes they tell."""

    lines: list[str]
    changes: int = 1


def format_comparison(comparison: Comparison, *, whole: bool = True) -> str:
    """What changed, and what follows from it; unless it is `whole`, as many changes as a screen holds, each in full."""
    lines = [paint(Style.FAINT, _("{old} → {new}").format(old=comparison.old.name, new=comparison.new.name))]
    blocks = list(_blocks(comparison))
    shown = len(blocks) if whole else _fitting(blocks, SCREEN - len(lines) - 2)
    lines += [line for block in blocks[:shown] for line in block.lines]
    left = sum(block.changes for block in blocks[shown:])
    if left:
        more = ngettext("… and {count} more point (--all shows it).", "… and {count} more points (--all shows them).", left)
        lines += ["", more.format(count=left)]
    lines += ["", *wrapped(comparison.summary, "")]
    return "\n".join(lines) + "\n"


def _fitting(blocks: list[Block], room: int) -> int:
    """How many blocks there is room for; the first always, since nothing of a change is left out."""
    lengths = [len(block.lines) for block in blocks]
    if sum(lengths) <= room:
        return len(blocks)
    count = 1
    while sum(lengths[: count + 1]) <= room - 2:
        count += 1
    return count


def _blocks(comparison: Comparison) -> Iterator[Block]:
    """Every change, in the order that it weighs, the first below a heading together with it."""
    yield from _listed(paint(Style.BAD, _("Changes the check or the report")), comparison.decisive)
    for risk, departments in comparison.by_risk:
        above = ["", paint(Style.HEADING, risk)]
        for heading, changes in departments:
            above.append(paint(Style.FAINT, f"  {heading}"))
            for each in changes:
                yield Block([*above, *_told(each)])
                above = []
    reviews = [each.sentence for each in comparison.reviews]
    yield from _listed(paint(Style.HEADING, _("Reviews")), reviews)
    followers = [each.sentence for each in comparison.followers]
    yield from _listed(paint(Style.HEADING, _("References that follow a new id")), followers)
    yield from _listed(paint(Style.DOUBTFUL, _("What follows from this")), comparison.remarks)
    yield from _listed(paint(Style.BAD, _("Not compared, because the file has faults")), comparison.unreadable)
    yield from _listed(paint(Style.HEADING, _("Other files")), shortened(comparison.slight))


def _listed(heading: str, sentences: Iterable[str]) -> Iterator[Block]:
    above = ["", heading]
    for sentence in sentences:
        yield Block([*above, *_points([sentence])])
        above = []


def _told(change: ChangeSentence) -> Iterator[str]:
    """A change: in a sentence where that says all, else what it is about and a point for each field, old and new in full."""
    if not change.points or change.is_renamed:
        yield from _points([change.sentence])
    if change.points:
        if not change.is_renamed and change.what is not ChangeType.ADDED:
            yield from _points([f"{change.subject}:"])
        elif change.what is ChangeType.ADDED:
            yield from _points([change.sentence])
        for point in change.points:
            yield from wrapped(point_words(point), "      ", "        ", whole=True)


def _points(sentences: Iterable[str]) -> Iterator[str]:
    for sentence in sentences:
        yield from wrapped(sentence, "  – ", "    ", whole=True)
