"""Files that cannot be searched."""

from __future__ import annotations

from vbe.rules import fault


@fault("VBE706")
def attachment() -> None:
    """A document, an image, a mail or another attachment lies among the records.

    What stands inside cannot be searched for personal data, has no review in the pull request, and carries its author's name
    and older versions along. Files are known by their ending or by their first bytes.

    Mend it by deleting the file. Keep it where the city keeps its records, and write its case number here.
    """
