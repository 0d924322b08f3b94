"""Write the files that are made from the code: `schemas/` and `docs/rules.md`, in Swedish. A test compares them.

python tools/generated.py schemas
python tools/generated.py docs
"""

from __future__ import annotations

import sys
from pathlib import Path

from vbe.language import DEFAULT, activate
from vbe.model.records import KINDS
from vbe.model.schemas import file_name, schema
from vbe.output.json_text import to_json
from vbe.output.registry import writer
from vbe.rules import all_rules

ROOT = Path(__file__).resolve().parent.parent


def generated() -> dict[str, str]:
    """Path from the root → text."""
    activate(DEFAULT)
    files = {f"schemas/{file_name(kind.name)}": to_json(schema(kind)) for kind in KINDS}
    files["docs/rules.md"] = writer("rules", "md")(list(all_rules().values()))
    return files


def main(folder: str) -> None:
    """Write those that belong in a folder."""
    for path, text in generated().items():
        if path.startswith(f"{folder}/"):
            (ROOT / folder).mkdir(exist_ok=True)
            (ROOT / path).write_bytes(text.encode())


if __name__ == "__main__":
    main(*sys.argv[1:])
