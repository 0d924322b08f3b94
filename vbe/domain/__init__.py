"""Every question about the municipality, answered once: rules, reports, lists and editors ask here.

Who exists and who answers (`organisation`), what holds on a day (`lifecycle`), whether a demand is answered (`coverage`), how
far a commitment has come (`progress`), what is outdated (`freshness`), what changed (`changes`), the chain (`chain`). Pure:
corpus and history in, facts out. May import `store`, `model` and below. Begin with `organisation`.
"""
