"""VBE5xx: routines and guidance examples.

What depends on today's date is not here: `vbe stale` lists reviews that are overdue and routines that do not follow the
latest version of the strategy (docs/domain-rules.md).
"""

from vbe.rules.routines import approval, coverage, laws, steps, wordings

__all__ = ["approval", "coverage", "laws", "steps", "wordings"]
