"""Write what is made from the code, in Swedish: `schemas/`, `docs/rules.md`, `docs/poster.md`, `docs/format.md`,
`docs/utskrifter.md`; tests compare.

python tools/generated.py schemas
python tools/generated.py docs
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tools import captures
from vbe.language import DEFAULT, _, activate
from vbe.model.records import KINDS
from vbe.model.schemas import file_name, schema
from vbe.output.format_history import format_history
from vbe.output.json_text import to_json
from vbe.output.registry import writer
from vbe.report.render.likeness.page import SHEETS, sum_of_sheet
from vbe.report.texts import Texts
from vbe.rules import all_rules
from vbe.store.resources import PLAN

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent


def generated() -> dict[str, str]:
    """Path from the root → text."""
    activate(DEFAULT)
    files = {f"schemas/{file_name(kind.name)}": to_json(schema(kind)) for kind in KINDS}
    files["docs/format.md"] = format_history()
    files["docs/rules.md"] = writer("rules", "md")(list(all_rules().values()))
    files["docs/poster.md"] = kinds_table()
    files["docs/texter.md"] = texts_table()
    return files


def kinds_table() -> str:
    """Every kind of record: its path, what it is, and what it holds."""
    lines = [
        "# Poster",
        "",
        "Varje fil i förrådet är en post. Sökvägen säger vilket slag den är av, och är dess id. Fälten står i `schemas/`, och",
        "`vbe schema SLAG` visar dem. Tabellen skrivs ur koden av `make docs`.",
        "",
        "| slag | sökväg | vad | granskas | poster i den |",
        "|---|---|---|---|---|",
    ]
    for kind in KINDS:
        path = kind.place.glob()
        inside = ", ".join(dict.fromkeys(_(listed.kind.label) for listed in kind.entries)) or "–"
        months = f"var {kind.review_months}:e månad" if kind.is_reviewed else "–"
        lines.append(f"| `{kind.name}` | `{path}` | {schema(kind)['description']} | {months} | {inside} |")
    return "\n".join(lines) + "\n"


def remember_sheet() -> None:
    """Pages that were written with a style sheet are known by its sum: none is ever taken away."""
    told = sum_of_sheet((ROOT / "templates" / "report" / "report.css").read_text("utf-8"))
    known = SHEETS.read_text("utf-8")
    if told not in known.split():
        SHEETS.write_text(f"{known}{told}\n", encoding="utf-8")


def texts_table() -> str:
    """Every block of the prose of the report and of the plan, the values that it is handed, and what it says."""
    texts, plan = Texts(), Texts(document=PLAN)
    lines = [
        "# Rapportens och styrdokumentets texter",
        "",
        "Rapportens fasta texter är block i `templates/report/text/texts.j2`. Kommunen skriver om ett block i en egen fil,",
        "`templates/report/text/own.j2`, med vanligt arv i Jinja. Filen får innehålla `extends`, `block`, `if` och värdena,",
        "och inget annat. `vbe report --check-templates` säger vilka texter som är egna och vad som är fel i dem.",
        "[Styrdokumentets texter](#styrdokumentets-texter) står sist. De skrivs om i `templates/publish/text/own.j2`.",
        "",
        "```jinja",
        '{% extends "report/text/texts.j2" %}',
        "{% block decision_approve %}{{ board }} lägger uppföljningen för {{ year }} till handlingarna.{% endblock %}",
        "```",
        "",
        "Antal kommer både som tal, för `if`, och som ord att skriva ut. Sidan skrivs ur mallen av `make docs`.",
    ]
    lines += _blocks(texts, "##")
    lines += ["", "## Styrdokumentets texter", "", "Den egna filen börjar med den här raden:", ""]
    lines += ["```jinja", '{% extends "publish/text/texts.j2" %}', "```", *_blocks(plan, "###")]
    return "\n".join(lines) + "\n"


def _blocks(texts: Texts, level: str) -> Iterator[str]:
    for name, source in texts.sources.items():
        given = ", ".join(f"`{value}`" for value in sorted(texts.values[name])) or "inga"
        yield from ("", f"{level} {name}", "", f"Värden: {given}.", "", "```jinja", source.strip(), "```")


def main(folder: str) -> None:
    """Write those that belong in a folder; with the documents, the sum of today's style sheet where it is not listed yet."""
    if folder == "docs":
        remember_sheet()
        captures.TARGET.write_text(captures.captures(), encoding="utf-8")
    for path, text in generated().items():
        if path.startswith(f"{folder}/"):
            (ROOT / folder).mkdir(exist_ok=True)
            (ROOT / path).write_bytes(text.encode())


if __name__ == "__main__":
    main(*sys.argv[1:])
