"""Results → text for people and programs. Begin with `registry` (what there is) and `boundary` (what a format gets to see)."""
