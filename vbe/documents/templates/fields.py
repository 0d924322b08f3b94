"""The fields of a Word part: what Word computes when the document is opened or printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree import ElementTree

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"


def field_codes(root: ElementTree.Element) -> Iterator[str]:
    """Every field's instruction, put together from its runs; one inside another comes by itself."""
    waiting: list[list[str]] = []
    for element in root.iter():
        local = str(element.tag).removeprefix(WORD).removeprefix(STRICT)
        if local == "fldSimple":
            yield _attribute(element, "instr")
        elif local == "fldChar":
            kind = _attribute(element, "fldCharType")
            if kind == "begin":
                waiting.append([])
            elif waiting and kind == "separate":
                yield "".join(waiting[-1])
                waiting[-1] = []
            elif waiting:
                yield "".join(waiting.pop())
        elif local in ("instrText", "delInstrText"):
            if not waiting:
                waiting.append([])
            waiting[-1].append(element.text or "")
    yield from ("".join(parts) for parts in waiting)


def _attribute(element: ElementTree.Element, name: str) -> str:
    return element.get(f"{WORD}{name}") or element.get(f"{STRICT}{name}") or element.get(name) or ""
