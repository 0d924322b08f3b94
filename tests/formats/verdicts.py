"""Verdicts made by hand, so that a format is tested against what it is given and nothing else."""

from pathlib import Path

from vbe.diagnostics import Diagnostic, Location, Severity
from vbe.rules.result import CheckResult
from vbe.store.repository import Disk

SOURCE = Disk(Path())
FILE = "measures/04-utbildning.yaml"
TEXT = 'title: Utbildning\ncommitments:\n  - id: "4.1"\n    responsible: [socialnamden]\n'


def diagnostic(**changes):
    """A dangling reference on line 4 of the text; any part of it otherwise."""
    given = {
        "code": "VBE201",
        "name": "dangling-reference",
        "severity": Severity.ERROR,
        "message": "”socialnamden” finns inte som aktör.",
        "hint": "Menade du ”socialnamnden”?",
        "location": Location(FILE, 4, 19, 4, 31),
        "record": "04",
        "subject": "4.1",
    }
    return Diagnostic(**{**given, **changes})


def verdict(*diagnostics, texts=None):
    """A verdict on one file, sorted as the checker sorts."""
    texts = {FILE: TEXT} if texts is None else texts
    return CheckResult(tuple(sorted(diagnostics, key=lambda d: d.order)), len(texts), texts)


WAIVED = diagnostic(
    code="VBE404", name="missing-priority", message="Åtgärd 4.1 saknar prioritet.", waived=True, justification="KS/2016:365"
)
WARNING = diagnostic(code="VBE403", name="missing-cause", severity=Severity.WARNING, location=Location(FILE, 3, 9, 3, 14))
EVIL = "100 %\r\n::error::x ##[warning]y \x1b[31m\u202e]]> <b> & \"'\x00"
