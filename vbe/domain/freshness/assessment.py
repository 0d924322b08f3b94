"""All verdicts together: whose they are, and how much of what each department answers for is stale."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from vbe.domain.freshness.model import State

if TYPE_CHECKING:
    import datetime

    from vbe.domain.freshness.model import Freshness
    from vbe.domain.freshness.stamping import Remark


class Share(NamedTuple):
    """How much of what a department answers for is stale."""

    department: str
    total: int
    stale: int

    @property
    def percent(self) -> float:
        """The share, in percent."""
        return 100 * self.stale / self.total if self.total else 0.0


@dataclass(frozen=True)
class Assessment:
    """Everything that has a clock, as of a day."""

    as_of: datetime.date
    history: str
    freshness: tuple[Freshness, ...]
    remarks: tuple[Remark, ...] = field(default=())
    counted: tuple[Freshness, ...] | None = field(default=None, repr=False)
    """What the shares are of, where only some states are looked at."""
    department: str | None = None
    """The department that was asked for; None where everything was."""

    def of_department(self, department: str) -> Assessment:
        """Only what a department answers for, alone or with others; it is then listed under that department.

        What another department leads is marked as shared and is not counted: it is counted where it is led.
        """
        kept = tuple(
            replace(
                f,
                departments=(department, *(d for d in f.departments if d != department)),
                is_shared=f.department != department,
            )
            for f in self.freshness
            if department in f.departments
        )
        return replace(self, freshness=kept, remarks=self._remarks_on(kept), counted=None, department=department)

    def in_state(self, *states: State) -> Assessment:
        """Only what is in one of these states, also beside a worse one; the shares stay those of everything."""
        wanted = set(states)
        kept = tuple(f for f in self.freshness if f.state in wanted or not wanted.isdisjoint(r.state for r in f.reasons))
        return replace(self, freshness=kept, remarks=self._remarks_on(kept), counted=self.freshness)

    def _remarks_on(self, kept: tuple[Freshness, ...]) -> tuple[Remark, ...]:
        files = {f.file for f in kept}
        return tuple(remark for remark in self.remarks if files & set(remark.files))

    @cached_property
    def shares(self) -> tuple[Share, ...]:
        """Each department's share, the worst first; everything is counted once, where it is led."""
        return self._counts(shared=False)

    @cached_property
    def shared(self) -> tuple[Share, ...]:
        """What a department that was asked for answers for together with others, which lead; empty where there is none."""
        return tuple(share for share in self._counts(shared=True) if share.total)

    def _counts(self, *, shared: bool) -> tuple[Share, ...]:
        totals: dict[str, list[int]] = {}
        for freshness in self.freshness if self.counted is None else self.counted:
            counts = totals.setdefault(freshness.department, [0, 0])
            counts[0] += freshness.is_shared is shared
            counts[1] += freshness.is_shared is shared and freshness.is_stale
        shares = [Share(department, total, stale) for department, (total, stale) in totals.items()]
        return tuple(sorted(shares, key=lambda s: (-s.percent, -s.stale, s.department)))

    def listed(self, department: str) -> tuple[Freshness, ...]:
        """What is shown of a department: what somebody must look at, and what is current only where states were asked for."""
        return tuple(self._by_department.get(department, ()))

    @cached_property
    def _by_department(self) -> dict[str, list[Freshness]]:
        table: dict[str, list[Freshness]] = {}
        for freshness in self.freshness:
            if self.counted is not None or freshness.state is not State.CURRENT:
                table.setdefault(freshness.department, []).append(freshness)
        return table

    @property
    def exit_code(self) -> int:
        """0 all is fresh, 1 something is stale, 3 nothing is, but of something nobody can tell."""
        if any(f.is_stale for f in self.freshness):
            return 1
        return 3 if any(f.state is State.UNKNOWN for f in self.freshness) else 0
