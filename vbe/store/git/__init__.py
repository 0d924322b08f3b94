"""The one door to git. A checked repository is not trusted: nothing that it configures is run.

Every call goes through `Git`, which starts git with an environment and with flags that switch off hooks, fsmonitor,
external diffs, textconv, signatures, replace refs, grafts and fetching. The work tree is never diffed.
"""

from vbe.store.git.blobs import Blobs
from vbe.store.git.errors import GitError, Problem
from vbe.store.git.repository import Git, TreeEntry

__all__ = ["Blobs", "Git", "GitError", "Problem", "TreeEntry"]
