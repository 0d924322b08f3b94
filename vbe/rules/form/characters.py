"""What a file's bytes and characters are."""

from __future__ import annotations

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
