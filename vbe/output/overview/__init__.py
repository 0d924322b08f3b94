"""How the overview is written. A format is a module with `format_overview`, and its entry in `vbe.output.registry`."""
