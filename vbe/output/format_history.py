"""The page on the repository's formats: which there have been, and what each changed."""

from __future__ import annotations

from vbe.language import _
from vbe.model.formats import FORMAT, STEPS
from vbe.model.places import PLACES


def kind_file(kind: str) -> str:
    """The file that a kind of record stands in, for example."""
    return next(place.example for place in PLACES if place.kind == kind)


def format_history() -> str:
    """Markdown, made of the steps."""
    lines = [
        f"# {_('The format of the repository')}",
        "",
        _("vbe.yaml says which format a repository has, such as `format: {format}`; one that does not say has format 1.").format(
            format=FORMAT
        ),
        "",
        _(
            "`vbe upgrade` brings a repository to today's format: only what stands below is changed, every comment is kept, and "
            "either all files are written or none. `vbe upgrade --dry-run` shows it first."
        ),
        "",
        _(
            "Commands that read an old version (`--at`, `vbe diff`, `vbe history`, `vbe verify`) read every format. What only "
            "today's form refuses is passed over with a remark: the past cannot be mended."
        ),
    ]
    for number in range(FORMAT, 1, -1):
        lines += ["", f"## {_('Format {number}').format(number=number)}", ""]
        lines += [f"| {_('In')} | {_('Older fields')} | {_('What the upgrade does')} |", "|---|---|---|"]
        for step in STEPS:
            if step.format == number:
                fields = ", ".join(f"`{field}`" for field in step.fields)
                files = ", ".join(f"`{kind_file(kind)}`" for kind in step.kinds)
                lines.append(f"| {files} | {fields} | {_(step.sentence)} |")
    return "\n".join(lines) + "\n"
