"""Where a repository keeps what: known without reading anything, and without building a single model.

The registration of a kind of record is one line of `PLACES`; the module it names says everything else about the kind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

FILE = "vbe.yaml"
"""The profile; the folder that holds it is the repository."""
FILE_KIB = 256
"""What a file may hold unless the profile says otherwise, in KiB."""
SLUG = "[a-z0-9]+(?:-[a-z0-9]+)*"
GAPS = {
    "department": f"({SLUG})", "board": f"({SLUG})", "slug": f"({SLUG})", "number": r"(\d\d)", "year": r"(\d{4})", "words": SLUG,
}  # fmt: skip
"""What may stand in the gaps of a path. All but `words` belong to the id; the department or board is the owner."""
OWNERS = ("department", "board")
OVERALL = "overall"
"""The folder of what all departments share; nobody in particular owns it."""
RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))})
"""Names that Windows gives to devices, with any ending."""
_GAP = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Place:
    """Where the records of a kind live: a path with gaps, a path as an example, and the module that describes the kind."""

    kind: str
    path: str
    example: str
    module: str
    holds_entries: bool = False
    """Whether a file of it lists entries that have ids."""
    gaps: tuple[str, ...] = field(init=False)
    """The gaps that make the id, in their order; none where there is one such record."""
    pattern: re.Pattern[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Read the path."""
        names = _GAP.findall(self.path)
        pieces = [re.escape(piece) if index % 2 == 0 else GAPS[piece] for index, piece in enumerate(_GAP.split(self.path))]
        object.__setattr__(self, "gaps", tuple(name for name in names if name != "words"))
        object.__setattr__(self, "pattern", re.compile("".join(pieces)))

    @property
    def folder(self) -> str:
        """The top folder; empty for the profile, which lies beside them."""
        return self.path.partition("/")[0] if "/" in self.path else ""

    @property
    def owner(self) -> str:
        """What kind of actor the path names as the owner: `department`, `board`, or nothing."""
        return next((gap for gap in self.gaps if gap in OWNERS), "")

    def identify(self, file: str) -> str | None:
        """The id of the record that lives in a file; None where no record of this kind can."""
        match = self.pattern.fullmatch(file)
        return None if match is None else "/".join(match.groups()) or self.kind

    def owner_in(self, identity: str) -> str:
        """The owner that an id names; the id's first part where there is none."""
        parts = identity.split("/")
        return parts[self.gaps.index(self.owner)] if self.owner else parts[0]

    def glob(self, owner: str = "*") -> str:
        """The path as shells and editors write it, for every owner or for one."""
        return _GAP.sub(lambda gap: owner if gap[1] in OWNERS else "*", self.path).replace("*-*", "*")


def _place(kind: str, path: str, example: str, module: str = "", *, holds_entries: bool = False) -> Place:
    return Place(kind, path, example, f"vbe.model.{module or f'records.{kind}'}", holds_entries)


PLACES = (
    _place("strategy", "strategy/strategy.yaml", "strategy/strategy.yaml"),
    _place("profile", FILE, FILE, "profile"),
    _place("organisation", "strategy/organisation.yaml", "strategy/organisation.yaml", holds_entries=True),
    _place("obligations", "strategy/obligations.yaml", "strategy/obligations.yaml", holds_entries=True),
    _place("area", "measures/{number}-{words}.yaml", "measures/04-utbildning.yaml", holds_entries=True),
    _place("routine", "routines/{department}/{slug}.yaml", "routines/socialforvaltningen/orosanmalan.yaml"),
    _place("guidance", "guidance/{board}/{slug}.yaml", "guidance/socialnamnden/foraldrastod.yaml", "records.routine"),
    _place("followup", "followup/{year}/{board}.yaml", "followup/2017/socialnamnden.yaml"),
    _place("commentary", "followup/{year}/report.yaml", "followup/2017/report.yaml"),
    _place("decisions", "followup/{year}/decisions.yaml", "followup/2017/decisions.yaml", "records.followup", holds_entries=True),
)
"""Every kind of record, in the order in which changes are told."""
FOLDERS = tuple(dict.fromkeys(place.folder for place in PLACES if place.folder))
"""The folders that hold records, and nothing but records."""
_NARROW_FIRST = sorted(PLACES, key=lambda place: len(place.gaps))


def place_of(file: str) -> tuple[Place, str] | None:
    """The place that a file is, and the id that its path gives; None where no record lives there."""
    for place in _NARROW_FIRST:
        identity = place.identify(file)
        if identity is not None:
            return place, identity
    return None


def globs(place: Place) -> list[str]:
    """The files of a kind as editors want them: its glob, and with `!` those that a narrower kind has within it."""
    narrower = [other for other in PLACES if len(other.gaps) < len(place.gaps) and place.identify(other.example)]
    return [place.glob(), *(f"!{other.glob()}" for other in narrower)]
