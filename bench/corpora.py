"""Repositories of any size for the benchmarks: a clean small municipality with many routines."""

from __future__ import annotations

import random
from pathlib import Path

PROFILE = """\
format: 2
municipality:
  name: Provköping
  code: "9999"
areas: 1
aims:
  framja: Främja
executive_board: kommunstyrelsen
intervals:
  continuous: 12
"""
ORGANISATION = """\
boards:
  - id: kommunstyrelsen
    name: Kommunstyrelsen
    level: executive
departments:
{departments}
roles:
  - id: sakerhetschef
    name: Säkerhetschefen
    department: forvaltning-1
    manager: true
channels:
  - id: intranatet
    name: Intranätet
"""
DEPARTMENT = """\
  - id: forvaltning-{n}
    name: Förvaltning {n}
    boards:
      - kommunstyrelsen
    head: sakerhetschef
"""
STRATEGY = """\
title: Strategi för prov
document_type: strategi
case_number: "KS/2017:1"
valid_from: 2017-01-01
valid_to: 2020-12-31
decided_by: kommunstyrelsen
owner_role: sakerhetschef
revised_on: 2017-01-01
applies_to:
  - kommunstyrelsen
follow_up:
  by: kommunstyrelsen
  every_months: 12
versions:
  - version: "1.0"
    decided_on: 2017-01-01
    decided_by: kommunstyrelsen
    paragraph: 4
"""
OBLIGATIONS = """\
source: "KS/2017:1"
obligations:
  - id: O-01-01
    section: Område 1
    responsible:
      - kommunstyrelsen
    kind: must
    demand: Rutinerna hålls aktuella.
    answered_by: commitment
"""
AREA = """\
title: Rutiner
purpose: Alla vet vad de ska göra.
aims:
  - framja
lead: kommunstyrelsen
commitments:
  - id: "1.1"
    text: Förvaltningarna håller sina rutiner aktuella.
    responsible:
      - kommunstyrelsen
    priority: 1
    when: löpande
    cause: Rutiner som ingen läser blir snabbt inaktuella.
    budget_ref: Verksamhetsplan och budget 2017
    obligations:
      - O-01-01
indicators:
  - id: aktuella-rutiner
    title: Andel aktuella rutiner
    definition: Andelen rutiner som granskats i tid.
    unit: percent
    direction: increase
    source: vbe
    owner: kommunstyrelsen
    every_months: 12
    computed: true
"""
ROUTINE = """\
# yaml-language-server: $schema=../../schemas/routine.schema.json
title: Rutin {n} om {words}
status: in_force
owner_role: sakerhetschef
approved_by: sakerhetschef
approved_on: 2017-02-15
reviews:
  - date: {date}
    version: "1.0"
review_interval_months: {months}
audience: internal
published_at:
  - intranatet
scope: Rutinen gäller alla som bor eller vistas i kommunen.
commitments:
  - "1.1"
steps:
{steps}
prohibitions:
  - text: Medarbetare agerar inte på egen hand utan kontaktar säkerhetschefen för bedömning.
notes: >-
  {notes}
"""
STEP = """\
  - who: sakerhetschef
    does: {words}
    to:
      - sakerhetschef
    when: vid misstanke om {word}
    within: samma dag
"""
WORDS = [
    "läser",
    "frågar",
    "bedömer",
    "ringer",
    "skriver",
    "svarar",
    "hjälper",
    "stöder",
    "planerar",
    "prövar",
    "möter",
    "tar",
    "skola",
    "fritid",
    "polis",
    "möte",
    "stöd",
    "plan",
    "roll",
    "arbete",
    "rutin",
    "trygghet",
    "barn",
    "unga",
    "familj",
    "staden",
    "varje",
    "dag",
    "sedan",
    "alltid",
    "samma",
    "vecka",
    "först",
    "med",
    "hos",
    "om",
    "till",
    "kommunen",
    "ansvar",
]


def build(root: Path, size: int, *, departments: int = 40) -> Path:
    """A repository with `size` routines of about 2 kB each, the same for the same size."""
    rng = random.Random(size)
    listed = "".join(DEPARTMENT.format(n=n) for n in range(1, departments + 1)).rstrip("\n")
    files = {
        "vbe.yaml": PROFILE,
        "strategy/strategy.yaml": STRATEGY,
        "strategy/obligations.yaml": OBLIGATIONS,
        "strategy/organisation.yaml": ORGANISATION.format(departments=listed),
        "measures/01-rutiner.yaml": AREA,
    }
    for n in range(size):
        steps = "".join(
            STEP.format(words=" ".join(rng.choices(WORDS, k=12)).capitalize() + ".", word=rng.choice(WORDS)) for _ in range(6)
        )
        files[f"routines/forvaltning-{n % departments + 1}/rutin-{n}.yaml"] = ROUTINE.format(
            n=n,
            words=" ".join(rng.choices(WORDS, k=3)),
            date=f"2017-{rng.randint(3, 12):02}-{rng.randint(1, 28):02}",
            months=rng.choice((12, 24)),
            steps=steps.rstrip("\n"),
            notes=" ".join(rng.choices(WORDS, k=40)),
        )
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root
