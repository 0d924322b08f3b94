"""Where a repository keeps what: known without reading anything."""

from __future__ import annotations

FILE = "vbe.yaml"
"""The profile; the folder that holds it is the repository."""
FOLDERS = ("strategy", "measures", "routines", "guidance", "followup")
"""The folders that hold records, and nothing but records."""
FILE_KIB = 256
"""What a file may hold unless the profile says otherwise, in KiB."""
