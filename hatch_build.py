"""Compile the catalogues of translations when the package is built or installed: only their text is kept under git."""

from __future__ import annotations

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface):
    """Writes a `.mo` beside each `.po`, for a wheel and for an editable install alike."""

    def initialize(self, version: str, build_data: dict) -> None:  # noqa: ARG002 - hatchling's own signature
        """Called by hatchling before it gathers the files; `build_data["artifacts"]` names files that git ignores."""
        for po in sorted(Path(self.root, "vbe", "locale").glob("*/LC_MESSAGES/*.po")):
            with po.open("rb") as text, po.with_suffix(".mo").open("wb") as compiled:
                write_mo(compiled, read_po(text, locale=po.parts[-3]))
        build_data["artifacts"].append("vbe/locale/**/*.mo")
