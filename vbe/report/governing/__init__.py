"""The governing document itself, in print: cover, purpose, areas with their measures, roles, follow-up, places of signatures.

A second document of the same shapes as the annual follow-up, so that every form renders both. Begin with `compose`.
"""

from vbe.report.governing.compose import compose_plan

__all__ = ["compose_plan"]
