"""A whole repository after any accidents: checked, judged, compared, traced, shown, laid out and reported without a fault of ours."""

from __future__ import annotations

import csv
import datetime
import io
import json
import re
from xml.etree import ElementTree as ET

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.mutations import SMALL, Memory, repositories
from tests.render.solna import composed
from vbe.app.assess import actor_names, setting_of
from vbe.app.review import ReviewEntry, edit
from vbe.diagnostics import Severity
from vbe.documents import parse_text
from vbe.domain.chain.trace import trace
from vbe.domain.changes.names import Names
from vbe.domain.freshness.assessing import assess
from vbe.domain.overview import overview as look_over
from vbe.errors import VbeError
from vbe.model.corpus import Corpus
from vbe.model.values import same
from vbe.output.changes.comparison import State
from vbe.output.changes.contrast import contrast
from vbe.output.codeowners import MARK
from vbe.output.entry.view import view
from vbe.output.registry import names, writer
from vbe.output.trace.view import chain_of
from vbe.privacy.redaction import redact
from vbe.report.render import render
from vbe.rules.checker import examine
from vbe.store.editing.comments import all_comments
from vbe.store.editing.layout import lay_out
from vbe.store.editing.tree import parse_tree
from vbe.store.loader import BrokenProfileError, load
from vbe.store.resources import Templates

DAY = datetime.date(2025, 6, 1)
NOON = datetime.datetime(2025, 6, 1, 12, tzinfo=datetime.UTC)
FEWER = max(settings().max_examples // 4, 20)
"""A whole repository takes longer than a file."""
NUMBER = re.compile(r"(?<![\w-])19121212-1212(?![\w-])")
CLEAN = load(Memory(SMALL))


def corpus_of(source: Memory) -> Corpus | None:
    try:
        return load(source)
    except BrokenProfileError:
        return None


def harmless(text: str) -> None:
    """Nothing that a terminal or a build server obeys, and no personal number."""
    assert not any((ord(c) < 32 and c not in "\n\t\r") or 0x7F <= ord(c) < 0xA0 or 0xD800 <= ord(c) < 0xE000 for c in text)
    assert not set(text) & set("\u202e\u200b\u2028\ufeff")
    assert not NUMBER.search(text)


@settings(max_examples=FEWER)
@given(repositories())
def test_checked_and_written_in_every_form(source):
    verdict = examine(source)
    assert verdict == examine(source)
    for name in names("validate"):
        text = writer("validate", name)(verdict, source, show_waived=True)
        harmless(text)
        if name in {"json", "sarif", "gitlab"}:
            json.loads(text)
        elif name == "junit":
            ET.fromstring(text)
    for diagnostic in verdict.diagnostics:
        assert diagnostic.location.file in source.files or redact(diagnostic.location.file) not in source.files
        assert diagnostic.location.line >= 1
        assert isinstance(diagnostic.severity, Severity)


@settings(max_examples=FEWER)
@given(repositories(), st.dates(datetime.date(1999, 1, 1), datetime.date(2100, 1, 1)))
def test_judged_and_written_in_every_form(source, day):
    corpus = corpus_of(source)
    if corpus is None:
        return
    assessment = assess(corpus, {}, as_of=day)
    setting = setting_of(corpus, NOON)
    for name in names("stale"):
        text = writer("stale", name)(assessment, setting)
        if isinstance(text, bytes):
            assert text.startswith(b"PK")
            continue
        harmless(text.removeprefix("\ufeff"))
        if name == "json":
            assert len(json.loads(text)["items"]) == len(assessment.freshness)
        elif name == "csv":
            assert not any(cell.startswith(("=", "+", "@")) for row in csv.reader(io.StringIO(text)) for cell in row)
    whole = look_over(corpus, assessment, corpus.years[-1] if corpus.years else None)
    for name in names("status"):
        text = writer("status", name)(whole, actor_names(corpus))
        if isinstance(text, bytes):
            assert text.startswith(b"PK")
        else:
            harmless(text.removeprefix("\ufeff"))


@settings(max_examples=FEWER)
@given(repositories())
def test_compared_both_ways(source):
    corpus = corpus_of(source)
    if corpus is None:
        return
    for old, new in ((CLEAN, corpus), (corpus, CLEAN), (corpus, corpus)):
        comparison = contrast(old, new, State("a"), State("b"))
        for name in names("diff"):
            harmless(writer("diff", name)(comparison))
    assert contrast(corpus, corpus, State("a"), State("b")).changes == ()


@settings(max_examples=FEWER)
@given(repositories())
def test_everything_in_it_can_be_traced_and_shown(source):
    corpus = corpus_of(source)
    if corpus is None:
        return
    for found in [each for kind in corpus.entries.values() for each in kind.values()]:
        chain = chain_of(trace(corpus, found), Names(corpus))
        shown = view(corpus, found, (), None)
        for name in names("trace"):
            harmless(writer("trace", name)(chain))
        for name in names("show"):
            harmless(writer("show", name)(shown))


@settings(max_examples=FEWER)
@given(repositories(), st.sampled_from(["no-change", "revised"]), st.none() | st.text(max_size=60), st.booleans())
def test_a_review_changes_the_review_alone(source, outcome, note, harmonised):
    corpus = corpus_of(source)
    if corpus is None:
        return
    fields = {"reviews"}
    for record in corpus.reviewed:
        try:
            edited = edit(corpus, record, ReviewEntry(outcome, None, DAY, note, harmonised))
        except VbeError:
            continue
        document, faults = parse_text(record.file, edited.text)
        assert document is not None, faults
        earlier = record.document.value.get("reviews") or ()
        assert document.value["reviews"][: len(earlier)] == earlier
        assert document.value["reviews"][-1]["date"] == DAY.isoformat()
        before = {key: value for key, value in record.document.value.items() if key not in fields}
        assert same({key: value for key, value in document.value.items() if key not in fields}, before)
        kept = set(record.document.text.splitlines()) - set(edited.text.splitlines())
        assert len(kept) <= 8, kept


@settings(max_examples=FEWER)
@given(repositories())
def test_laid_out_without_loss(source):
    for file, content in source.files.items():
        if SMALL.get(file, "").encode() == content:
            continue
        layout = lay_out(file, content)
        if layout.refusal or not layout.changed:
            continue
        old, new = parse_text(file, content.decode())[0], parse_text(file, layout.new)[0]
        assert old is not None
        assert new is not None
        assert same(old.value, new.value)
        assert sorted(all_comments(parse_tree(content.decode().replace("\r\n", "\n")))) == sorted(
            all_comments(parse_tree(layout.new))
        )
        assert not lay_out(file, layout.new.encode()).changed


@settings(max_examples=FEWER)
@given(repositories(most=3))
def test_reported_in_the_quick_forms(source):
    corpus = corpus_of(source)
    if corpus is None or corpus.incomplete or not corpus.years:
        return
    try:
        report = composed(corpus, corpus.years[-1])
        forms = {name: render(report, name, Templates()) for name in ("html", "md", "json", "xlsx")}
    except VbeError:
        return
    json.loads(forms["json"])
    page = forms["html"].decode()
    assert "<script" not in page.lower()
    assert "javascript:" not in page.lower()
    assert forms["xlsx"].startswith(b"PK")
    assert forms == {name: render(report, name, Templates()) for name in forms}
    assert MARK.encode() not in forms["md"]
