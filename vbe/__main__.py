"""`python -m vbe`."""

from vbe.cli import main

if __name__ == "__main__":
    main()
