"""The report as JSON: the model itself, for other programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from vbe.report.render.places import require_printable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vbe.report.model import Report

TEMPLATES = ()
FIRST = "version"


def render(report: Report, _templates: Mapping[str, bytes]) -> bytes:
    """The report as JSON, the version of the model first."""
    model = require_printable(report)
    ordered = {FIRST: model.pop(FIRST)} | model
    return (json.dumps(ordered, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def read_provenance(content: bytes) -> dict[str, object]:
    """What the file says that it was made from."""
    found = _model(content).get("provenance")
    return found if isinstance(found, dict) else {}


def parts(content: bytes) -> dict[str, str]:
    """Each section, and what comes before them."""
    model = _model(content)
    sections = model.pop("sections", [])
    listed = sections if isinstance(sections, list) else []
    named = {f"{s.get('number', '')} {s.get('title', '')}".strip(): _written(s) for s in listed if isinstance(s, dict)}
    return {"": _written(model)} | named


def _model(content: bytes) -> dict[str, object]:
    try:
        model = json.loads(content.decode("utf-8"))
    except (UnicodeDecodeError, ValueError, RecursionError):
        return {}
    return model if isinstance(model, dict) else {}


def _written(part: object) -> str:
    return json.dumps(part, ensure_ascii=False, sort_keys=True)
