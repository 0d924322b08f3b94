"""How the answer on a report is written. A format is a module with `format_proof`, and its entry in `vbe.output.registry`."""
