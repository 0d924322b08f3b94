"""`python -m vbe`."""

import os
import sys

if __name__ == "__main__":
    # Python puts the current folder first among those that it imports from, and that may be the one to be checked.
    # What is imported up to here is loaded before any program begins, so that it cannot come from that folder.
    if not sys.flags.safe_path and sys.path and sys.path[0] == os.getcwd():  # noqa: PTH109 - pathlib is not loaded yet
        del sys.path[0]
    from vbe.cli import main

    main()
