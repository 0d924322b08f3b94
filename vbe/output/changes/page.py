"""`html`: a page that stands by itself, to send or attach; read on a telephone as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain.changes.model import ChangeType
from vbe.language import _
from vbe.output.changes.labels import point_words
from vbe.output.changes.other_files import shortened
from vbe.output.page import framed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vbe.domain.changes.points import Point
    from vbe.output.changes.comparison import ChangeSentence, Comparison


def format_comparison(comparison: Comparison) -> str:
    """What changed, what weighs most first; what follows from it; the rest."""
    title = _("What changes")
    parts = [
        f"<p>{_('{old} → {new}').format(old=comparison.old.name, new=comparison.new.name)}. {comparison.summary}</p>",
        *_section(_("Changes the check or the report"), comparison.decisive),
    ]
    for risk, departments in comparison.by_risk:
        parts.append(f"<h2>{risk}</h2>")
        for heading, changes in departments:
            parts += [f"<h3>{heading}</h3>", "<ul>", *map(_change, changes), "</ul>"]
    parts += _section(_("Reviews"), [change.sentence for change in comparison.reviews])
    parts += _section(_("References that follow a new id"), [change.sentence for change in comparison.followers])
    parts += _section(_("What follows from this"), comparison.remarks)
    parts += _section(_("Not compared, because the file has faults"), comparison.unreadable)
    parts += _section(_("Other files"), shortened(comparison.slight))
    return framed(title, parts)


def _section(heading: str, sentences: Iterable[str]) -> list[str]:
    listed = [f"<li>{sentence}</li>" for sentence in sentences]
    return [f"<h2>{heading}</h2>", "<ul>", *listed, "</ul>"] if listed else []


def _change(change: ChangeSentence) -> str:
    if not change.points:
        return f"<li>{change.sentence}</li>"
    head = change.sentence if change.is_renamed or change.what is ChangeType.ADDED else change.subject
    return f"<li>{head}<ul>{''.join(f'<li>{_point(point)}</li>' for point in change.points)}</ul></li>"


def _point(point: Point) -> str:
    """Old struck through and new marked; of two texts in full, with the words that differ marked."""
    tags = {"same": "{}", "gone": "<del>{}</del>", "new": "<ins>{}</ins>"}
    if point.words:
        return f"{point.label}: " + " ".join(tags[word.change].format(word.text) for word in point.words)
    if point.old == point.new:
        return point_words(point)
    shown = [f"<{tag}>{text}</{tag}>" for tag, text in (("del", point.old), ("ins", point.new)) if text is not None]
    return f"{point.label}: {' '.join(shown)}"
