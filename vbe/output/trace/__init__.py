"""How the chain around an entry is written. A format is a module with `format_trace`, and its entry in `vbe.output.registry`."""
