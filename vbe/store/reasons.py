"""Why the system could not do what it was asked, in words."""

from __future__ import annotations

import errno

from vbe.language import _


def os_error_text(error: OSError) -> str:
    """The system's reason, in the active language where it is a common one."""
    reasons = {
        errno.EACCES: _("permission denied"),
        errno.EISDIR: _("it is a folder"),
        errno.ENOENT: _("no such file or folder"),
        errno.ENOSPC: _("the disk is full"),
        errno.ENOTDIR: _("it is not a folder"),
        errno.EPERM: _("permission denied"),
        errno.EROFS: _("the disk can only be read"),
    }
    return reasons.get(error.errno or 0) or error.strerror or type(error).__name__
