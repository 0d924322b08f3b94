"""Two states of a repository → what changed between them, entry by entry, and in sentences.

Pure: nothing here reads a file or knows of git. `compare` and `compare_records` give changes, `sentences` tells them.
"""
