"""Beginnings: a new record, a new entry, a year's follow-ups, a whole repository. What is written has been checked before."""
