"""VBE6xx: follow-up and indicators. What is measured, what each board reports, and what is too small to be kept.

What depends on today's date is left to `vbe stale`: a report that is late, a value that has not come in, an assignment past
its last day without a report back.
"""

from vbe.rules.followup import answers, indicators, progress, reports, small_counts, values

__all__ = ["answers", "indicators", "progress", "reports", "small_counts", "values"]
