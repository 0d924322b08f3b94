"""Templates: a municipality's own where it has one, else those that come with vbe.

Only reports are made from templates; nothing that checks a repository comes here, so nothing in a stranger's pull request
is ever run.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from vbe.errors import VbeError
from vbe.language import DEFAULT, _, did_you_mean
from vbe.language.patterns import later

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

NAME = later(r"[a-z0-9_-]+(?:[./][a-z0-9_-]+)*\Z")
"""`report/report.html.j2`: never upwards, never from the root."""
FOLDER = "templates"
REPORT, PLAN = "report", "plan"
FOLDERS = {REPORT: "report/text", PLAN: "publish/text"}
"""Document → the folder of its prose."""


def texts_of(document: str, language: str = DEFAULT) -> str:
    """The prose of a document in a language: Swedish without its name, others as `texts.en.j2`."""
    return f"{FOLDERS[document]}/texts.j2" if language == DEFAULT else f"{FOLDERS[document]}/texts.{language}.j2"


def own_texts_of(document: str) -> str:
    """The blocks of it that a municipality has of its own, in its own language."""
    return f"{FOLDERS[document]}/own.j2"


TEXTS, OWN_TEXTS = texts_of(REPORT), own_texts_of(REPORT)


def packaged_folder() -> Path:
    """Where the templates of vbe itself are: in the package once it is built, in the repository while it is developed."""
    here = Path(__file__).parent.parent
    packaged = here / "packaged" / FOLDER
    return packaged if packaged.is_dir() else here.parent / FOLDER


@cache
def packaged_templates() -> dict[str, Path]:
    """Name → file, of the templates that come with vbe."""
    folder = packaged_folder()
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path for path in files}


@lru_cache(maxsize=128)
def is_packaged(name: str, content: bytes) -> bool:
    """Whether a template is, to the letter, as it comes with vbe: a part of the program, in which nobody else has written."""
    file = packaged_templates().get(name)
    return file is not None and file.read_bytes() == content


class Templates(Mapping[str, bytes]):
    """Name → content. `own` reads a municipality's file below its `templates/`, or gives None where it has none."""

    def __init__(self, own: Callable[[str], bytes | None] | None = None, names: Iterable[str] = ()) -> None:
        self._own = own
        self.own_names = tuple(sorted(name for name in names if NAME.match(name)))
        """Those of the municipality, so that it is known whose they are before anything is made with them."""
        self._read: dict[str, bytes] = {}

    def __getitem__(self, name: str) -> bytes:
        if name not in self._read:
            self._read[name] = self._find(name)
        return self._read[name]

    def _find(self, name: str) -> bytes:
        if not NAME.match(name):
            raise VbeError(_("“{name}” cannot be the name of a template.").format(name=name))
        own = self._own(name) if self._own is not None else None
        if own is not None:
            return own
        if name not in self.packaged:
            message = _("There is no template with the name {name}.").format(name=name)
            raise VbeError(message, did_you_mean(name, self.packaged))
        return self.packaged[name].read_bytes()

    @property
    def used(self) -> dict[str, bytes]:
        """Name → content of the templates that have been asked for."""
        return dict(self._read)

    def prose(self, document: str, language: str) -> tuple[str, ...]:
        """The templates that a document's fixed prose comes from."""
        ours, own = texts_of(document, language), own_texts_of(document)
        return (ours, own) if own in self.own_names else (ours,)

    @property
    def own_used(self) -> tuple[str, ...]:
        """The names of those asked for that are not as they come with vbe."""
        return tuple(name for name, content in sorted(self._read.items()) if not is_packaged(name, content))

    @property
    def packaged(self) -> dict[str, Path]:
        """Name → file, of those that come with vbe."""
        return packaged_templates()

    def __iter__(self) -> Iterator[str]:
        return iter(self.packaged)

    def __len__(self) -> int:
        return len(self.packaged)

    def digest(self, names: Iterable[str]) -> str:
        """SHA-256 of the templates with these names: names and contents, in order."""
        import hashlib  # only for what is written with them

        total = hashlib.sha256()
        for name in sorted(set(names)):
            total.update(f"{name}\0{len(self[name])}\0".encode())
            total.update(self[name])
        return total.hexdigest()
