"""Nothing internal reaches a public file: a marker in every internal field and document is in no byte of any form."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from tests.render.solna import FULL, composed, corpus
from tests.report import small
from vbe.domain.document_status import Changed
from vbe.model.corpus import Corpus
from vbe.model.fields import INTERNAL, Model
from vbe.model.profile import Cut
from vbe.model.records.routine import Clocked
from vbe.report.projection import empty, project
from vbe.report.render import render
from vbe.store.resources import Templates

MARKER = "INTERNMARKERING"
TEXT_FORMS = ("html", "md", "json")


def planted(value: Any) -> Any:
    """The same value with the marker in every internal field."""
    if isinstance(value, Model):
        updates = {}
        for name, field in type(value).model_fields.items():
            updates[name] = f"{MARKER} {name}" if INTERNAL in field.metadata else planted(getattr(value, name))
        return value.model_copy(update=updates)
    if isinstance(value, tuple):
        return tuple(planted(part) for part in value)
    if isinstance(value, dict):
        return {key: planted(part) for key, part in value.items()}
    return value


def hidden_away(content: Any) -> Any:
    """An internal document that says the marker in each of its texts."""
    if isinstance(content, Clocked) and content.audience == "internal":
        return content.model_copy(update={"title": f"{MARKER} {content.title}"})
    return content


def marked(found: Corpus) -> Corpus:
    records = tuple(record._replace(content=hidden_away(planted(record.content))) for record in found.records)
    profile = next(record.content for record in records if record.kind == "profile")
    return Corpus(profile=profile, records=records)


def markers(content: bytes) -> int:
    return content.decode().count(MARKER)


@pytest.mark.parametrize("form", TEXT_FORMS)
@pytest.mark.parametrize("cut", ["webb", "trygghetsradet"])
def test_no_marker_reaches_a_public_cut(form, cut):
    changes = (Changed("routine", "x", MARKER), Changed("guidance", "y", MARKER))
    made = composed(marked(corpus()), 2017, cut, changes=changes)
    assert markers(render(made, form, Templates())) == 0


@pytest.mark.parametrize("form", TEXT_FORMS)
def test_no_marker_reaches_a_public_cut_with_every_section(form):
    found = marked(corpus())
    profile = found.profile.model_copy(update={"cuts": {"allt": Cut(name="Alla", visibility="public", sections=FULL)}})
    made = composed(Corpus(profile=profile, records=found.records), 2017, "allt", changes=(Changed("routine", "x", MARKER),))
    assert len(made.sections) == len(FULL) + 1
    assert markers(render(made, form, Templates())) == 0


def test_notes_to_editors_reach_nobody_and_internal_notes_the_board():
    text = small.words(composed(marked(corpus()), 2017, None))
    assert f"{MARKER} internal_note" in text
    for field in ("notes", "guard", "kept_where", "note"):
        assert f"{MARKER} {field}" not in text


def test_emptying_changes_nothing_that_holds_nothing_internal():
    for record in corpus().records:
        assert empty(empty(record.content)) == empty(record.content)


def test_an_internal_cut_sees_the_corpus_itself():
    found = small.corpus()
    assert project(found, Cut(name="x")).corpus is found


def test_a_cut_without_results_says_the_status_and_nothing_more():
    said = "Gruppen träffades fyra gånger."
    cut = small.edited(
        "vbe.yaml",
        (
            "contacts:",
            "cuts:\n  kort: {name: Kort, results: false, sections: [areas]}\n  lang: {name: Lang, sections: [areas]}\ncontacts:",
        ),
    )
    short, long = small.report(cut, cut="kort"), small.report(cut, cut="lang")
    assert said in small.words(long)
    assert said not in small.words(short)
    assert "Löpande, försenad" in small.words(short)


def test_every_cut_shows_the_same_colours():
    told = small.edited(
        "followup/2024/socialnamnden.yaml",
        (
            "    result: Rutinen är känd i hela förvaltningen.\n",
            "    result: Rutinen är känd.\n    deviation: Inte på alla enheter.\n",
        ),
    )
    cut = small.edited(
        "vbe.yaml", ("contacts:", "cuts:\n  kort: {name: Kort, visibility: public, results: false, sections: [areas]}\ncontacts:")
    )
    tables = [small.tables(small.section(small.report(told | cut, cut=name), "areas")) for name in ("kort", None)]
    colours = [[row[3].mark.colour for row in table["atgarder-02"].rows] for table in tables]
    assert colours[0] == colours[1] == ["green", "yellow", "green"]


def test_hidden_documents_are_counted_and_named_by_no_title():
    made = composed(corpus(), 2017, "webb")
    assert "internt dokument" in small.words(composed(corpus_with_all_public(), 2017, "allt"))
    assert "Orosanmälan när" not in small.words(made)


def corpus_with_all_public() -> Corpus:
    found = corpus()
    profile = found.profile.model_copy(update={"cuts": {"allt": Cut(name="Alla", visibility="public", sections=FULL)}})
    return Corpus(profile=profile, records=found.records)


def test_the_day_of_the_report_is_the_latest_that_a_board_reported():
    from vbe.domain.period import as_of

    assert as_of(small.corpus(), 2024) == datetime.date(2025, 2, 17)
    assert as_of(small.corpus(), 2019) == datetime.date(2019, 12, 31)
