"""How a file's text is built."""

from __future__ import annotations

from vbe.rules import fault


@fault("VBE108")
def empty_file() -> None:
    """The file is empty.

    A record that holds nothing says nothing, and looks as if it did.

    Mend it by filling in the record, or by deleting the file.
    """


@fault("VBE109")
def wrong_root() -> None:
    """The file does not hold keys with values.

    A record is a list of fields, each with its name, a colon and a value.

    Bad:

        - Stöd till anhöriga

    Good:

        title: Stöd till anhöriga
    """


@fault("VBE110")
def several_documents() -> None:
    """The file holds several documents.

    A line of three hyphens starts a new document. A file holds one record, because the path is the record's identity.

    Mend it by moving what follows to a file of its own.
    """


@fault("VBE111")
def alias() -> None:
    """The file refers to its own text with * and &.

    References save typing, but a small file can grow to millions of values, and the reader has to look elsewhere to see
    what a field says.

    Bad:

        responsible: &owner [socialnamnden]
        lead: *owner

    Good:

        responsible: [socialnamnden]
        lead: socialnamnden
    """


@fault("VBE112")
def tag() -> None:
    """The file uses type tags.

    A word that starts with an exclamation mark tells the reading program to make something other than text and numbers
    of the value. No record needs that, and in some programs it runs code.

    Mend it by deleting the tag.
    """


@fault("VBE113")
def too_deep() -> None:
    """The file is nested too deep.

    No record has more than a few levels. Deep nesting is a mistake, or an attempt to make the program fail.

    Mend it by looking for brackets or indentation gone wrong.
    """


@fault("VBE114")
def too_large() -> None:
    """The file is too large.

    No record needs that much text. A larger file is not read at all, so that it cannot make the program slow.

    Mend it by splitting the file, or by keeping the material elsewhere and referring to it. The limit is
    `limits.file_kib` in the profile.
    """


@fault("VBE115")
def duplicate_key() -> None:
    """The same key stands twice in the same place.

    Only one of the values can count, and different programs choose differently.

    Bad:

        lead: socialnamnden
        lead: kommunstyrelsen

    Good:

        lead: kommunstyrelsen
    """


@fault("VBE116")
def ambiguous_scalar() -> None:
    """A value means different things to different programs.

    Without quotation marks 0184 is the number 184 or 132, 2016:365 a time of day, and no a truth value, depending on the
    program that reads it.

    Bad:

        code: 0184
        case_number: 2016:365

    Good:

        code: "0184"
        case_number: "2016:365"
    """
