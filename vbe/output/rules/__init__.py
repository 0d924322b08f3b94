"""How the list of rules is written. A format is a module with `format_rules`, and its entry in `vbe.output.registry`."""
