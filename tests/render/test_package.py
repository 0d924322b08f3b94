"""Office files as archives: our properties beside those of a letterhead, and nothing read from what is no such file."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from vbe.report.render.package import CUSTOM, custom_properties, parts, settled

OURS = {"vbe:commit": "abc", "vbe:cut": 'a & "b" <c>'}
CITYS = b"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" \
xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">\
<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="7" name="Diarienummer"><vt:lpwstr>KS/2024:1</vt:lpwstr></property>\
</Properties>"""


def plain() -> bytes:
    """A document as Word begins one."""
    out = io.BytesIO()
    docx.Document().save(out)
    return out.getvalue()


def with_part(content: bytes, name: str, data: bytes) -> bytes:
    out = io.BytesIO(content)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(name, data)
    return out.getvalue()


def text_of(content: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name).decode()


def test_properties_are_read_as_they_were_written_and_word_opens_the_file():
    made = settled(plain(), OURS)
    assert custom_properties(made) == OURS
    docx.Document(io.BytesIO(made))


def test_a_letterhead_keeps_its_own_properties_and_every_number_is_used_once():
    made = settled(with_part(plain(), CUSTOM, CITYS), OURS)
    assert custom_properties(made) == {"Diarienummer": "KS/2024:1", **OURS}
    assert all(text_of(made, CUSTOM).count(f'pid="{number}"') == 1 for number in (7, 8, 9))


def test_what_is_settled_once_is_declared_once():
    twice = settled(settled(plain(), {"a": "1"}), {"b": "2"})
    assert custom_properties(twice) == {"a": "1", "b": "2"}
    assert text_of(twice, "[Content_Types].xml").count(f"/{CUSTOM}") == 1
    assert text_of(twice, "_rels/.rels").count(CUSTOM) == 1


def test_without_properties_there_is_no_such_part():
    assert CUSTOM not in parts(settled(plain(), {}))


@pytest.mark.parametrize(
    "content",
    [
        b"no archive",
        b"",
        plain(),
        with_part(plain(), CUSTOM, b"<Properties>"),
        with_part(plain(), CUSTOM, b'<!DOCTYPE p [<!ENTITY e "x">]><Properties><property name="a">&e;</property></Properties>'),
    ],
    ids=["text", "nothing", "none", "broken", "entities"],
)
def test_nothing_is_read_from_what_holds_no_properties(content):
    assert custom_properties(content) == {}


def test_the_parts_of_what_is_no_archive_still_tell_two_files_apart():
    assert parts(b"x") == parts(b"x") != parts(b"y")
    assert parts(plain()).keys() >= {"word/document.xml"}
