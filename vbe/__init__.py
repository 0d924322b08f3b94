"""vbe keeps the promises of a strategy against violent extremism checkable."""

__version__ = "0.1.0"
