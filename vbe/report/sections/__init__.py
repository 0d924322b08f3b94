"""The sections of the report, a theme a module: each is a function from the view to the section's blocks."""
