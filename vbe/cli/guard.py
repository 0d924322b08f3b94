"""Nothing leaves the program as a traceback: what stops a run is one line on stderr, and an exit code."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from vbe.errors import VbeError
from vbe.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

FINE, FINDINGS, COULD_NOT_RUN, UNDECIDED = 0, 1, 2, 3
INTERRUPTED = 130


def guarded(command: Callable[[], int]) -> int:
    """Run a command and turn every failure into its exit code."""
    from typer import exceptions

    _forgive_narrow_streams()
    try:
        code = command()
        sys.stdout.flush()
    except VbeError as error:
        return complain(error.message, error.hint)
    except exceptions.Exit as end:
        return end.exit_code
    except exceptions.Abort:
        return _interrupted()
    except exceptions.TyperException as error:
        context = getattr(error, "ctx", None)
        usage = context.get_usage() if context is not None else ""
        return complain(error.format_message(), usage.splitlines()[0] if usage else "")
    except KeyboardInterrupt:
        return _interrupted()
    except BrokenPipeError:
        # The reader has seen enough (`| head`). Python would complain once more when it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    except OSError as error:
        return complain(_("The system says: {reason}.").format(reason=error.strerror or type(error).__name__))
    except (RecursionError, MemoryError):
        return complain(_("The input is too large."))
    except Exception as error:
        if os.environ.get("VBE_DEBUG"):
            raise
        name = type(error).__name__
        hint = _("This is a fault in vbe. Run again with VBE_DEBUG=1 and report what it shows.")
        return complain(_("Unexpected fault: {name}.").format(name=name), hint)
    return code


def complain(message: str, hint: str = "") -> int:
    """Say on stderr why the run could not be made; the exit code for that."""
    from vbe.redaction import redact
    from vbe.terminal import printable

    line = " ".join(part for part in (message, hint) if part)
    print(f"vbe: {printable(redact(line))}", file=sys.stderr)
    return COULD_NOT_RUN


def _interrupted() -> int:
    print(f"vbe: {_('Interrupted.')}", file=sys.stderr)
    return INTERRUPTED


def _forgive_narrow_streams() -> None:
    """A terminal that cannot show å shows a question mark; it is no reason to fail."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
