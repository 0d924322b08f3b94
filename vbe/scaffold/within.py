"""A beginning in a folder of a git repository that is there already: what the services read stands at its top.

GitHub, GitLab and pre-commit look there and nowhere else, and call paths from there. A file that stands there already is
somebody's: it is left alone, and ours is kept in the folder, to be taken over by hand.
"""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING, NamedTuple

from vbe.errors import VbeError
from vbe.language import _
from vbe.output.codeowners import literal
from vbe.scaffold.plan import Change, take_back, write
from vbe.scaffold.planting import create_tree
from vbe.store.top import located, prefix, repository_top

if TYPE_CHECKING:
    from pathlib import Path

WORKFLOW, COMMENT, SITE = (f".github/workflows/{name}.yml" for name in ("vbe", "vbe-comment", "vbe-site"))
PIPELINE, HOOKS, OWNERS = ".gitlab-ci.yml", ".pre-commit-config.yaml", "CODEOWNERS"
HOSTED = (WORKFLOW, COMMENT, SITE, PIPELINE, HOOKS, OWNERS)
"""What has an effect only at the top of git."""
README = "README.md"
BEGIN_GIT = "Lägg mappen under git: `git init`, `git add .` och"
ADD_TO_GIT = "Lägg till allt med `git add .` här och det som står överst i git-förrådet, och gör"
PLAIN_WAY = re.compile(r"[\w.+ -]+(?:/[\w.+ -]+)*\Z")
"""Folder names that stand in a workflow's script between quotation marks, and mean nothing else there."""


class Begun(NamedTuple):
    """What was written: in the folder, at the top of git, and at the top what was there already and is left as it was."""

    written: tuple[str, ...]
    at_top: tuple[str, ...]
    left: tuple[str, ...]

    @property
    def files(self) -> int:
        """How many there are in the folder."""
        return len(self.written)


def begin(folder: Path, files: dict[str, bytes]) -> Begun:
    """Write a repository (file → content) to a folder, and what the services read to the top of the git it lies in."""
    top = repository_top(folder)
    if top == located(folder):
        create_tree(folder, files)
        return Begun(tuple(files), (), ())
    way = prefix(folder, top).rstrip("/")
    if not PLAIN_WAY.match(way):
        message = _("The folder {folder} has a name that cannot stand in the scripts of the automatic checks.").format(folder=way)
        raise VbeError(message, _("Use letters, figures, hyphens and blanks."))
    placed = {file: _from_top(file, content.decode(), way).encode() for file, content in files.items()}
    left = tuple(file for file in HOSTED if (top / file).exists() or (top / file).is_symlink())
    moved = [Change(file, None, placed.pop(file)) for file in HOSTED if file not in left]
    write(top, moved)
    try:
        create_tree(folder, placed)
    except BaseException:
        take_back(top, moved)
        raise
    return Begun(tuple(placed), tuple(change.file for change in moved), left)


def _from_top(file: str, text: str, way: str) -> str:
    """A file's text with the paths of the records as they are from the top of git."""
    root = shlex.quote(way)
    changes = {
        WORKFLOW: [('--root "$GITHUB_WORKSPACE"', f'--root "$GITHUB_WORKSPACE/{way}"')],
        SITE: [('--root "$GITHUB_WORKSPACE"', f'--root "$GITHUB_WORKSPACE/{way}"')],
        COMMENT: [('--root "$GITHUB_WORKSPACE/text"', f'--root "$GITHUB_WORKSPACE/text/{way}"')],
        PIPELINE: [('--root "$CI_PROJECT_DIR"', f'--root "$CI_PROJECT_DIR/{way}"')],
        HOOKS: [
            ("vbe validate --staged", f"vbe validate --staged --root {root}"),
            ("vbe fmt --check", f"vbe fmt --check --root {root}"),
            ("files: ^(", f"files: ^{re.escape(way)}/("),
        ],
        OWNERS: [("# /", f"# /{literal(way)}/")],
        README: [(BEGIN_GIT, ADD_TO_GIT)],
    }
    for old, new in changes.get(file, []):
        text = text.replace(old, new)
    return text
