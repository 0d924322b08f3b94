"""Numbers and addresses of persons, wherever they are written: values, keys, comments, file names, escapes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from vbe.diagnostics import Location
from vbe.documents import line_starts, span_of
from vbe.language import _
from vbe.language.patterns import later
from vbe.model.fields import Model
from vbe.model.places import FOLDERS
from vbe.privacy import email_addresses, is_personal_email, personal_numbers, phone_numbers
from vbe.privacy.writing import may_hold_digits, may_start_phone
from vbe.rules import Corpus, Finding, Findings, rule
from vbe.rules.sources import PERSONAL_DATA, SOCIAL_SECRECY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from vbe.documents.positions import Scalar
    from vbe.privacy import Hit, HitKind

    Find = Callable[[str], list[Hit]]

YAML_SUFFIXES = (".yaml", ".yml")
SPEAKING = ("templates", ".github", ".gitlab", ".gitea", ".forgejo")
"""Folders whose texts are published as the municipality's own."""
MARKED_UP = (".docx", ".dotx", ".xlsx")
"""Letterheads, of whose parts only the text is there."""
_FOLDED = later(r"[\d+\-\u2010-\u2015\u2212][ \t\r]*\n[ \t\r]*\n[\s+\-\u2010-\u2015\u2212]*(?:\d|[^\W\d_]\d)")
"""An empty line where a number may go on, with a digit or the letter of an interim number."""
_WORTH_A_LOOK = later(r"(?:\d\D*+){8}|[@\uff20\ufe6b%&<\\(\[]")
"""What a name must have to be a number or an address, as written or once decoded: eight digits, or a sign."""

_KEY = later(r"[ ]*(?:-[ ]+)*([a-z_]+):[ ]")


@rule("VBE701", sources=(PERSONAL_DATA, SOCIAL_SECRECY))
def personal_number(corpus: Corpus) -> Findings:
    """A personal identity number stands in a file or in its name.

    The repository and its whole history are something anyone may ask for. A personal number, a coordination number or an
    interim number points out one person, and beside this subject it does great harm (dataskyddsförordningen art. 9 and 10,
    offentlighets- och sekretesslagen 26 kap. 1 §). Values, keys, comments and file names are searched, and so are templates,
    letterheads, README, notes and workflows; with or without century, hyphen or space, the day first, with the month in words,
    glued to a word, or with the last four in the next field. The calendar and the check digit are tried. The number itself is
    never printed, and no report is made until it is gone.

    Mend it by deleting the number. It is still in git's history: tell the security manager, do not push, and have the
    commit removed before anyone fetches it.
    """
    hint = _("Delete it before you push, and tell the security manager: git keeps what was committed.")
    for place, in_name in _places(corpus, "personal_number", personal_numbers, _may_hold_number):
        message = _("A personal number stands in the file's name.") if in_name else _("A personal number stands here.")
        yield Finding(place.file, message, hint, location=place)


@rule("VBE702", sources=(PERSONAL_DATA,))
def personal_email(corpus: Corpus) -> Findings:
    """A personal e-mail address stands in a file or in its name.

    Roles are named, never persons: people change, and an address says who does this work. A function's mailbox stays.
    A mailbox that only looks personal is listed under `contacts.emails` in the profile.

    Bad: an address made of somebody's given name and surname.

    Good:

        contact: sakerhet@exempel.se
    """
    allowed = frozenset(corpus.profile.contacts.emails)
    hint = _("Write the function's mailbox instead; if it is one, list it under contacts.emails in vbe.yaml.")

    def find(text: str) -> list[Hit]:
        return [hit for hit in email_addresses(text, allowed) if is_personal_email(text[hit.start : hit.end], allowed)]

    for place, in_name in _places(corpus, "email", find):
        here = in_field(corpus, place, _("A personal e-mail address."), _("A personal e-mail address in the field “{name}”."))
        message = _("A personal e-mail address stands in the file's name.") if in_name else here
        yield Finding(place.file, message, hint, location=place)


@rule("VBE703", sources=(PERSONAL_DATA,))
def phone_number(corpus: Corpus) -> Findings:
    """A phone number that is not on the profile's list of functions stands in a file or in its name.

    A direct number leads to a person. A switchboard, a contact centre or a function has a number that stays; those are
    listed under `contacts.phones` in the profile, in any way of writing. Short numbers such as 112 are not looked for.

    Bad: a mobile number under contact.

    Good (with the number listed in the profile):

        contact: 0123-456 00
    """
    allowed = frozenset(corpus.profile.contacts.phones)
    hint = _("Write the function's number instead, and list it under contacts.phones in vbe.yaml.")

    def find(text: str) -> list[Hit]:
        return phone_numbers(text, allowed)

    for place, in_name in _places(corpus, "phone", find, _may_hold_phone):
        plain = _("A phone number that is not on the list of functions.")
        here = in_field(corpus, place, plain, _("A phone number in the field “{name}”, which is not on the list of functions."))
        message = _("A phone number stands in the file's name.") if in_name else here
        yield Finding(place.file, message, hint, location=place)


def in_field(corpus: Corpus, place: Location, plain: str, named: str) -> str:
    """What is said with the name of the field before the place on its line; never what stands in it."""
    text = corpus.texts.get(place.file, "") if place.file.endswith(YAML_SUFFIXES) else ""
    starts = line_starts(text)
    key = _KEY.match(text, starts[place.line - 1]) if place.line <= len(starts) else None
    if key is not None:
        return with_name(key[1], plain, named) if key.end() - key.start() < place.column else plain
    return plain


def with_name(name: str, plain: str, named: str) -> str:
    """What is said with the name of a field; without it where no record has such a field: it could be a person's name."""
    return named.format(name=name) if name in _fields() else plain


@cache
def _fields() -> frozenset[str]:
    """The names of all fields of all records and their parts."""
    models = [Model]
    for model in models:
        models.extend(model.__subclasses__())
    return frozenset(field for model in models for field in model.model_fields)


def _may_hold_phone(text: str) -> bool:
    return may_start_phone(text) and may_hold_digits(text, 8)


def _may_hold_number(text: str) -> bool:
    return may_hold_digits(text, 10)


def _places(
    corpus: Corpus, kind: HitKind, find: Find, may_hold: Callable[[str], bool] | None = None
) -> Iterator[tuple[Location, bool]]:
    """Where something is found: in the text as written, in values as decoded, and in file names (then True)."""
    for file, text in corpus.surroundings.items():
        if is_searched(file, kind):
            yield from ((place, False) for place in _around(file, text, find))
    for file, text in corpus.texts.items():
        written = [span_of(file, text, hit.start, hit.end) for hit in find(text)]
        yield from ((place, False) for place in written)
        # An escape, or an empty line in a folded text, hides digits from the raw text; only then decoding pays.
        if file.endswith(YAML_SUFFIXES) and ("\\" in text or (may_hold and may_hold(text) and _FOLDED.search(text))):
            lines = sorted(place.line for place in written)
            for scalar in _rewritten(text):
                is_found = bisect_left(lines, scalar.span[0]) < bisect_right(lines, scalar.last_line)
                if not is_found and find(scalar.text):
                    yield scalar.within(file), False
    around = {file for file in corpus.surroundings if is_searched(file, kind)}
    for file in sorted({*corpus.texts, *around, *(finding.file for finding in corpus.findings)}):
        # Each part by itself, too: after a slash digits pass for an address or a case number.
        if _WORTH_A_LOOK.search(file) and any(find(part) for part in (file, *file.split("/"))):
            yield Location(file), True


@lru_cache(maxsize=2048)
def _rewritten(text: str) -> tuple[Scalar, ...]:
    """The keys and values of a text that it may write otherwise than they are: quoted, as a block, or on several lines."""
    from vbe.documents.positions import scalars  # loads the parser, for the few texts that need it

    return tuple(scalar for scalar in scalars(text) if not scalar.is_verbatim)


def is_searched(file: str, kind: HitKind) -> bool:
    """Whether a file that is no record is searched for this: numbers everywhere, ways to reach persons where the repository
    itself speaks, not in the files of programs that lie beside.
    """
    return kind == "personal_number" or "/" not in file or file.split("/", 1)[0] in (*FOLDERS, *SPEAKING)


def _around(file: str, text: str, find: Find) -> Iterator[Location]:
    """Where something is found in a file that is no record; of a letterhead only that it is."""
    if file.lower().endswith(MARKED_UP):
        if find(text):
            yield Location(file)
        return
    yield from (span_of(file, text, hit.start, hit.end) for hit in find(text))
