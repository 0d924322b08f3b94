"""A PDF from another template says the same where every letter is there to be read; a forged one is found."""

from __future__ import annotations

import re
import struct
import zlib

import pytest

from tests.report.repo import repository
from vbe.app.publishing import Order, compile_report
from vbe.app.verifying import verify
from vbe.report.model import UNSEALED
from vbe.report.render import is_sealed, read_provenance, render, seal
from vbe.report.render.likeness.sheet import statements
from vbe.report.render.pdf import TEMPLATE
from vbe.store.commit import Commit
from vbe.store.git import Git
from vbe.store.templates import open_templates

OTHER = {
    "margins": ("x: 22.5mm)", "x: 27mm)"),
    "sizes": ("size: 10.5pt", "size: 11pt"),
    "colours": ('accent = rgb("#143d59")', 'accent = rgb("#203d59")'),
    "spacing": ("bottom: 24mm", "bottom: 40mm"),
}
FILLED = b"q\n1 0 0 1 0 0 cm\n/c0 cs\n%b scn\n0 0 m\n600 0 l\n600 850 l\n0 850 l\nh\nf\nQ\n"


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    return Commit(Git.open(repository(tmp_path_factory.mktemp("kommun") / "lindvik")), "HEAD")


@pytest.fixture(scope="module")
def make(source):
    """The PDF of a part of the report, from the template with something else in it."""

    def made(old: str = "", new: str = "", only: str | None = None) -> bytes:
        templates = open_templates(source)
        text = templates[TEMPLATE].decode()
        assert old in text
        templates._read[TEMPLATE] = text.replace(old, new).encode() if old else text.encode()
        return render(compile_report(source, Order(2024, only=only)), "pdf", templates)

    return made


@pytest.fixture(scope="module")
def pdf(make):
    return make()


@pytest.mark.parametrize("only", [None, "appendix", "page-one"])
def test_ours_can_be_read(make, only):
    said = statements(make(only=only))
    assert said["faults"] == set()
    assert said["letters"]


@pytest.mark.parametrize("what", OTHER)
def test_another_template_says_the_same(source, make, pdf, what):
    content = make(*OTHER[what])
    assert content != pdf
    proof = verify(content, "pdf", source)
    assert proof.answer == "same_content"
    assert any("mallar" in line for line in proof.messages)


def forged(content: bytes, number: bytes, change) -> bytes:
    """A PDF with another stream; the table at its end leads where it should, and the file has its sum."""
    start = content.index(b"\n%b 0 obj\n" % number) + 1
    end = content.index(b"\nendobj\n", start)
    head, _mark, packed = content[start:end].partition(b"\nstream\n")
    plain = zlib.decompress(packed.removesuffix(b"\nendstream"))
    changed = change(plain)
    assert changed != plain
    new = zlib.compress(changed)
    head = re.sub(rb"/Length \d+", b"/Length %d" % len(new), head)
    return tabled(content[:start] + head + b"\nstream\n" + new + b"\nendstream" + content[end:])


def tabled(content: bytes) -> bytes:
    """The table and the sum computed anew."""
    body, _xref, tail = content.rpartition(b"\nxref\n")
    places = {int(m[1]): m.start() for m in re.finditer(rb"^(\d+) 0 obj\n", body, re.MULTILINE)}
    rows = b"".join(b"%010d 00000 n\r\n" % places[number] for number in sorted(places))
    table = b"0 %d\n0000000000 65535 f\r\n" % (len(places) + 1) + rows
    tail = re.sub(rb"startxref\n\d+", b"startxref\n%d" % (len(body) + 1), tail[tail.index(b"trailer") :])
    content = body + b"\nxref\n" + table + tail
    return seal.seal(content.replace(read_provenance(content, "pdf")["seal"].encode(), UNSEALED.encode()))


def page(content: bytes) -> bytes:
    """The number of the first page's stream."""
    return re.findall(rb"<</Type/Page/.*?/Contents (\d+) 0 R", content, re.DOTALL)[0]


def swapped(stream: bytes) -> bytes:
    """The texts of two paragraphs that are far apart change places."""
    places = [m[0] for m in re.finditer(rb"q 1 0 0 -1 [-\d.]+ [-\d.]+ cm", stream)]
    one, other = places[len(places) // 3], places[-len(places) // 3]
    return stream.replace(one, b"@").replace(other, one).replace(b"@", other)


FORGED = {
    "a white text": lambda s: re.sub(rb"[\d.]+ [\d.]+ [\d.]+ scn(?=\nBT)", b"1 1 1 scn", s, count=1),
    "a text that is not drawn": lambda s: s.replace(b"0 Tr", b"3 Tr", 1),
    "a cover": lambda s: s + FILLED % b"1 1 1",
    "a dark ground": lambda s: FILLED % b"0 0 0" + s,
    "a tiny text": lambda s: re.sub(rb"(/f\d) [\d.]+ Tf", rb"\1 1 Tf", s, count=1),
    "another place": lambda s: re.sub(rb"q 1 0 0 -1 [-\d.]+", b"q 1 0 0 -1 3000", s, count=1),
    "a turned text": lambda s: s.replace(b"q 1 0 0 -1", b"q 0 1 1 0", 1),
    "an artifact": lambda s: re.sub(rb"/[A-Za-z]+ ?<</MCID \d+>> ?BDC", b"/Artifact BMC", s, count=1),
    "another letter": lambda s: s.replace(b"(\\000", b"(\\001", 1),
    "a text less": lambda s: re.sub(rb"\[.*?\]TJ", b"[]TJ", s, count=1, flags=re.DOTALL),
    "two texts that change places": swapped,
    "a wide line": lambda s: s + b"q\n40 w\n0 400 m\n600 400 l\nS\nQ\n",
    "an operator that we never use": lambda s: b"0 0 1 1 re W n\n" + s,
}


def test_what_is_forged_here_is_a_pdf_that_is_read(source, pdf):
    """The forger's tools are no reason by themselves: what is drawn the same says the same."""
    content = forged(pdf, page(pdf), lambda stream: stream + b"\n")
    assert is_sealed(content, "pdf")
    assert verify(content, "pdf", source).answer == "same_content"


@pytest.mark.parametrize("how", FORGED)
def test_a_forged_page_is_found(source, pdf, how):
    content = forged(pdf, page(pdf), FORGED[how])
    assert is_sealed(content, "pdf")
    assert verify(content, "pdf", source).answer == "different"


def other_letter(font: bytes) -> bytes:
    """One point of a letter lies elsewhere."""
    tables = (struct.unpack_from(">4sIII", font, 12 + 16 * i) for i in range(struct.unpack_from(">H", font, 4)[0]))
    [place] = [offset + length // 2 for tag, _sum, offset, length in tables if tag == b"glyf"]
    return font[:place] + bytes([font[place] ^ 1]) + font[place + 1 :]


def test_another_font_is_found(source, pdf):
    number = re.findall(rb"/FontFile2 (\d+) 0 R", pdf)[0]
    assert verify(forged(pdf, number, other_letter), "pdf", source).answer == "different"
    assert verify(forged(pdf, number, lambda font: font[:100]), "pdf", source).answer == "different"


@pytest.mark.parametrize(
    "change",
    [
        lambda pdf: pdf.replace(b"/Type/Catalog", b"/Type/Catalog/OpenAction 1 0 R", 1),
        lambda pdf: re.sub(rb"/Kids\[(\d+ 0 R)", rb"/Kids[\1 \1", pdf, count=1),
        lambda pdf: pdf.replace(b"\n2 0 obj\n", b"\n9999  0 obj\n<</Type/Page>>\nendobj\n\n2 0 obj\n", 1),
        lambda pdf: pdf + b"\n1 0 obj\n<<>>\nendobj\n",
    ],
    ids=["an action", "a page twice", "an object that hides", "another version at the end"],
)
def test_another_file_around_the_pages_is_found(source, pdf, change):
    content = change(pdf)
    assert content != pdf
    content = tabled(content) if content.endswith(b"%%EOF") else content
    assert verify(content, "pdf", source).answer == "different"
