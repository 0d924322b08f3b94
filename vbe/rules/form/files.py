"""Which files there are, and what they are called."""

from __future__ import annotations

from vbe.diagnostics import Severity
from vbe.rules import fault


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


@fault("VBE140")
def unsafe_template() -> None:
    """A template of the municipality's own would fetch, run or open something.

    A template shows the report. One that loads a picture from elsewhere tells somebody who reads it, one that is linked
    to another template is another document tomorrow, and macros and fields run on the reader's computer.

    Bad:

        .cover { background: url(https://example.com/logotyp.png) }

    Good:

        .cover { background: url(data:image/png;base64,iVBORw0KGgo=) }
    """
