"""The look: the templates and files of the site, the city's own where it has them, and its colour, measured before it is used."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from vbe.documents.templates import faults
from vbe.errors import VbeError
from vbe.language import _
from vbe.language.swedish import number
from vbe.report.render import require_closed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.model.site_profile import SiteProfile
    from vbe.store.resources import Templates

OURS = "vbe/"
"""Before the name of a template: the one that comes with vbe, though the city has one of the same name."""
STYLES, OWN_STYLE = ("report/report.css", "site/site.css"), "site/own.css"
FACES = {
    "source-sans-3-400.woff2": (400, "normal"),
    "source-sans-3-400-italic.woff2": (400, "italic"),
    "source-sans-3-600.woff2": (600, "normal"),
    "source-sans-3-700.woff2": (700, "normal"),
}
"""File → weight and slant of Source Sans 3 (SIL Open Font License 1.1, `ofl.txt` beside them)."""
FONTS = (*FACES, "ofl.txt")
FACE = (
    '@font-face {{ font-family: "Source Sans 3"; font-weight: {weight}; font-style: {slant}; font-display: swap;'
    ' src: url("fonts/{file}") format("woff2"); }}\n'
)
SCRIPTS = ("minisearch.js", "search.js")
WHITE, QUIET = "#ffffff", "#d5e3ee"
"""What is written on the head: the report's `--brand-ink` and `--brand-quiet`."""
LEAST = 4.5
"""The contrast of text against its ground (WCAG 2.2, 1.4.3)."""


class SiteTemplates(Mapping[str, bytes]):
    """Templates by name; with `vbe/` before it the one that comes with vbe, for a city's own to extend."""

    def __init__(self, templates: Templates) -> None:
        self._templates = templates

    def __getitem__(self, name: str) -> bytes:
        if name.startswith(OURS):
            return self._templates.packaged[name.removeprefix(OURS)].read_bytes()
        return self._templates[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._templates)

    def __len__(self) -> int:
        return len(self._templates)


def own_pages(templates: Templates) -> dict[str, bytes]:
    """Name → content of the city's own templates that pages are made with, of those that are not as ours."""
    named = [name for name in templates.own_names if name.endswith(".j2") and name.startswith(("site/", "report/"))]
    ours = templates.packaged
    return {name: templates[name] for name in named if name not in ours or ours[name].read_bytes() != templates[name]}


def assets(templates: Templates, profile: SiteProfile) -> dict[str, bytes]:
    """Path in the site → content of what every page loads."""
    faces = "".join(FACE.format(file=file, weight=weight, slant=slant) for file, (weight, slant) in FACES.items())
    for name in (*STYLES, OWN_STYLE):
        if name in templates.own_names:
            require_closed(f"templates/{name}", faults(name, templates[name]))
    own = (OWN_STYLE,) if OWN_STYLE in templates.own_names else ()
    style = b"\n".join((faces.encode(), *(templates[name] for name in (*STYLES, *own))))
    if profile.colour is not None:
        require_contrast(profile.colour)
        style += f"\n:root {{ --brand: {profile.colour}; }}\n".encode()
    files = {"assets/site.css": style}
    files |= {f"assets/fonts/{name}": templates.packaged[f"site/fonts/{name}"].read_bytes() for name in FONTS}
    files |= {f"assets/{name}": templates.packaged[f"site/{name}"].read_bytes() for name in SCRIPTS}
    if profile.logo is not None:
        require_closed(f"templates/site/{profile.logo}", faults(profile.logo, templates[f"site/{profile.logo}"]))
        files[f"assets/{profile.logo}"] = templates[f"site/{profile.logo}"]
    return files


def require_contrast(colour: str) -> None:
    """Stop where white text, or the quieter of the head, cannot be read on the city's colour."""
    ratio = min(contrast(WHITE, colour), contrast(QUIET, colour))
    if ratio < LEAST:
        message = _("vbe.yaml: site.colour {colour}: the contrast of the text on it is {ratio}:1 and must be at least {least}:1.")
        hint = _("Choose a darker colour.")
        raise VbeError(message.format(colour=colour, ratio=number(int(ratio * 100) / 100, 2), least=number(LEAST)), hint)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
