"""What a record is: its fields, its kind, its form, and all records together. Nothing here knows a file system or a day.

`places` registers the kinds, `kinds` says what a kind tells of itself, `records` has a module for each, `introspection` reads
their fields, `corpus` holds everything. May import `documents`, `privacy` and the ground. Begin with `records/routine.py`.
"""
