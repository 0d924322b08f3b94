"""VBE1xx: files and form. Reading finds these, so they have a page and no check of their own."""

from __future__ import annotations

from vbe.diagnostics import Severity
from vbe.rules import fault


@fault("VBE101")
def unreadable_file() -> None:
    """A file cannot be read.

    The system does not let us open the file, for instance because its permissions are too narrow. What it holds is not
    checked, and nothing can be said about the records that name it.

    Mend it by giving the file ordinary permissions.
    """


@fault("VBE102")
def not_utf8() -> None:
    """The file is not UTF-8.

    Letters such as å, ä and ö are stored in another encoding. Different programs would then show different texts, and a
    search for personal data could miss what a reader sees.

    Mend it by saving the file as UTF-8 in your editor.
    """


@fault("VBE103")
def byte_order_mark() -> None:
    """The file starts with a byte order mark.

    The mark is invisible and makes some programs read the file as UTF-16, that is, as another text.

    Mend it by saving the file as “UTF-8”, not “UTF-8 with BOM”.
    """


@fault("VBE104")
def hidden_character() -> None:
    """The text holds a character that is not seen.

    Control characters, characters that turn the reading direction and characters without width make a text look other
    than it is. A reviewer approves what is seen; the program reads what is there.

    Mend it by deleting the character. It often comes along when text is pasted from a word processor.
    """


@fault("VBE105")
def conflict_marker() -> None:
    """The file holds a merge conflict that has not been settled.

    Two people changed the same lines, and nobody has chosen between the versions.

    Bad:

        <<<<<<< HEAD
        priority: 1
        =======
        priority: 2
        >>>>>>> another-branch

    Good:

        priority: 1
    """


@fault("VBE106")
def decomposed_letter() -> None:
    """A letter is written in parts.

    The letter is stored as a base letter and a loose accent (not NFC). It looks right, but a search does not find it,
    and two names that look the same are not.

    Mend it by writing the letter anew on the keyboard.
    """


@fault("VBE107")
def syntax_error() -> None:
    """The file is not valid YAML.

    Most often the indentation differs from the lines above, a tab stands where spaces should, a text holds a colon and
    a space without quotation marks, or a quotation mark is never closed.

    Bad:

        title: Uppföljning: år 2017

    Good:

        title: "Uppföljning: år 2017"
    """


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


@fault("VBE117")
def unknown_key() -> None:
    """A field has a name that does not exist.

    Most often it is misspelt. What it says would otherwise be lost without a word.

    Bad:

        titel: Orosanmälan

    Good:

        title: Orosanmälan
    """


@fault("VBE118")
def missing_key() -> None:
    """A field that every record of the kind must have is missing.

    Mend it by adding the field. `vbe schema` shows which fields a kind has, and editors that know the schema complete
    them.
    """


@fault("VBE119")
def wrong_type() -> None:
    """A value is of the wrong type.

    For instance a text where a list is wanted, or a number where a text is wanted.

    Bad:

        responsible: socialnamnden

    Good:

        responsible:
          - socialnamnden
    """


@fault("VBE120")
def value_not_allowed() -> None:
    """A value is not one of those the field allows.

    The allowed values are few and fixed, so that reports can count them and everybody means the same.

    Bad:

        status: klar

    Good:

        status: done
    """


@fault("VBE121")
def bad_date() -> None:
    """A date is not written as year, month and day, or there is no such day.

    Bad:

        deadline: 30/6 2018
        reviewed_on: 2017-02-30

    Good:

        deadline: 2018-06-30
        reviewed_on: 2017-02-28
    """


@fault("VBE122")
def bad_form() -> None:
    """A value is not written in the form of its field.

    For instance an id with capital letters, a text that is empty or too long, or a number out of range.

    Bad:

        lead: Socialnämnden

    Good:

        lead: socialnamnden
    """


@fault("VBE123")
def symlink() -> None:
    """A file or folder is a link.

    A link can lead out of the repository, and is never followed. What it leads to is not checked.

    Mend it by putting the file itself in its place.
    """


@fault("VBE124")
def special_file() -> None:
    """Something in the data folders is no ordinary file.

    Pipes, sockets and devices hold no records and can make a program wait for ever.

    Mend it by deleting it.
    """


@fault("VBE125", Severity.WARNING)
def stray_file() -> None:
    """A file in the data folders is not the place of any record.

    The path is the identity: folder and name say what a record is and whose. A file elsewhere is never checked and never
    reported, and nobody notices.

    Bad:

        measures/utbildning.yaml

    Good:

        measures/04-utbildning.yaml
    """


@fault("VBE126")
def bad_name() -> None:
    """A file or folder name has characters that names may not have.

    Names are lower-case letters a–z, figures and hyphens, so that they are the same on every machine: å and ä become a,
    ö becomes o.

    Bad:

        routines/socialforvaltningen/Orosanmälan ny.yaml

    Good:

        routines/socialforvaltningen/orosanmalan.yaml
    """


@fault("VBE127")
def case_collision() -> None:
    """Two names differ only in upper and lower case.

    On many machines they are the same file, and one overwrites the other.

    Mend it by renaming one of them.
    """


@fault("VBE128")
def unexplained_suppression() -> None:
    """A suppression gives no reason.

    A finding may be suppressed at its line, but the next reader must see why.

    Bad:

        find: skall  # vbe: ignore[VBE801]

    Good:

        find: skall  # vbe: ignore[VBE801] ordlistan själv
    """


@fault("VBE129", Severity.WARNING)
def unused_suppression() -> None:
    """A suppression has nothing to suppress.

    The finding is gone, or the code is another, or the rule cannot be suppressed (privacy). What is left would hide the
    next finding.

    Mend it by deleting the comment.
    """
