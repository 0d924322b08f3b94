"""The annual follow-up: corpus, freshness and changes in, report model out. Pure: nothing here reads, writes or asks the time."""

from vbe.report.compose import PARTS, compose

__all__ = ["PARTS", "compose"]
