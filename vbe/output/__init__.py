"""Results → text for people and programs. Begin with `registry` (what there is) and `boundary` (what a format gets to see).

A format arranges plain data whose texts are harmless already, and asks nothing. May import `report`, `rules`, `domain` and below.
"""
