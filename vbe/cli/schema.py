"""`vbe schema [KIND]`: the JSON Schema of a kind of record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from vbe.cli.options import Language
from vbe.cli.telling import write_output
from vbe.language import _

if TYPE_CHECKING:
    from vbe.model.records import Kind


def schema(
    kind: Annotated[str | None, typer.Argument(metavar=_("KIND"), help=_("The kind of record; without one, all kinds."))] = None,
    lang: Language = None,
) -> int:
    from vbe.model.records import KINDS
    from vbe.model.schemas import schema as schema_of
    from vbe.output.json_text import to_json

    if kind is None:
        write_output("".join(f"{known.name:<14}{known.place.example}\n" for known in KINDS))
    else:
        write_output(to_json(schema_of(kind_of(kind))), exact=True)
    return 0


def kind_of(name: str) -> Kind:
    """The kind with a name; stops where there is none."""
    from vbe.errors import VbeError
    from vbe.language import did_you_mean
    from vbe.model.records import KINDS

    kinds = {known.name: known for known in KINDS}
    if name not in kinds:
        hint = did_you_mean(name, kinds) or _("`vbe schema` lists them.")
        raise VbeError(_("There is no kind of record “{name}”.").format(name=name), hint)
    return kinds[name]
