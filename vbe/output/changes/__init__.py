"""How a comparison of two states is written.

A format is a module with `format_comparison`, and its entry in `vbe.output.registry`.
"""
