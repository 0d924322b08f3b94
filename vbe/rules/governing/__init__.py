"""VBE3xx: governing documents and decisions, and the organisation that makes them.

What depends on today's date is not here: `vbe stale` lists validity that has run out, reviews that are overdue and
actors that have ended (docs/domain-rules.md).
"""

from vbe.rules.governing import agreements, case_numbers, cover, lifetimes, organisation, validity

__all__ = ["agreements", "case_numbers", "cover", "lifetimes", "organisation", "validity"]
