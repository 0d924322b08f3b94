"""`md`: a comment on a pull request. Every word of a file is escaped: it is a stranger's until somebody has merged it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain.changes.model import ChangeType
from vbe.language import _, ngettext
from vbe.output.changes.labels import elided, point_words
from vbe.output.changes.other_files import shortened
from vbe.privacy.markdown_text import GAP

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vbe.output.changes.comparison import ChangeSentence, Comparison

LONG = 120
MARKS = {"same": "{} ", "gone": "~~{}~~ ", "new": "**{}** "}
MAX_CHARACTERS = 55_000
"""Hosts refuse comments of more than 65 536 characters."""


def format_comparison(comparison: Comparison) -> str:
    """What changed, by department; what follows from it; the rest folded away."""
    lines = [f"### {_('What changes')}", ""]
    if comparison.old.commit and comparison.new.commit:
        lines += [f"{_short(comparison.old.commit)} → {_short(comparison.new.commit)}: {comparison.summary}", ""]
    else:
        lines += [comparison.summary, ""]
    if comparison.decisive:
        lines += [f"**{_('Changes the check or the report')}**", "", *_points(comparison.decisive), ""]
    for risk, departments in comparison.by_risk:
        lines += [f"**{risk}**", ""]
        for heading, changes in departments:
            lines += [f"*{heading}*", "", *(line for each in changes for line in _change(each)), ""]
    lines += _folded(
        ngettext("{count} review", "{count} reviews", len(comparison.reviews)).format(count=len(comparison.reviews)),
        comparison.reviews,
    )
    lines += _folded(_("References that follow a new id"), comparison.followers)
    if comparison.remarks:
        lines += [f"**{_('What follows from this')}**", "", *_points(comparison.remarks), ""]
    if comparison.unreadable:
        lines += [f"**{_('Not compared, because the file has faults')}**", "", *_points(comparison.unreadable), ""]
    if comparison.slight:
        lines += [f"**{_('Other files')}**", "", *_points(shortened(comparison.slight)), ""]
    return _limited(lines)


def _short(commit: str) -> str:
    return f"`{commit.replace(GAP, '')[:10]}`"


def _told(changes: Iterable[ChangeSentence]) -> list[str]:
    return _points(each.sentence for each in changes)


def _change(change: ChangeSentence) -> list[str]:
    """A change and its points; a long text with the words that differ marked, and in full where one unfolds it."""
    if not change.points:
        return _points([f"{change.sentence}{_page(change)}"])
    lead = change.sentence if change.is_renamed or change.what is ChangeType.ADDED else f"{change.subject}:"
    lines = _points([f"{lead}{_page(change)}"])
    for point in change.points:
        if not point.words or len(f"{point.old}{point.new}") <= LONG:
            lines.append(f"  - {point_words(point)}")
            continue
        marked = "".join(MARKS[word.change].format(word.text) for word in elided(point.words)).strip()
        lines.append(f"  - {point.label}: {marked}")
        lines.append(f"    <details><summary>{_('Old and new in full')}</summary>")
        lines += ["", f"    {_('Before: {text}').format(text=point.old)}", "", f"    {_('Now: {text}').format(text=point.new)}"]
        lines += ["", "    </details>"]
    return lines


def _page(change: ChangeSentence) -> str:
    """A link to the page as it is published; the address holds nothing that had to be escaped, but for the service."""
    address = change.page.replace(GAP, "").replace("\\", "")
    return f" ([{_('page')}]({address}))" if address else ""


def _points(sentences: Iterable[str]) -> list[str]:
    return [f"- {sentence}" for sentence in sentences]


def _folded(heading: str, changes: tuple[ChangeSentence, ...]) -> list[str]:
    if not changes:
        return []
    return [f"<details><summary>{heading}</summary>", "", *_told(changes), "", "</details>", ""]


def _limited(lines: list[str]) -> str:
    """The lines up to `MAX_CHARACTERS`, cut between lines; what is folded away is kept whole or left out."""
    kept: list[str] = []
    size = 0
    parts = list(_unbroken(lines))
    for index, part in enumerate(parts):
        size += sum(map(_units, part))
        if size > MAX_CHARACTERS:
            left = sum(1 for rest in parts[index:] for line in rest if line.startswith("- "))
            kept += ["", ngettext("… and {count} more change.", "… and {count} more changes.", left).format(count=left)]
            break
        kept += part
    return "\n".join(kept).rstrip("\n") + "\n"


def _unbroken(lines: list[str]) -> Iterator[list[str]]:
    """Lines that stand together: a line by itself, or all that is folded away in one place."""
    together: list[str] = []
    for line in lines:
        together.append(line)
        is_open = together[0].lstrip().startswith("<details>") and line.strip() != "</details>"
        if not is_open:
            yield together
            together = []
    if together:
        yield together


def _units(line: str) -> int:
    """How much of a comment a line takes, its end included: hosts count an emoji as two."""
    return len(line.encode("utf-16-le", "surrogatepass")) // 2 + 1
