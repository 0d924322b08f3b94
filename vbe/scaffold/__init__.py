"""Beginnings: a new record, a new entry, a year's follow-ups, a whole repository. What is written has been checked before.

May import `rules`, `domain`, `store` and below. Begin with `kinds`: what `vbe new` writes, and from which questions.
"""
