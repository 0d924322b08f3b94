"""A municipality's own templates fetch nothing, run nothing and cannot take the machine: told in one line."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from tests.render import sample
from tests.report.repo import commit, repository, vbe
from vbe.documents.templates import faults
from vbe.documents.templates.letterhead import FIELD
from vbe.documents.templates.page import faults as page_faults
from vbe.errors import VbeError
from vbe.report.render import apart, render
from vbe.store import templates
from vbe.store.repository import Disk
from vbe.store.resources import Templates, packaged_folder

PAGE, STYLE, TYPST, LETTER = "report/report.html.j2", "report/report.css", "report/report.typ", "letterhead.docx"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OURS = (packaged_folder() / LETTER).read_bytes()


def own(**files: bytes) -> Templates:
    return Templates(files.get, files)


def letterhead(**changes: bytes | tuple[bytes, bytes]) -> bytes:
    """The packaged letterhead with parts replaced (bytes) or changed in one place (old, new)."""
    with zipfile.ZipFile(io.BytesIO(OURS)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name, change in changes.items():
        if isinstance(change, tuple):
            assert change[0] in parts[name], name
            parts[name] = parts[name].replace(*change, 1)
        else:
            parts[name] = change
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def relation(kind: str, target: str, mode: str = ' TargetMode="External"') -> tuple[bytes, bytes]:
    told = f'<Relationship Id="rId99" Type="{OFFICE}/{kind}" Target="{target}"{mode}/></Relationships>'
    return b"</Relationships>", told.encode()


def field(code: str) -> tuple[bytes, bytes]:
    runs = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in (code[:2], code[2:]))
    begin, end = ('<w:r><w:fldChar w:fldCharType="' + kind + '"/></w:r>' for kind in ("begin", "end"))
    return b"<w:sectPr", f"<w:p>{begin}{runs}{end}</w:p><w:sectPr".encode()


RELS, BODY, TYPES = "word/_rels/document.xml.rels", "word/document.xml", "[Content_Types].xml"
BAD_LETTERHEADS = {
    "a remote template": {"word/_rels/settings.xml.rels": b"<Relationships>" + relation("attachedTemplate", "https://e.x/a.dotm")[1]},
    "a template on a share": {RELS: relation("attachedTemplate", r"file://\\\\server\\a.dotm")},
    "a remote picture": {RELS: relation("image", "https://example.com/a.png")},
    "a remote picture without the mode": {RELS: relation("image", "https://example.com/a.png", "")},
    "a link to a file": {RELS: relation("hyperlink", "file:///etc/passwd")},
    "an embedded object": {"word/embeddings/oleObject1.bin": b"x"},
    "a relation to an object": {RELS: relation("oleObject", "media/a.png", "")},
    "a frame": {RELS: relation("frame", "https://example.com")},
    "macros": {"word/vbaProject.bin": b"x"},
    "macros under another name": {TYPES: (b'ContentType="application/xml"', b'ContentType="application/vnd.ms-office.vbaProject"')},
    "a document with macros": {TYPES: (b"wordprocessingml.document.main+xml", b"wordprocessingml.document.macroEnabled.main+xml")},
    "an ActiveX control": {"word/activeX/activeX1.xml": b"<x/>"},
    "another format inside": {BODY: (b"<w:sectPr", b'<w:altChunk/><w:sectPr')},
    "mail merge": {"word/settings.xml": (b"</w:settings>", b"<w:mailMerge/></w:settings>")},
    "DDE": {BODY: field('DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"')},
    "a picture fetched by a field": {BODY: field('INCLUDEPICTURE "https://example.com/a.png" \\d')},
    "a text fetched by a field": {BODY: field('INCLUDETEXT "c:\\\\a.docx"')},
    "a link to another document": {BODY: field("LINK Excel.Sheet.8 a.xls")},
    "a field link to a share": {BODY: field('HYPERLINK "\\\\\\\\server\\\\a"')},
    "a simple field": {BODY: (b"<w:sectPr", b'<w:p><w:fldSimple w:instr=" DDE a b "/></w:p><w:sectPr')},
    "a field inside a field": {BODY: field("PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>DDE a b")},
    "a button that runs": {BODY: field("MACROBUTTON AutoOpen Tryck")},
    "a document type": {BODY: (b"<w:document", b'<!DOCTYPE w [<!ENTITY a "b">]><w:document')},
    "a drawing that fetches": {"word/media/a.svg": b'<svg xmlns="http://www.w3.org/2000/svg"><image href="https://e.x/a"/></svg>'},
    "a drawing that runs": {"word/media/a.svg": b'<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'},
    "a picture in VML": {BODY: (b"<w:sectPr", b'<v:imagedata xmlns:v="urn:v" src="https://e.x/a"/><w:sectPr')},
    "a part somewhere else": {"../word/x.xml": b"<x/>"},
    "a part that is packed too hard": {"word/theme/theme9.xml": b"<x>" + b" " * 4_000_000 + b"</x>"},
    "more than fits": {"word/media/a.png": b"\0" * 50_000_000},
    "a part that is no XML": {"word/footnotes.xml": b"<a>"},
}  # fmt: skip


@pytest.mark.parametrize("what", BAD_LETTERHEADS)
def test_what_a_letterhead_may_not_hold(what, tmp_path):
    content = letterhead(**BAD_LETTERHEADS[what])
    found = faults(LETTER, content)
    assert found, what
    assert all(fault.message and "\n" not in fault.message and len(fault.message) < 300 for fault in found)


@pytest.mark.parametrize("code", [" PAGE ", "NUMPAGES \\* MERGEFORMAT", 'HYPERLINK "https://e.x"', "HYPERLINK \\l a", "= 1 + 1"])
def test_what_a_letterhead_may_hold(code):
    assert FIELD.fullmatch("PAGE")
    assert faults(LETTER, letterhead(**{BODY: field(code)})) == []
    assert faults(LETTER, letterhead(**{RELS: relation("hyperlink", "https://example.com")})) == []


def test_honest_letterheads_pass():
    out = io.BytesIO()
    docx.Document().save(out)
    assert faults(LETTER, OURS) == []
    assert faults(LETTER, out.getvalue()) == []
    assert faults(LETTER, render(sample.short(), "docx", Templates())) == []


@pytest.mark.parametrize("content", [b"", b"x", OURS[:1000], OURS[:-30], b"PK\x05\x06" + b"\0" * 18])
def test_what_is_no_letterhead_is_told(content):
    if content[:4] == b"PK\x05\x06":
        assert faults(LETTER, content) == [], "an empty archive holds nothing bad; that it lacks everything is told elsewhere"
    else:
        assert len(faults(LETTER, content)) == 1


SHEETS = [
    "@import 'a.css';", "@IMPORT url(a)", "a{background:url(https://e.x/a)}", "a{background:URL( '//e.x/a' )}",
    "a{background:u\\72l(https://e.x)}", "a{background:\\75 \\72 \\6c (https://e.x)}", "@\\69mport 'a'", "a{background:url(a.png)}",
    "a{background:image-set('https://e.x/a' 1x)}", "a{background:-webkit-image-set('a' 1x)}", "a{b:src('https://e.x')}",
    'a{content:"/*";background:url(https://e.x);b:"*/"}', "a{behavior:url(#x)}", "a{width:expression(alert(1))}",
    "@font-face{src:url(https://e.x/a.woff2)}", "a{background:url(data:text/html,x)}", "a{background:url(javascript:x)}",
]  # fmt: skip


@pytest.mark.parametrize("sheet", SHEETS)
def test_what_a_style_sheet_may_not_load(sheet):
    assert len(faults(STYLE, b"a{}\n" + sheet.encode())) == 1
    assert faults(STYLE, b"a{}\n" + sheet.encode())[0].line == 2
    with pytest.raises(VbeError, match=r"^templates/report/report\.css:2: "):
        render(sample.short(), "html", own(**{STYLE: b"a{}\n" + sheet.encode()}))


@pytest.mark.parametrize(
    "sheet", ["a{background:url(#x)}", "a{b:url( 'data:image/png;base64,x')}", "a{c:'https://e.x'}", "a-url(b){}"]
)
def test_what_a_style_sheet_may_say(sheet):
    assert faults(STYLE, sheet.encode()) == []


PAGES = [
    "<script>x</script>", "<img src=https://e.x>", "<img src='//e.x'>", "<img srcset='a 1x'>", "<iframe srcdoc=x>", "<link rel=x href=y>",
    "<base href=x>", "<a href=javascript:x>", "<a href='&#106;avascript:x'>", "<svg><image href='https://e.x'/></svg>", "<p onclick=x>",
    "<svg><use xlink:href='a#b'/></svg>", "<p style='background:url(//e.x)'>", "<style>@import 'a'</style>", "<style>a{b:url(<x)}",
    "<meta http-equiv=refresh content='0;url=x'>", "<object data=x>", "<form action=x>", "<video poster=x>", "<body background=x>",
]  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_what_a_page_may_not_load(page):
    assert page_faults(page.encode())
    with pytest.raises(VbeError, match=r"^templates/report/report\.html\.j2: "):
        render(sample.short(), "html", own(**{PAGE: page.encode()}))


def test_what_a_page_may_hold():
    page = '<a href="https://e.x">a</a><a href="b.html#c">b</a><a href="#d">e</a><img src="data:image/png;base64,x" alt="">'
    assert page_faults(page.encode()) == []
    assert page_faults(render(sample.full(1), "html", Templates())) == []


TYPESETTERS = [
    '#import "@preview/cetz:0.3.0": *', '#include "@local/a:1.0.0"', '#let p = "@pre" + "view/a:1"\n#import p: *', '#eval("1")',
    '#import/**/"@preview/a:1"', '#plugin("a.wasm")', '#dictionary(std).at("ev" + "al")("1")', "#{\n  import calc: *\n}",
]  # fmt: skip


@pytest.mark.parametrize("code", TYPESETTERS)
def test_what_a_typesetter_may_not_reach_for(code):
    assert len(faults(TYPST, b"= x\n" + code.encode())) == 1
    with pytest.raises(VbeError, match=r"^templates/report/report\.typ:[23]: "):
        render(sample.short(), "pdf", own(**{TYPST: b"= x\n" + code.encode()}))


def test_a_child_has_nowhere_to_send_to(monkeypatch):
    assert set(apart.PROXIES) >= {"https_proxy", "HTTPS_PROXY", "http_proxy", "all_proxy"}
    seen = {}

    class Stop(Exception):
        pass

    def start(_command, **options):
        seen.update(options["env"])
        raise Stop

    monkeypatch.setattr(apart.subprocess, "Popen", start)
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example")
    monkeypatch.setenv("PYTHONPATH", "/stranger")
    with pytest.raises(Stop):
        apart.render_apart(sample.short(), "pdf", {})
    assert seen["HTTPS_PROXY"] == seen["https_proxy"] == apart.NOWHERE
    assert "PYTHONPATH" not in seen


GREEDY = {
    "memory in Jinja": ("html", PAGE, "{{ 'a' * 99999999999 }}"),
    "memory in steps": ("html", PAGE, "{% set n = namespace(t='aaaaaaaaaa') %}{% for a in 'aaaaaaaaaaaa' %}{% set n.t = n.t * 10 %}{% endfor %}"),
    "output in Jinja": ("html", PAGE, "{% for a in ('x' * 80000000) %}x{% endfor %}"),
    "time in Jinja": ("html", PAGE, "{% for a in 'x' * 99999 %}{% for b in 'x' * 99999 %}{% endfor %}{% endfor %}"),
    "time in typst": ("pdf", TYPST, "#{ let n = 0; while true { n = calc.rem(n + 1, 7) } }"),
    "memory in typst": ("pdf", TYPST, '#{ let t = "a"; for i in range(60) { t = t + t } }'),
}  # fmt: skip


@pytest.mark.parametrize("what", GREEDY)
def test_a_greedy_template_ends_in_one_line(what, monkeypatch):
    form, name, text = GREEDY[what]
    monkeypatch.setattr(apart, "START", LIMITED)
    with pytest.raises(VbeError) as caught:
        render(sample.short(), form, own(**{name: text.encode()}))
    assert "\n" not in caught.value.message


LIMITED = apart.START.replace(
    "; answer()", "; import vbe.report.render.apart as a; a.CPU_SECONDS = 2; a.MEMORY = 2**30; answer()"
)


@pytest.mark.parametrize("form", ["html", "pdf", "docx"])
def test_the_same_bytes_apart_and_here(form):
    names = (PAGE, "report/blocks.html.j2", STYLE, TYPST, LETTER)
    ours = {name: (packaged_folder() / name).read_bytes() for name in names}
    assert render(sample.full(2), form, own(**ours)) == render(sample.full(2), form, Templates())


def test_the_commands_say_it_in_a_line(tmp_path):
    town = repository(tmp_path / "lindvik")
    (town / "templates").mkdir()
    (town / "templates" / LETTER).write_bytes(letterhead(**{"word/vbaProject.bin": b"x"}))
    commit(town, "Makron")
    for at in ((), ("--at", "HEAD")):
        done = vbe(town, "report", "--year", "2024", "--format", "docx", "-o", "-", *at, VBE_LANG="en")
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr.decode().startswith(
            "vbe: templates/letterhead.docx: A letterhead may not hold the part word/vbaProject.bin."
        )
        assert len(done.stderr.splitlines()) == 1
        if not at:
            checked = vbe(town, "validate", VBE_LANG="en")
            assert checked.returncode == 1
            assert b"VBE140" in checked.stdout
    checked = vbe(town, "report", "--check-template", f"templates/{LETTER}", VBE_LANG="en")
    assert checked.returncode == 1
    assert checked.stdout.decode().startswith("Must: A letterhead may not hold the part word/vbaProject.bin.")


UNFILLED = [
    '<script src="https://x.example/a.js"></script>',
    '{% if x %}<img src="https://x.example/a.png">{% endif %}',
    '<p onclick="{{ x }}">',
    "<style>a{background:url(https://x.example)}</style>",
    "{% for x in %}",
    "{{ x",
]


@pytest.mark.parametrize("bad", UNFILLED)
def test_a_page_is_checked_before_it_is_filled(bad):
    """Was: seen by whoever made the report, and by nobody who reviewed the change of the template."""
    assert faults("report/report.html.j2", f"<p>{{{{ title }}}}</p>\n{bad}\n".encode())


def test_the_templates_that_come_with_vbe_are_clean_before_they_are_filled():
    ours = Templates().packaged
    assert {name.rpartition(".")[2] for name in ours} >= {"j2", "css", "docx", "typ"}
    assert {name: faults(name, file.read_bytes()) for name, file in ours.items()} == {name: [] for name in ours}


def test_only_what_is_not_as_it_comes_with_vbe_is_checked(tmp_path, monkeypatch):
    (tmp_path / "templates" / "report").mkdir(parents=True)
    for name in (LETTER, PAGE):
        (tmp_path / "templates" / name).write_bytes((packaged_folder() / name).read_bytes())
    (tmp_path / "templates" / STYLE).write_bytes((packaged_folder() / STYLE).read_bytes() + b"a { background: url(//e.x) }")
    asked = []
    monkeypatch.setattr(templates, "faults", lambda name, content: asked.append(name) or faults(name, content))
    assert [(found.file, found.rule) for found in templates.template_findings(Disk(tmp_path))] == [
        (f"templates/{STYLE}", "unsafe-template")
    ]
    assert asked == [STYLE]


DRAWING = '<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>Vapen</title>{}</svg>'
PICTURES = [
    "<script>x</script>", "<title><script>x</script></title>", '<s:script xmlns:s="http://www.w3.org/2000/svg">x</s:script>',
    "<image href='https://e.x'/>", "<use href='https://e.x#a'/>", "<use xlink:href='a.svg#b'/>", "<a href='https://e.x'><path/></a>",
    "<foreignObject><p/></foreignObject>", "<style>@import 'a'</style>", "<path style='fill:url(//e.x)'/>", "<path fill='url(//e.x#a)'/>",
    "<path onclick='x'/>", "<animate attributeName='href' to='javascript:x'/>", "<set attributeName='onload' to='x'/>",
    "<!-- a --><script>x</script>", "<![CDATA[<script>x</script>]]>", "<?xml-stylesheet href='//e.x'?>", "<iframe/>", "<svg xmlns='x'/>",
    "<path xmlns:ev='http://www.w3.org/2001/xml-events' ev:event='load'/>", "<handler/>", "<feImage href='//e.x'/>", "<image/>",
]  # fmt: skip


@pytest.mark.parametrize("part", PICTURES)
def test_a_drawing_may_only_draw(part):
    """A logo is published as a file of its own: whoever opens it opens it under the city's address."""
    assert faults("site/logo.svg", DRAWING.format(part).encode())


@pytest.mark.parametrize(
    "content", [b"", b"<p>a</p>", b"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>", "<svg/>".encode("utf-16"), b"GIF89a", b"\x89PNG"]
)
def test_a_picture_is_a_picture(content):
    assert faults("site/logo.svg", content)
    assert faults("site/logo.png", content)


def test_what_a_drawing_may_hold():
    shapes = (
        '<defs><linearGradient id="a"><stop offset="0" stop-color="#fff"/></linearGradient></defs>'
        '<!-- vapnet --><g style="fill:#005"><path d="M0 0h9" fill="url(#a)"/><use href="#b"/><text x="1">Lindvik &amp; Vik</text></g>'
    )
    assert faults("site/logo.svg", DRAWING.format(shapes).encode()) == []
    assert faults("site/logo.png", b"\x89PNG\r\n\x1a\n" + bytes(20)) == []
