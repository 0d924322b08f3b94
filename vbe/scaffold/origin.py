"""Where continuous integration fetches vbe: an address and a commit, so that nobody can put another program there."""

from __future__ import annotations

import json
import re
from importlib.metadata import PackageNotFoundError, distribution

from vbe.errors import VbeError
from vbe.language import _

FORM = re.compile(r"(?P<address>(?:https|ssh|file)://[A-Za-z0-9._~:/%+-]+)@(?P<commit>[0-9a-f]{40})")
"""An address without a user's name or password in it, and a commit in full: a branch or a tag can be moved."""


def parse_origin(text: str) -> tuple[str, str]:
    """`ADDRESS@COMMIT` as its two parts; both empty where nothing is given."""
    if not text:
        return "", ""
    match = FORM.fullmatch(text)
    if match is None:
        message = _("“{answer}” does not say where vbe is fetched.").format(answer=text)
        raise VbeError(message, _("Write the address of a git repository and a commit of forty characters: https://…/vbe@4f2c…"))
    return match["address"], match["commit"]


def installed_from() -> str:
    """`ADDRESS@COMMIT` that this program was installed from, as pip has noted it (PEP 610); empty where it was not git."""
    try:
        noted = json.loads(distribution("vbe").read_text("direct_url.json") or "{}")
        text = f"{noted['url']}@{noted['vcs_info']['commit_id']}"
    except (PackageNotFoundError, ValueError, KeyError, TypeError):
        return ""
    return text if FORM.fullmatch(text) else ""
