"""How diagnostics are written: for people, and for the programs that read them.

A format is a module with a function `format_verdict` that turns a verdict into text, and its entry in `vbe.output.registry`.
"""
