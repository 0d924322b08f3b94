"""The log of an import: what is to be decided, what was not used, and what every word became."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Final

from vbe.importing.document import COMMENT, CONTENTS, DELETED, HIDDEN
from vbe.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.importing.composing import Imported
    from vbe.importing.document import Piece

SPECIAL: Final = re.compile(r"([\\`*_\[\]<>|#])")
SUM: Final = "<!-- {file} {sum} -->"
BEGUN: Final = "followup/"
"""What an import only begins: the boards write on in it."""
ITSELF: Final = "import.md"
SUMS: Final = re.compile(r"^<!-- (\S+) ([0-9a-f]{64}) -->$", re.MULTILINE)


def log_text(imported: Imported) -> str:
    """The log as Markdown, the most important first; last the files' sums, by which a later import knows what is untouched."""
    parts = [*_head(imported), *_questions(imported), *_left(imported), *_offered(imported), *_taken(imported)]
    sums = {file: hashlib.sha256(content).hexdigest() for file, content in imported.files.items() if not file.startswith(BEGUN)}
    sums |= imported.sums
    lines = [SUM.format(file=name, sum=digest) for name, digest in sums.items()]
    text = "\n".join([*parts, *lines]) + "\n"
    return f"{text}{SUM.format(file=ITSELF, sum=hashlib.sha256(text.encode()).hexdigest())}\n"


def sums_in(text: str) -> dict[str, str]:
    """File, area or measure → the sum of what an earlier import wrote or read."""
    return dict(SUMS.findall(text))


def is_untouched(text: str) -> bool:
    """Whether a log stands as it was written."""
    body, line, _rest = text.rpartition(f"<!-- {ITSELF} ")
    return bool(line) and sums_in(text).get(ITSELF) == hashlib.sha256(body.encode()).hexdigest()


def _head(imported: Imported) -> list[str]:
    trail, plan = imported.trail, imported.plan
    measures, areas = len(plan.measures()), len(plan.areas)
    message = ngettext("{count} measure in {areas}.", "{count} measures in {areas}.", measures)
    of_areas = ngettext("{count} area", "{count} areas", areas).format(count=areas)
    lines = [
        f"# {_('What became of {file}').format(file=_plain(plan.name))}",
        "",
        message.format(count=measures, areas=of_areas),
        "",
    ]
    lines += [
        _("Every paragraph and every cell of the document is in a record or here. What was guessed has a comment in its file."),
        "",
    ]
    if trail.stopped:
        lines += [f"## {_('Left out: about persons')}", "", _("It stands neither in the files nor here."), ""]
        lines += [f"- {place}: {_(kind)}" for place, kind in dict.fromkeys(trail.stopped)] + [""]
    return lines


def _questions(imported: Imported) -> Iterator[str]:
    yield from (f"## {_('To decide')}", "")
    asked = sorted(imported.trail.questions, key=lambda question: question.weight)
    yield from ([f"{number}. {_plain(question.text)}" for number, question in enumerate(asked, 1)] or [_("Nothing.")])
    yield ""


def _left(imported: Imported) -> Iterator[str]:
    """What was not used, in the order of the document, with why where it is not plain text."""
    offered = set(imported.trail.offered)
    left: dict[Piece, str] = {}
    for piece, why in imported.trail.left:
        left[piece] = left.get(piece) or why
    shown = [(piece, why) for piece, why in left.items() if piece not in offered]
    yield from (f"## {_('Not used')}", "")
    if not shown:
        yield from (_("Nothing."), "")
        return
    kinds = {
        HIDDEN: _("hidden text"), DELETED: _("tracked deletion"), COMMENT: _("comment"), CONTENTS: _("table of contents"),
    }  # fmt: skip
    for piece, why in shown:
        reason = why or kinds.get(piece.kind, "")
        yield f"- {piece.place}{f' ({reason})' if reason else ''}: {_plain(piece.line)}"
    yield ""


def _offered(imported: Imported) -> Iterator[str]:
    if imported.trail.offered:
        yield from (
            f"## {_('Offered as demands')}",
            "",
            _("These say what shall be done. They stand as comments in strategy/obligations.yaml."),
            "",
        )
        yield from (f"- {piece.place}: {_plain(piece.line)}" for piece in imported.trail.offered)
        yield ""


def _taken(imported: Imported) -> Iterator[str]:
    yield from (f"## {_('What was read as what')}", "")
    for taken in imported.trail.taken:
        read = f" ({_('read as')}: {_plain(taken.read_as)})" if taken.read_as else ""
        yield f"- {taken.piece.place}: {_plain(' '.join(taken.text.split()))} → {taken.target}{read}"
    heads = [*((piece.line, piece) for piece in imported.plan.labels), *imported.plan.inline]
    for text, piece in dict.fromkeys(heads):
        yield f"- {piece.place}: {_plain(text)} → {_('a head, which says what stands below or beside it')}"
    yield ""


def _plain(text: str) -> str:
    """A text that Markdown shows as it is."""
    return SPECIAL.sub(r"\\\1", text)
