"""A municipality's own templates: they win, they are confined, and their faults have a place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.render import sample
from vbe.errors import VbeError
from vbe.report.render import read_provenance, render
from vbe.report.render.jinja import fill, needed
from vbe.store.resources import Templates, packaged_folder

PAGE = "report/report.html.j2"


def own(**files: str) -> Templates:
    return Templates(lambda name: files[name].encode() if name in files else None)


def filled(template: str, **values) -> str:
    return fill(own(**{"a.j2": template}), "a.j2", values)


def test_the_packaged_templates_are_found_and_a_citys_own_wins():
    assert (packaged_folder() / PAGE).is_file()
    assert Templates()[PAGE] == (packaged_folder() / PAGE).read_bytes()
    assert own(**{PAGE: "vår"})[PAGE] == "vår".encode()
    assert set(Templates()) >= {PAGE, "report/blocks.html.j2", "report/report.css"}


@pytest.mark.parametrize("name", ["../vbe.yaml", "/etc/passwd", "a//b", "a/../b", "", "A.J2", "a.j2\n"])
def test_a_name_leads_nowhere_else(name):
    with pytest.raises(VbeError):
        Templates()[name]


def test_an_unknown_template_has_a_nearest_one():
    with pytest.raises(VbeError) as caught:
        Templates()["report/raport.html.j2"]
    assert PAGE in caught.value.hint


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("en\n{{ finns_inte }}\n", 2),
        ("en\ntvå\n{{ report.finns_inte }}", 3),
        ("{% if %}", 1),
        ("en\n{% for x in y %}", 2),
        ("{{ ''.__class__.__mro__ }}", 1),
        ("a\n{% include 'saknas.j2' %}", 2),
        ("{{ 1 // 0 }}", 1),
    ],
)
def test_a_fault_names_the_template_and_the_line(text, line):
    with pytest.raises(VbeError) as caught:
        filled(text, report={"title": "x"}, y=[])
    assert "templates/a.j2" in caught.value.message
    if "include" not in text:
        assert f"templates/a.j2:{line}" in caught.value.message


def test_a_fault_in_an_included_template_names_that_one():
    templates = own(**{"a.j2": "{% include 'b.j2' %}", "b.j2": "\n\n{{ borta }}"})
    with pytest.raises(VbeError) as caught:
        fill(templates, "a.j2", {})
    assert "templates/b.j2:3" in caught.value.message


def test_everything_is_escaped_whatever_the_template_is_called():
    assert filled("{{ text }}", text="<b>&'\"") == "&lt;b&gt;&amp;&#39;&#34;"


def test_nothing_of_python_is_reached():
    for text in ("{{ range(3) }}", "{{ report.update({}) }}", "{{ cycler }}", "{{ lipsum() }}"):
        with pytest.raises(VbeError):
            filled(text, report={"title": "x"})


def test_the_digest_covers_what_is_included_and_changes_with_it():
    names = needed(Templates(), PAGE)
    assert set(names) == {PAGE, "report/blocks.html.j2"}
    blocks = Templates()["report/blocks.html.j2"].decode()
    changed = own(**{"report/blocks.html.j2": blocks + "\n"})
    unset = replace(sample.full(1), provenance=replace(sample.ORIGIN, templates=""))
    told = [read_provenance(render(unset, "html", t), "html")["templates"] for t in (Templates(), changed)]
    assert told[0] != told[1]


def test_a_style_sheet_cannot_end_its_element():
    content = render(sample.full(1), "html", own(**{"report/report.css": "a{}</style><script>x</script>"}))
    assert content.count(b"</style>") == 1
    assert content.index(b"<script>") < content.index(b"</style>"), "still inside the style sheet, where it is no element"
