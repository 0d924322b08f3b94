"""Whether two files say the same, though they are not the same bytes: for a report that another version has made.

differing(old, new) -> list[str]     the parts of a file that say something else than the same parts of one made now; empty
                                     where all of both is the same. What cannot be compared differs.

A stranger may have written the old file. So it is not enough that every text is there: what is not seen, what only looks
like something else and what stands in another column counts as a difference, and so does all that we never write.
"""

from __future__ import annotations

from importlib import import_module

READERS = {"html": "page", "md": "markup", "json": "data", "docx": "office", "xlsx": "office", "pdf": "sheet"}
"""Form → the module that reads it."""


def differing(old: bytes, new: bytes, form: str) -> list[str]:
    """The parts that say something else."""
    read = import_module(f"{__name__}.{READERS[form]}").statements
    before, now = read(old), read(new)
    return [name for name in dict.fromkeys([*now, *before]) if before.get(name) != now.get(name)]
