"""Use cases: one function for each thing that somebody wants done with a repository, free of arguments and of output.

Assess what is outdated, compile a report, record a review, upgrade, refuse what is private. May import everything but `cli` and
`lsp`, which call it. Begin with `assess`.
"""
