"""Every sort of field that can change, and the clause that tells of it."""

from __future__ import annotations

import pytest
from small_repositories import base_files, corpus_of

from vbe.domain.changes.compare import compare
from vbe.domain.changes.phrase import public, sentences

ROUTINE = "routines/socialforvaltningen/orosanmalan.yaml"
GUIDANCE = "guidance/socialnamnden/foraldrastod.yaml"
STRATEGY = "strategy/strategy.yaml"
ORGANISATION = "strategy/organisation.yaml"
FIRST = "measures/01-samordning.yaml"
AREA = "measures/02-stod.yaml"
REPORT = "followup/2024/socialnamnden.yaml"

THE_ROUTINE = "The routine “Orosanmälan” (socialförvaltningen)"
THE_INDICATOR = "The indicator “Andel chefer som har utbildats”"
SCOPE = "Rutinen gäller alla medarbetare i förvaltningen som möter barn och unga under hela veckan."
WITH_SCOPE = ("commitments:", f"scope: {SCOPE}\ncommitments:")


@pytest.mark.parametrize(
    ("file", "old", "new", "sentence"),
    [
        (STRATEGY, "12\n", "6\n", "The plan’s fact box: follow up: interval changed from 12 months to 6 months."),
        (ROUTINE, '"1.1"', '"1.0"', f"{THE_ROUTINE}: the review of 2024-03-01: version changed from “1.1” to “1.0”."),
        (
            ROUTINE,
            "approved_on",
            'harmonised_with: "1.0"\napproved_on',
            f"{THE_ROUTINE}: brought into line with version “1.0” of the plan.",
        ),
        (ROUTINE, "no-change", "revised", f"{THE_ROUTINE}: the review of 2024-03-01: outcome changed from no change to revised."),
        (ROUTINE, "    by: socialchef\n", "", f"{THE_ROUTINE}: the review of 2024-03-01: by deleted, formerly socialchefen."),
        (AREA, "[framja, forebygga]", "[forebygga, framja]", "Action area 02, “Stöd”: aims in another order."),
        (ROUTINE, "steps:", "supported_by: [polisen]\nsteps:", f"{THE_ROUTINE}: supported by: Polisen added."),
        (ROUTINE, 'commitments: ["2.2"]\n', "", f"{THE_ROUTINE}: commitments: 2.2 removed."),
        (
            REPORT,
            "value: 100",
            "value: 90",
            "The follow-up of 2024 (socialnämnden): the indicator “Andel chefer som har utbildats”: value changed from 100 to 90.",
        ),
        (
            REPORT,
            '  "2.3":\n    status: continuous\n    result: Exemplet har setts över.\n',
            "",
            "The follow-up of 2024 (socialnämnden): commitment 2.3 has been removed: continuous, “Exemplet har setts över”.",
        ),
        (
            AREA,
            "{2024: 100}",
            "{2024: 90, 2025: 100}",
            f"{THE_INDICATOR}: target 2024 changed from 100 to 90; target 2025 has been added: 100.",
        ),
        (
            ORGANISATION,
            "extremism: true",
            "extremism: false",
            (
                "The partner “Polisen”: the agreement “Samverkansöverenskommelse” has changed:"
                " includes extremism changed from yes to no."
            ),
        ),
        (
            STRATEGY,
            "2023-05-15",
            "2023-05-16",
            "The plan’s fact box: version 1.1 has changed: decided on changed from 2023-05-15 to 2023-05-16.",
        ),
        (
            STRATEGY,
            "goals:\n",
            "goals:\n  - text: Alla är trygga.\n",
            "The plan’s fact box: goal 1 has been added: “Alla är trygga”.",
        ),
        (
            "vbe.yaml",
            "what: kontakta säkerhetschefen",
            "what: ring säkerhetschefen",
            (
                "The municipality’s profile: coverage: required steps number 1 has changed:"
                " what changed from “kontakta säkerhetschefen” to “ring säkerhetschefen”."
            ),
        ),
        (
            "vbe.yaml",
            "Den våldsbejakande vit makt-miljön",
            "Vit makt-miljön",
            (
                "The municipality’s profile: environments vit-makt changed from"
                " “Den våldsbejakande vit makt-miljön” to “Vit makt-miljön”."
            ),
        ),
    ],
)
def test_one_field_is_told_in_one_clause(base, edited, file, old, new, sentence):
    after = edited(file, (old, new))
    assert sentences(compare(base, after), after, base) == [sentence]


def test_an_agreement_that_has_ended_is_named_by_its_title(base, files):
    text = files[ORGANISATION]
    files[ORGANISATION] = text[: text.index("    agreements:")] + text[text.index("audiences:") :]
    after = corpus_of(files)
    said = sentences(compare(base, after), after, base)
    assert said == ["The partner “Polisen”: the agreement “Samverkansöverenskommelse” has been removed."]


def test_a_phone_number_of_the_profile_is_told_without_its_digits(base, edited):
    after = edited("vbe.yaml", ("[0123-456 00]", "[0123-456 00, 0123-456 01]"))
    [said] = sentences(compare(base, after), after, base)
    assert said.endswith("added.")
    assert "456" not in said


def test_what_shows_a_commitment_is_told_inside_and_only_named_in_public(base, edited):
    shown = "    evidence: [{date: 2024-05-06, kind: training, note: En dag.}]\n"
    after = edited(AREA, ("    indicators: [utbildade]\n", f"    indicators: [utbildade]\n{shown}"))
    changes = compare(base, after)
    named = "Commitment 2.1, “Socialnämnden utbildar sina chefer” (socialnämnden): evidence 1 has"
    assert sentences(changes, after, base) == [f"{named} been added: “En dag”, training."]
    assert sentences(public(changes), after, base) == [f"{named} changed."]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("hela veckan", "hela  veckan", "scope has changed."),
        (f"scope: {SCOPE}", f"scope: '  {SCOPE}'", "scope has changed."),
        (
            "hela veckan.",
            "hela veckan och alla dagar på året.",
            "scope changed: “… under hela veckan” → “… under hela veckan och alla dagar på året”.",
        ),
        ("unga under", "unga 19121212-1212 under", "scope has changed."),
        (
            SCOPE,
            "Helt andra ord om någonting annat som inte liknar det som förut stod skrivet här i texten.",
            "scope has been rewritten: “Helt andra ord om någonting annat som inte liknar det som …”.",
        ),
    ],
    ids=["more spaces inside", "spaces before", "added to", "a personal number", "rewritten"],
)
def test_a_long_text_is_told_by_what_differs(edited, old, new, told):
    before = edited(ROUTINE, WITH_SCOPE)
    files = base_files()
    files[ROUTINE] = files[ROUTINE].replace(*WITH_SCOPE, 1).replace(old, new, 1)
    after = corpus_of(files)
    assert sentences(compare(before, after), after, before) == [f"{THE_ROUTINE}: {told}"]


def test_two_places_of_a_long_text_are_told_with_the_gap_between(edited):
    before = edited(ROUTINE, WITH_SCOPE)
    after = edited(ROUTINE, ("Rutinen", "Texten"), ("hela veckan", "hela året"))
    [said] = sentences(compare(before, after), after, before)
    assert said == (
        f"{THE_ROUTINE}: scope changed: “Rutinen gäller alla … under hela veckan” → “Texten gäller alla … under hela året”."
    )


def test_a_commitment_that_moves_takes_its_followers_with_it(base, files):
    start, end = files[AREA].index('  - id: "2.3"'), files[AREA].index("indicators:\n  - id")
    moved = files[AREA][start:end].replace("2.3", "1.2")
    files[AREA] = files[AREA][:start] + files[AREA][end:]
    files[FIRST] = files[FIRST].replace("indicators:\n  - id", f"{moved}indicators:\n  - id")
    for follower in (GUIDANCE, REPORT):
        files[follower] = files[follower].replace('"2.3"', '"1.2"')
    after = corpus_of(files)
    assert sentences(compare(base, after), after, base) == [
        (
            "Commitment 1.2, “Socialnämnden har exempel på förebyggande arbete” (socialnämnden):"
            " moved to action area 01, formerly 2.3."
        ),
        "The guidance example “Stöd till föräldrar” (socialnämnden): commitments: 2.3 is now called 1.2.",
        "The follow-up of 2024 (socialnämnden): commitments: 2.3 is now called 1.2.",
    ]


def test_an_indicator_that_moves_keeps_its_id(base, files):
    start = files[AREA].index("indicators:\n  - id")
    files[FIRST] += files[AREA][start:].removeprefix("indicators:\n")
    files[AREA] = files[AREA][:start]
    after = corpus_of(files)
    assert sentences(compare(base, after), after, base) == [f"{THE_INDICATOR}: moved to action area 01."]


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            AREA,
            "measures/02-stod-och-rad.yaml",
            f"Action area 02, “Stöd”: the file {AREA} is now called measures/02-stod-och-rad.yaml.",
        ),
        (
            ROUTINE,
            "routines/kommunledningsforvaltningen/orosanmalan.yaml",
            (
                "The routine “Orosanmälan” (kommunledningsförvaltningen):"
                " moved from socialförvaltningen to kommunledningsförvaltningen."
            ),
        ),
        (
            REPORT,
            "followup/2024/kommunfullmaktige.yaml",
            "The follow-up of 2024 (kommunfullmäktige): moved from socialnämnden to kommunfullmäktige.",
        ),
    ],
)
def test_a_file_that_moves_is_told_by_what_its_place_means(base, files, old, new, sentence):
    files[new] = files.pop(old)
    after = corpus_of(files)
    assert sentences(compare(base, after), after, base) == [sentence]
