"""Report model → bytes: a form is a module with `render`, and an entry in `FORMS`.

render(report, templates) -> bytes        shows the model; loops and escapes, computes nothing
read_provenance(content) -> dict          what a file of the form says that it was made from; empty where it says nothing
parts(content) -> dict[str, str]          the file's parts by name, for saying which of them differ
seal(content) -> bytes, is_sealed(content) -> bool
                                          put the file's own sum in it, and say whether it fits; those of `seal` where
                                          the form has none of its own
SHEETS                                    true where it shows the report's flat sheets
TEMPLATES                                 the templates that the form is rendered with; `needs(templates)` where they
                                          can name others
"""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from vbe.documents.templates import faults as template_faults
from vbe.documents.templates.page import faults as page_faults
from vbe.errors import VbeError
from vbe.language import _, did_you_mean
from vbe.report.digest import digest_of
from vbe.report.render import seal
from vbe.store.resources import REPORT

if TYPE_CHECKING:
    from vbe.documents.templates import Fault
    from vbe.report.model import Report
    from vbe.store.resources import Templates


class Form(NamedTuple):
    """A form of the report: the suffix of its files, and the module that writes it."""

    suffix: str
    module: str


FORMS: dict[str, Form] = {
    "html": Form(".html", "vbe.report.render.html"),
    "pdf": Form(".pdf", "vbe.report.render.pdf"),
    "docx": Form(".docx", "vbe.report.render.docx"),
    "md": Form(".md", "vbe.report.render.markdown"),
    "xlsx": Form(".xlsx", "vbe.report.render.xlsx"),
    "json": Form(".json", "vbe.report.render.data"),
}
"""Every form, in the order of the help. The modules are imported when they are used: what they build on is heavy."""


def form_of(name: str) -> str:
    """The form with a name; stops where there is none."""
    if name in FORMS:
        return name
    hint = did_you_mean(name, FORMS) or _("The forms are {names}.").format(names=", ".join(FORMS))
    raise VbeError(_("There is no form of report with the name {name}.").format(name=name), hint)


def form_of_suffix(suffix: str) -> str:
    """The form whose files end like this; stops where there is none."""
    found = next((name for name, form in FORMS.items() if form.suffix == suffix.lower()), None)
    if found is None:
        suffixes = ", ".join(form.suffix for form in FORMS.values())
        message = _("Reports are not written in files that end in “{suffix}”.").format(suffix=suffix)
        raise VbeError(message, _("The endings are {suffixes}.").format(suffixes=suffixes))
    return found


def render(report: Report, form: str, templates: Templates) -> bytes:
    """The report in a form, with the digests of what it says and of the templates that it was rendered with.

    A digest of templates that the report already names stays: so a file is made again that other templates have made.
    Where the municipality has templates of its own it is made in a process apart.
    """
    if templates.own_names and _module(form).TEMPLATES:
        from vbe.report.render.apart import render_apart

        return render_apart(report, form, {name: templates[name] for name in templates.own_names})
    return render_here(report, form, templates)


def render_here(report: Report, form: str, templates: Templates) -> bytes:
    """The same in this process."""
    module = _module(form)
    for name in templates.own_names:
        require_closed(f"templates/{name}", template_faults(name, templates[name]))
    needs = getattr(module, "needs", None)
    prose = templates.prose(report.provenance.document or REPORT, report.language)
    names = (*(needs(templates) if needs else module.TEMPLATES), *prose)
    digest = report.provenance.templates or templates.digest(names)
    stamped = replace(report.provenance, templates=digest, model=digest_of(report))
    # Two thirds of what is told are the flat sheets of a workbook: other forms do not even look through them.
    shown = report if has_sheets(form) else replace(report, sheets=())
    content: bytes = module.render(replace(shown, provenance=stamped), templates)
    if templates.own_names and form == "html":
        require_closed(f"templates/{module.PAGE}", page_faults(content))
    sealed: bytes = getattr(module, "seal", seal.seal)(content)
    return sealed


def has_sheets(form: str) -> bool:
    """Whether the flat sheets of a report stand in its form."""
    return bool(getattr(_module(form), "SHEETS", False))


def require_closed(file: str, faults: list[Fault]) -> None:
    """Stop at the first thing that a template may not hold."""
    for fault in faults:
        place = f"{file}:{fault.line}" if fault.line else file
        raise VbeError(f"{place}: {fault.message}", fault.hint)


def is_sealed(content: bytes, form: str) -> bool:
    """Whether a file of a form was written here and nobody has changed it since."""
    told: bool = getattr(_module(form), "is_sealed", seal.is_sealed)(content)
    return told


def read_provenance(content: bytes, form: str) -> dict[str, Any]:
    """What a file of a form says that it was made from; empty where it says nothing."""
    found: dict[str, Any] = _module(form).read_provenance(content)
    return found


def parts(content: bytes, form: str) -> dict[str, str]:
    """The parts of a file by name, for saying which differ; the whole file where the form has no parts."""
    split = getattr(_module(form), "parts", None)
    found: dict[str, str] = split(content) if split else {"": content.hex()}
    return found


def _module(form: str) -> Any:
    return import_module(FORMS[form].module)
