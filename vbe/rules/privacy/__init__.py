"""VBE7xx: privacy. Never suppressed, never waived, and what was found is never printed: only where, and of what kind."""

from vbe.rules.privacy import files, named, published, running, told, written

__all__ = ["files", "named", "published", "running", "told", "written"]
