"""VBE4xx: commitments, and the chain from the text's demand to what answers for it.

What depends on today's date is not here: `vbe stale` lists deadlines that have passed, continuous commitments without
recent evidence and situation pictures that are too old (docs/domain-rules.md).
"""

from vbe.rules.commitments import answers, areas, evidence, obligations, promises, times

__all__ = ["answers", "areas", "evidence", "obligations", "promises", "times"]
