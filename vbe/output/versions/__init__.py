"""How a record's versions are written. A format is a module with `format_versions`, and its entry in `vbe.output.registry`."""
