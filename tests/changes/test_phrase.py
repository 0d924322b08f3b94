"""How changes are told."""

from __future__ import annotations

from dataclasses import replace

import pytest
from small_repositories import corpus_of

from vbe.domain.changes.compare import compare
from vbe.domain.changes.labels import value_words
from vbe.domain.changes.names import Names
from vbe.domain.changes.phrase import public, sentences
from vbe.model.records.area import Commitment

ROUTINE = "routines/socialforvaltningen/orosanmalan.yaml"
NAMED = "The routine “Orosanmälan” (socialförvaltningen)"


@pytest.fixture
def told(base, edited):
    """The only sentence of an edit of the routine."""

    def tell(*replacements, file=ROUTINE):
        after = edited(file, *replacements)
        (sentence,) = sentences(compare(base, after), after, base)
        return sentence

    return tell


def test_roles_go_by_their_names(told):
    sentence = told(("owner_role: socialchef", "owner_role: sakerhetschef"))
    assert sentence == f"{NAMED}: owner role changed from socialchefen to säkerhetschefen."


def test_steps_have_numbers(told):
    sentence = told(
        ("within: genast", "within: inom 24 timmar"),
        ("prohibitions:", "  - {who: socialchef, does: Underrättar polisen., to: [polisen]}\nprohibitions:"),
    )
    assert sentence == (
        f"{NAMED}: step 1 has changed: within changed from “genast” to “inom 24 timmar”;"
        " step 2 is new (socialchefen, “Underrättar polisen”)."
    )


def test_long_texts_are_told_around_what_differs(base, edited):
    words = "Rutinen gäller alla medarbetare i förvaltningen som möter barn och unga {} under hela veckan och alla dagar på året."
    before = edited(ROUTINE, ("commitments:", f"scope: {words.format('på dagen')}\ncommitments:"))
    after = edited(ROUTINE, ("på dagen", "på kvällen"))
    (sentence,) = sentences(compare(before, after), after, before)
    assert sentence == f"{NAMED}: scope changed: “… unga på dagen under hela …” → “… unga på kvällen under hela …”."


def test_a_review(told):
    first = '    version: "1.1"\n'
    second = '  - {date: 2024-09-02, by: socialchef, outcome: revised, version: "1.0", note: Läst.}\n'
    said = "reviewed on 2024-09-02 by socialchefen, revised, brought into line with version “1.0” of the plan"
    assert told((first, first + second)) == f"{NAMED}: {said}, note filled in: “Läst”."


def test_a_review_of_which_only_the_day_is_known(told):
    first = '    version: "1.1"\n'
    assert told((first, first + "  - date: 2024-09-02\n")) == f"{NAMED}: reviewed on 2024-09-02."


def test_a_review_that_took_the_place_of_another(told):
    assert told(("- date: 2024-03-01", "- date: 2024-09-02")) == f"{NAMED}: reviewed on 2024-09-02 by socialchefen, no change."


def test_a_public_reader_sees_no_note_of_a_review(base, edited):
    first = '    version: "1.1"\n'
    after = edited(
        ROUTINE,
        ("status: in_force", "status: in_force\naudience: public"),
        (first, f"{first}  - {{date: 2024-09-02, note: Läst.}}\n"),
    )
    (sentence,) = sentences(public(compare(base, after)), after, base)
    assert "reviewed on 2024-09-02" in sentence
    assert "Läst" not in sentence


def test_what_is_gone_still_has_its_name(base, files):
    del files[ROUTINE]
    after = corpus_of(files)
    assert sentences(compare(base, after), after, base) == [f"{NAMED} has been removed."]


def test_a_follow_up(told):
    sentence = told(("status: done", "status: ongoing"), file="followup/2024/socialnamnden.yaml")
    assert sentence == "The follow-up of 2024 (socialnämnden): commitment 2.1: status changed from done to ongoing."


@pytest.mark.parametrize("secret", ["19811218-9876", "anna.andersson@lindvik.example", "Anna Andersson"])
def test_what_may_be_about_a_person_is_not_repeated(told, secret):
    sentence = told(("does: Kontaktar säkerhetschefen.", f'does: "{secret}"'))
    assert secret not in sentence
    assert "step 1" in sentence


def test_a_time_in_words_is_quoted_and_what_is_not_stated_has_words(base):
    said = [value_words(when, Commitment, "when", Names(base, base)) for when in ("Vid ett nytt hot.", "not_stated")]
    assert said == ["“Vid ett nytt hot”", "not stated in the plan"]


def test_control_characters_never_reach_a_terminal(base, edited):
    (change,) = compare(base, edited(ROUTINE, ("title: Orosanmälan", "title: Oro")))
    hostile = replace(change, title="Oro\x1b[31m\u202esanmälan\n\nrad två")
    assert all(sentence.isprintable() for sentence in sentences([hostile], base))


def test_public_sentences_hold_nothing_internal(base, edited):
    after = edited(
        "guidance/socialnamnden/foraldrastod.yaml", ("title:", "notes: Hemligt internt.\ntitle:"), ("how: Fam", "how: Nya fam")
    )
    (sentence,) = sentences(public(compare(base, after)), after, base)
    assert "Hemligt" not in sentence
    assert "how changed" in sentence


def test_public_sentences_hold_no_counts(base, edited):
    after = edited("followup/2024/socialnamnden.yaml", ("value: 100", "value: 3"))
    (sentence,) = sentences(public(compare(base, after)), after, base)
    assert sentence == "The follow-up of 2024 (socialnämnden) has changed."


def test_internal_documents_are_named_but_not_told_in_public(base, edited):
    after = edited(ROUTINE, ("within: genast", "within: samma dag"))
    assert sentences(public(compare(base, after)), after, base) == [f"{NAMED} has changed."]
