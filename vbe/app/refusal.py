"""The door through which every output leaves: nothing is made of files in which a person was found, or shows one itself.

Whatever makes a file for others (report, site, form, mail) calls `refuse_private` twice: with the records before anything is
made, and with what was made before anything is written.
"""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING, Final

from vbe.diagnostics import Severity
from vbe.errors import VbeError
from vbe.language import N_, _, ngettext
from vbe.privacy.markup import read_markup
from vbe.privacy.search import private_hits
from vbe.rules.checker import find_private

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from vbe.model.corpus import Corpus

CODES: Final = {
    "VBE701": N_("personal number"),
    "VBE702": N_("personal e-mail address"),
    "VBE703": N_("phone number"),
    "VBE704": N_("person's name"),
    "VBE705": N_("story of one person"),
    "VBE706": N_("attachment"),
    "VBE707": N_("name of an association"),
    "VBE708": N_("internal document that the public reads"),
    "VBE709": N_("person's name"),
}
KINDS: Final = {"personal_number": CODES["VBE701"], "email": CODES["VBE702"], "phone": CODES["VBE703"]}
MASKABLE: Final = frozenset({"VBE701", "VBE702", "VBE703", "VBE704", "VBE705", "VBE706", "VBE708"})
"""What an internal edition can mask, or does not hold; an association's name stays in its sentence."""
TITLED: Final = "VBE709"
"""A name in a sentence: a warning in internal text, where a person looks at it before it is decided, stops nothing."""
MAX_NAMED: Final = 5
MAX_PARTS: Final = 2000
LARGEST: Final = 64 * 1024 * 1024
"""Bytes of a part of an office file; none of our own is larger."""


class PrivateError(VbeError):
    """Something private stands in the way of an output; the message says where and of what kind, never what."""


def refuse_private(
    corpus: Corpus, outputs: Mapping[str, bytes | str] | None = None, *, besides: frozenset[str] = frozenset()
) -> None:
    """Stop, before anything is written, where a person was found.

    Without `outputs` the rules VBE7xx are asked of the corpus (its surroundings too, where it has them), but for the codes in
    `besides`. With `outputs` (name → text, or bytes of any form) the detectors search what was made.
    Raises `PrivateError`: exit code 2.
    """
    if outputs is None:
        found = [
            (f"{d.location.file}:{d.location.line}" if d.location.line > 1 else d.location.file, _(CODES[d.code]))
            for d in find_private(corpus)
            if d.code not in besides and not (d.code == TITLED and d.severity is Severity.WARNING)
        ]
        hint = _("Run `vbe validate` to see them, and mend the files first.")
    else:
        contacts = corpus.profile.contacts
        emails, phones = frozenset(contacts.emails), frozenset(contacts.phones)
        found = [
            (name, _(KINDS[hit.kind]))
            for name, content in outputs.items()
            for text in _texts(content)
            for hit in private_hits(text, emails, phones)
        ]
        hint = _("It may come from a template of your own: search the folder templates.")
    if found:
        raise PrivateError(_("Nothing is written: {places}.").format(places=_listed(found)), hint)


def _listed(found: Iterable[tuple[str, str]]) -> str:
    places = list(dict.fromkeys(f"{place} ({kind})" for place, kind in found))
    rest = len(places) - MAX_NAMED
    more = [ngettext("{count} more place", "{count} more places", rest).format(count=rest)] if rest > 0 else []
    return ", ".join([*places[:MAX_NAMED], *more])


def _texts(content: bytes | str) -> Iterator[str]:
    """What a reader of an output can see: its text, and in an office file that of every part."""
    if isinstance(content, str):
        yield content
    elif content.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(BytesIO(content)) as archive:
            for part in archive.infolist()[:MAX_PARTS]:
                if part.filename.endswith((".xml", ".rels")) and part.file_size <= LARGEST:
                    yield read_markup(archive.read(part).decode("utf-8", "replace"))
    elif content.startswith(b"%PDF-"):
        from vbe.report.render.pdf_text import texts

        yield from texts(content)
    else:
        text = content.decode("utf-8", "replace")
        yield read_markup(text) if text.lstrip()[:1] == "<" else text
