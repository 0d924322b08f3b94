"""`vbe rules`: all rules."""

from __future__ import annotations

from typing import Annotated

from vbe.cli.options import All, Language, format_of
from vbe.cli.telling import write_view
from vbe.output.registry import brevity, writer


def rules(
    everything: All = False,
    form: Annotated[str, format_of("rules")] = "text",
    lang: Language = None,
) -> int:
    from vbe.rules import all_rules

    write = writer("rules", form)
    write_view(write, list(all_rules().values()), **brevity(form, whole=everything))
    return 0
