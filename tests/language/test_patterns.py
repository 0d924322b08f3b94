"""Patterns that are compiled at their first use are right all the same, and are compiled once."""

import gc
import re
from importlib import import_module
from pathlib import Path

import pytest

import vbe
from vbe.language.patterns import _Later, later

PACKAGE = Path(vbe.__file__).parent


def test_every_pattern_that_waits_can_be_compiled():
    for file in sorted(PACKAGE.rglob("*.py")):
        if "later(" in file.read_text(encoding="utf-8"):
            import_module(".".join(("vbe", *file.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__"))
    waiting = [thing for thing in gc.get_objects() if type(thing) is _Later]
    assert len(waiting) > 150
    for pattern in waiting:
        re.compile(*pattern._written)


def test_a_pattern_is_compiled_when_it_is_first_used(monkeypatch):
    compiled = []
    real = re.compile
    monkeypatch.setattr(re, "compile", lambda *written: compiled.append(written) or real(*written))
    pattern = later(r"(?P<word>a)b", re.IGNORECASE)
    assert compiled == []
    assert pattern.search("xAB")["word"] == "A"
    assert pattern.fullmatch("abc") is None
    assert [found[0] for found in pattern.finditer("abab")] == ["ab", "ab"]
    assert pattern.sub("-", "abc") == "-c"
    assert pattern.pattern == r"(?P<word>a)b"
    assert compiled == [(r"(?P<word>a)b", re.IGNORECASE)]
    with pytest.raises(re.error):
        later("(").search("")
