"""`md`: every rule's page, as docs/rules.md has them."""

from vbe.rules.pages import markdown as format_rules

__all__ = ["format_rules"]
