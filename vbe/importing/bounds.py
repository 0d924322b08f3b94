"""How large an office file may be before it is opened: packed, unpacked, and in parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from vbe.errors import VbeError
from vbe.language import _
from vbe.store.bounds import LARGEST, MOST_PARTS

if TYPE_CHECKING:
    import zipfile

MOST_TIMES: Final = 200
"""So many times its packed size may the text of a part be; Word's own is ten to thirty."""


def require_small(name: str, archive: zipfile.ZipFile) -> None:
    """Stop at a file that would not be read within the memory that a plan may take."""
    parts = archive.infolist()
    swollen = [p for p in parts if p.file_size > 1024 * 1024 and p.file_size > MOST_TIMES * max(p.compress_size, 1)]
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST or swollen:
        raise VbeError(
            _("{file} is too large to be a plan.").format(file=name), _("Take out pictures and attachments, and save it anew.")
        )
