"""VBE1xx: files and form. Reading finds most of these, so they have a page and no check of their own."""

from vbe.rules.form import characters, fields, files, placeholders, structure, suppressions

__all__ = ["characters", "fields", "files", "placeholders", "structure", "suppressions"]
