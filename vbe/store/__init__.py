"""Bytes in and out: the disk, a commit, git's history, and edits that keep every other byte.

The only room that touches the outside. `repository` lists and reads, `loader` makes a corpus of it, `git` and `history` ask
git, `editing` writes. May import `model`, `documents`, `privacy` and the ground. Begin with `loader`.
"""
