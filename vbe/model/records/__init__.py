"""The kinds of record: which folder holds them and which model gives them their form.

A record is a document whose form is right. The path is its identity; nothing in the file repeats it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vbe.model.places import FILE
from vbe.model.profile import Profile
from vbe.model.records.area import Area
from vbe.model.records.followup import Decisions, FollowUp
from vbe.model.records.obligations import Obligations
from vbe.model.records.organisation import Organisation
from vbe.model.records.routine import Guidance, Routine
from vbe.model.records.strategy import Strategy

if TYPE_CHECKING:
    from vbe.documents import Document
    from vbe.model.fields import Model

SLUG = "[a-z0-9]+(?:-[a-z0-9]+)*"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record: its name, its model, and the pattern of the paths where it lives."""

    name: str
    model: type[Model]
    path: re.Pattern[str]
    example: str

    def identify(self, file: str) -> str | None:
        """The id of the record that lives in this file, or None when the file is not of this kind."""
        match = self.path.fullmatch(file)
        return None if match is None else "/".join(match.groups()) or self.name


def _kind(name: str, model: type[Model], path: str, example: str) -> Kind:
    return Kind(name, model, re.compile(path), example)


KINDS: tuple[Kind, ...] = (
    _kind("profile", Profile, re.escape(FILE), FILE),
    _kind("strategy", Strategy, r"strategy/strategy\.yaml", "strategy/strategy.yaml"),
    _kind("organisation", Organisation, r"strategy/organisation\.yaml", "strategy/organisation.yaml"),
    _kind("obligations", Obligations, r"strategy/obligations\.yaml", "strategy/obligations.yaml"),
    _kind("area", Area, rf"measures/(\d\d)-{SLUG}\.yaml", "measures/04-utbildning.yaml"),
    _kind("routine", Routine, rf"routines/({SLUG})/({SLUG})\.yaml", "routines/socialforvaltningen/orosanmalan.yaml"),
    _kind("guidance", Guidance, rf"guidance/({SLUG})/({SLUG})\.yaml", "guidance/socialnamnden/foraldrastod.yaml"),
    _kind("decisions", Decisions, r"followup/(\d{4})/decisions\.yaml", "followup/2017/decisions.yaml"),
    _kind("followup", FollowUp, rf"followup/(\d{{4}})/(?!decisions\.)({SLUG})\.yaml", "followup/2017/socialnamnden.yaml"),
)


def kind_of(file: str) -> tuple[Kind, str] | None:
    """The kind and id that a path gives, or None when no record lives there."""
    for kind in KINDS:
        identity = kind.identify(file)
        if identity is not None:
            return kind, identity
    return None


@dataclass(frozen=True, slots=True)
class Record:
    """A document whose form is right: its kind, its id, where it stands, and what it holds."""

    kind: str
    id: str
    document: Document
    content: Any

    @property
    def file(self) -> str:
        """The path, relative to the root, with `/`."""
        return self.document.file

    @property
    def owner(self) -> str:
        """The folder that owns it: a department for a routine, a board for a guidance example or a follow-up."""
        parts = self.id.split("/")
        return parts[-1] if self.kind == "followup" else parts[0]
