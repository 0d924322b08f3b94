"""VBE1xx: files and form. Reading finds these, so they have a page and no check of their own."""

from vbe.rules.form import characters, fields, files, structure, suppressions

__all__ = ["characters", "fields", "files", "structure", "suppressions"]
