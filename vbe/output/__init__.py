"""Output formats: one table of functions for diagnostics, one for freshness."""
