"""Writes requirements.txt: what vbe runs and is built with, in the versions of constraints.txt, each file by its hash."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
HEADER = "# What vbe runs and is built with, each file by its hash. `make lock` writes it, in the versions of constraints.txt.\n"


def main() -> None:
    """Every file of every version, for every system; wheels only, so that installing runs nothing that is fetched."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "wanted.in"), Path(folder, "locked.txt")
        source.write_text("\n".join(wanted) + "\n", encoding="utf-8")
        options = [
            "--universal",
            "--python-version",
            "3.11",
            "--generate-hashes",
            "--only-binary",
            ":all:",
            "--quiet",
            "--no-config",
        ]
        plain = ["--no-header", "--no-annotate", "--no-emit-index-url", "--constraint", str(ROOT / "constraints.txt")]
        uv = Path(sys.executable).parent / "uv"
        subprocess.run([uv, "pip", "compile", *options, *plain, str(source), "-o", str(target)], check=True)  # noqa: S603
        (ROOT / "requirements.txt").write_text(HEADER + target.read_text(encoding="utf-8"), encoding="utf-8")


if __name__ == "__main__":
    main()
