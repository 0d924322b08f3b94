"""A language server for editors: what is wrong as you type, completion, explanations and definitions of ids.

It translates between the protocol and `rules`, `domain` and `model`, and decides nothing itself. Begin with `snapshot`.
"""
