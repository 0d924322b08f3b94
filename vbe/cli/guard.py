"""Nothing leaves the program as a traceback: what stops a run is one line on stderr, and an exit code."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from vbe.errors import VbeError
from vbe.language import _
from vbe.store.reasons import os_error_text

if TYPE_CHECKING:
    from collections.abc import Callable

FINE, FINDINGS, COULD_NOT_RUN, UNDECIDED = 0, 1, 2, 3
INTERRUPTED = 130


def guarded(command: Callable[[], int]) -> int:
    """Run a command and turn every failure into its exit code."""
    _forgive_narrow_streams()
    try:
        code = command()
        # The language server closes it when the editor takes leave.
        if not sys.stdout.closed:
            sys.stdout.flush()
    except VbeError as error:
        return print_error(error.message, error.hint)
    except KeyboardInterrupt:
        return interrupted()
    except BrokenPipeError:
        # The reader has seen enough (`| head`).
        _abandon_output()
        return FINE
    except OSError as error:
        _abandon_output()
        return print_error(_("The system says: {reason}.").format(reason=os_error_text(error)))
    except (RecursionError, MemoryError):
        return print_error(_("The input is too large."))
    except Exception as error:
        expected = _expected(error)
        if expected is not None:
            return expected
        if os.environ.get("VBE_DEBUG"):
            raise
        hint = _("This is a fault in vbe. Run again with VBE_DEBUG=1 and report what it shows.")
        return print_error(_("Unexpected fault: {name}.").format(name=type(error).__name__), hint)
    return code


def _expected(error: Exception) -> int | None:
    """The exit code of what the command-line library raises to end a run; None for a fault of ours."""
    import typer

    from vbe.cli.usage import explain_usage

    if isinstance(error, typer.Exit):
        return error.exit_code
    if isinstance(error, typer.Abort):
        return interrupted()
    usage = explain_usage(error)
    if usage is None:
        return None
    if "\n" in usage[0]:
        # No command at all: what is wanted is the help.
        print(usage[0], file=sys.stderr)
        return COULD_NOT_RUN
    return print_error(*usage)


def print_error(message: str, hint: str = "") -> int:
    """Say on stderr why the run could not be made; the exit code for that."""
    from vbe.privacy.redaction import redact
    from vbe.privacy.terminal import inert, one_line

    line = " ".join(part for part in (message, hint) if part)
    print(inert(f"vbe: {one_line(redact(line))}"), file=sys.stderr)
    return COULD_NOT_RUN


def interrupted() -> int:
    """The user has stopped it."""
    print("vbe:", _("Interrupted."), file=sys.stderr)
    return INTERRUPTED


def _abandon_output() -> None:
    """Python writes what is left when it ends, and would complain once more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _forgive_narrow_streams() -> None:
    """A terminal that cannot show å shows a question mark, and no output at all is no reason to fail either."""
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - until the process ends
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
