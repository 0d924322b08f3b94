"""What an editor holds open is read with the same limits as what lies on disk."""

from pathlib import Path

import pytest

from vbe.lsp.knowledge import EditorSource, refresh

BASE = Path(__file__).parent.parent / "rules" / "base"
ROUTINE = "routines/socialforvaltningen/orosanmalan.yaml"


@pytest.mark.parametrize(("text", "code"), [("# x\n" * 200_000, "VBE114"), ("title: \ud800\n", "VBE102")])
def test_a_text_that_no_file_may_hold_is_a_finding(text, code):
    source = EditorSource(BASE)
    source.open[ROUTINE] = text
    found = refresh(source, None).verdict.open
    assert code in {diagnostic.code for diagnostic in found if diagnostic.location.file == ROUTINE}
