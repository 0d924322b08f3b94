"""Report model → bytes: a format is a module as `Renderer` describes it, and an entry in `FORMATS`."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from vbe.documents.templates import faults as template_faults
from vbe.documents.templates.page import faults as page_faults
from vbe.errors import VbeError
from vbe.language import _, did_you_mean
from vbe.report.digest import digest_of
from vbe.report.render import package, seal
from vbe.store.resources import REPORT

if TYPE_CHECKING:
    from vbe.documents.templates import Fault
    from vbe.report.model import Report
    from vbe.store.resources import Templates


class Renderer(Protocol):
    """A module that writes and reads one format."""

    TEMPLATES: tuple[str, ...]
    """The templates that the format is rendered with; those that they name come with them."""

    def render(self, report: Report, templates: Templates, /) -> bytes:
        """Show the model: loop and escape, and compute nothing."""

    def read_provenance(self, content: bytes, /) -> dict[str, object]:
        """What a file says that it was made from; empty where it says nothing."""

    def parts(self, content: bytes, /) -> dict[str, str]:
        """The file's parts by name, for saying which of them differ."""


class Format(NamedTuple):
    """A format of the report: the suffix of its files, and the module that writes it."""

    suffix: str
    module: str
    has_sheets: bool = False
    """Whether the report's flat sheets stand in it."""
    is_archive: bool = False
    """Whether it is a zip archive, which is sealed over all its parts."""


FORMATS: dict[str, Format] = {
    "html": Format(".html", "vbe.report.render.html"),
    "pdf": Format(".pdf", "vbe.report.render.pdf"),
    "docx": Format(".docx", "vbe.report.render.docx", is_archive=True),
    "md": Format(".md", "vbe.report.render.markdown"),
    "xlsx": Format(".xlsx", "vbe.report.render.xlsx", has_sheets=True, is_archive=True),
    "json": Format(".json", "vbe.report.render.data", has_sheets=True),
}
"""Every format, in the order of the help. The modules are imported when they are used: what they build on is heavy."""


def format_of(name: str) -> str:
    """The name of a format; stops where there is none."""
    if name in FORMATS:
        return name
    hint = did_you_mean(name, FORMATS) or _("The forms are {names}.").format(names=", ".join(FORMATS))
    raise VbeError(_("There is no form of report with the name {name}.").format(name=name), hint)


def format_of_suffix(suffix: str) -> str:
    """The format whose files end like this; stops where there is none."""
    found = next((name for name, form in FORMATS.items() if form.suffix == suffix.lower()), None)
    if found is None:
        suffixes = ", ".join(form.suffix for form in FORMATS.values())
        message = _("Reports are not written in files that end in “{suffix}”.").format(suffix=suffix)
        raise VbeError(message, _("The endings are {suffixes}.").format(suffixes=suffixes))
    return found


def render(report: Report, form: str, templates: Templates) -> bytes:
    """The report in a format, with the digests of what it says and of the templates that it was rendered with.

    A digest of templates that the report already names stays: so a file is made again that other templates have made.
    Where the municipality has templates of its own it is made in a process apart.
    """
    if templates.own_names and _module(form).TEMPLATES:
        from vbe.report.render.apart import render_apart

        return render_apart(report, form, {name: templates[name] for name in templates.own_names})
    return render_here(report, form, templates)


def render_here(report: Report, form: str, templates: Templates) -> bytes:
    """The same in this process."""
    from vbe.report.render.jinja import needed

    module = _module(form)
    for name in templates.own_names:
        require_closed(f"templates/{name}", template_faults(name, templates[name]))
    prose = templates.prose(report.provenance.document or REPORT, report.language)
    digest = report.provenance.templates or templates.digest((*needed(templates, *module.TEMPLATES), *prose))
    stamped = replace(report.provenance, templates=digest, model=digest_of(report))
    # Two thirds of what is told are the flat sheets of a workbook: other formats do not even look through them.
    shown = report if FORMATS[form].has_sheets else replace(report, sheets=())
    content = module.render(replace(shown, provenance=stamped), templates)
    if templates.own_names and form == "html":
        require_closed(f"templates/{module.TEMPLATES[0]}", page_faults(content))
    return package.seal(content) if FORMATS[form].is_archive else seal.seal(content)


def require_closed(file: str, faults: list[Fault]) -> None:
    """Stop at the first thing that a template may not hold."""
    for fault in faults:
        place = f"{file}:{fault.line}" if fault.line else file
        raise VbeError(f"{place}: {fault.message}", fault.hint)


def is_sealed(content: bytes, form: str) -> bool:
    """Whether a file of a format was written here and nobody has changed it since."""
    return package.is_sealed(content) if FORMATS[form].is_archive else seal.is_sealed(content)


def read_provenance(content: bytes, form: str) -> dict[str, object]:
    """What a file of a format says that it was made from; empty where it says nothing."""
    return _module(form).read_provenance(content)


def parts(content: bytes, form: str) -> dict[str, str]:
    """The parts of a file by name, for saying which differ."""
    return _module(form).parts(content)


def _module(form: str) -> Renderer:
    return cast("Renderer", import_module(FORMATS[form].module))
