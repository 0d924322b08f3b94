"""How one entry is shown in full. A format is a module with `format_entry`, and its entry in `vbe.output.registry`."""
