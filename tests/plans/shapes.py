"""Ten plans of different make, each a small repository begun from its preset: what plans say, and nothing that they do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.cli import run

if TYPE_CHECKING:
    from pathlib import Path

NAMED = ("--name", "Lindviks kommun", "--code", "9999", "--examples", "none")
DECIDED = ("--decided-on", "2026-02-23", "--decided-by", "Kommunfullmäktige", "--paragraph", "14")
YEAR = 2027

SHAPES: dict[str, tuple[tuple[str, ...], dict[str, str]]] = {
    "aims-and-measures": (
        ("--preset", "mal", "--board", "Socialnämnden", "--valid-from", "2026-01-01", "--valid-to", "2029-12-31", *DECIDED),
        {
            "01-mal-1": """
                - text: Socialnämnden ordnar föräldrastöd i hela kommunen.
                  responsible: [socialnamnden]
                  every_months: 12
                - text: Kommunen utser en samordnare.
                  responsible: [kommunstyrelsen]
                  deadline: 2026-12-31
            """,
            "02-mal-2": """
                - text: Skolorna arbetar med demokrati under varje läsår.
                  responsible: not_stated
                  when: not_stated
            """,
            "03-mal-3": """
                - text: Kommunen inventerar sina mötesplatser.
                  responsible: [kommunstyrelsen]
                  deadline: 2027-06-30
            """,
        },
    ),
    "areas-and-routines": (
        ("--preset", "omraden", "--board", "Socialnämnden=Socialförvaltningen"),
        {
            "01-omrade-1": """
                - text: Förvaltningen håller rutinen om oro aktuell.
                  responsible: [socialforvaltningen]
                  every_months: 12
            """,
            "02-omrade-2": """
                - text: Medarbetarna får veta var rutinen finns.
                  responsible: [socialforvaltningen]
                  when: löpande
            """,
        },
    ),
    "numbered-with-the-police": (
        ("--preset", "numrerad", *DECIDED),
        {
            "01-atgarder": """
                - text: Kommunen och polisen går trygghetsvandringar.
                  responsible: [kommunstyrelsen]
                  with: [polisen]
                  every_months: 6
                - text: Polisen berättar om läget för kommunens chefer.
                  responsible: [polisen]
                  with: [kommunstyrelsen]
                  every_months: 12
                - text: Parterna följer upp samverkan.
                  responsible: [kommunstyrelsen, polisen]
                  deadline: 2027-11-30
            """
        },
    ),
    "statutory-duty": (
        ("--preset", "lagkrav", "--valid-from", "2025-01-01", "--valid-to", "2028-12-31", *DECIDED),
        {
            "01-atgarder": """
                - text: Kommunen antar en ny plan för varje mandatperiod.
                  responsible: [kommunstyrelsen]
                  every_months: 48
                  law_refs: ["Lag (2003:778) om skydd mot olyckor, 3 kap. 8 §"]
                - text: Kommunstyrelsen följer upp planen.
                  responsible: [kommunstyrelsen]
                  every_months: 12
            """
        },
    ),
    "joint-plan": (
        ("--preset", "gemensam", "--joint-with", "Grannkommunen=2026-03-02, KS 2026/7, § 31", *DECIDED),
        {
            "01-gemensamma-atgarder": """
                - text: Kommunerna ordnar en gemensam utbildningsdag.
                  responsible: [kommunstyrelsen]
                  with: [grannkommunen]
                  every_months: 12
            """,
            "02-kommunens-egna-atgarder": """
                - text: Kommunen berättar om planen på sin webbplats.
                  responsible: [kommunstyrelsen]
                  deadline: 2026-10-01
            """,
        },
    ),
    "board-below-a-city": (
        (
            "--preset",
            "namndplan",
            "--decided-on",
            "2026-05-11",
            "--decided-by",
            "Socialnämnden",
            "--case-number",
            "SN/2026:44",
            "--parent",
            "Kommunens riktlinjer",
        ),
        {
            "01-namndens-atgarder": """
                - text: Nämnden tar upp riktlinjerna i sin verksamhetsplan.
                  responsible: [socialnamnden]
                  every_months: 12
            """
        },
    ),
    "without-demands": (
        ("--preset", "enkel"),
        {
            "01-atgarder": """
                - text: Kommunen belyser gångvägarna till stationen.
                  responsible: [kommunstyrelsen]
                  deadline: 2027-12-31
            """
        },
    ),
    "without-times": (
        ("--preset", "enkel"),
        {
            "01-atgarder": """
                - text: Kommunen stödjer föreningslivet.
                  responsible: [kommunstyrelsen]
                  when: not_stated
                - text: Kommunen möter oro tidigt.
                  responsible: not_stated
                  when: not_stated
            """
        },
    ),
    "without-indicators": (
        ("--preset", "handlingsplan", "--board", "Socialnämnden"),
        {
            "01-framja": """
                - text: Socialnämnden bjuder in till öppna samtal.
                  responsible: [socialnamnden]
                  every_months: 12
            """,
            "02-forebygga": """
                - text: Medarbetarna får utbildning.
                  responsible: [kommunstyrelsen]
                  deadline: 2027-05-31
            """,
            "03-forhindra": """
                - text: Kommunen samlar dem som berörs när risken ökar.
                  responsible: [kommunstyrelsen]
                  when: Vid en förhöjd riskbild.
            """,
        },
    ),
    "crime-prevention": (
        ("--preset", "brottsforebyggande", "--board", "Barn- och utbildningsnämnden", *DECIDED),
        {
            "01-lagesbild": """
                - text: Kommunen och polisen uppdaterar lägesbilden.
                  responsible: [kommunstyrelsen]
                  with: [polisen]
                  every_months: 24
                  cause: Utan lägesbild går det inte att välja åtgärder.
            """,
            "02-problem-och-orsaker": """
                - text: Kommunen undersöker varför unga utsätts för rån vid stationen.
                  responsible: [kommunstyrelsen]
                  deadline: 2026-09-30
                  cause: Lägesbilden visar att rånen har ökat vid stationen.
            """,
            "03-atgarder": """
                - text: Fältarbetare finns vid stationen efter skoldagens slut.
                  responsible: [barn-och-utbildningsnamnden]
                  with: [polisen]
                  every_months: 3
                  cause: Få vuxna rör sig vid stationen när rånen sker.
            """,
            "04-uppfoljning": """
                - text: Kommunen följer upp åtgärdsplanen och uppdaterar den.
                  responsible: [kommunstyrelsen]
                  every_months: 24
                  cause: Åtgärder som inte följs upp kan inte förbättras.
            """,
        },
    ),
}
"""Name → the words that begin it, and area file → its measures."""


def build(name: str, root: Path) -> Path:
    """The plan as a repository in an empty folder, with its follow-up of a year begun."""
    words, areas = SHAPES[name]
    assert run(["init", str(root), *NAMED, *words]) == 0
    for file, measures in areas.items():
        path = root / "measures" / f"{file}.yaml"
        number, lines = 0, []
        for line in measures.strip("\n").rstrip().splitlines():
            if line.startswith(" " * 16 + "- "):
                number += 1
                lines.append(f'  - id: "{int(file[:2])}.{number}"')
                line = line.replace("- ", "  ", 1)
            lines.append(line[14:])
        path.write_text(path.read_text("utf-8") + "commitments:\n" + "\n".join(lines) + "\n", encoding="utf-8")
    assert run(["fmt", "--root", str(root)]) == 0
    assert run(["new", "followup", "--root", str(root), "--year", str(YEAR), "--all-boards"]) == 0
    return root
